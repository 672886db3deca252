// Builds elements and keeps lists of them in step with data. Text only ever enters as text nodes, so nothing that a
// person typed can become markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child);
  }
}

/** An element: attributes by name, functions as listeners of the event they are named by. */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

let lastId = 0;

export function uniqueId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/**
 * Makes the children of a container follow a list. Each item is {key, sign, build}: a child is built again only when
 * its sign has changed, so what is focused, typed or opened elsewhere stays as it is.
 */
export function follow(container, items) {
  const before = container.followed ?? new Map();
  const after = new Map();
  const kept = new Set(items.map((item) => item.key));
  // What is gone leaves first: otherwise what stays would have to move, and a moved element loses its focus.
  for (const [key, entry] of before) {
    if (!kept.has(key)) entry.node.remove();
  }
  let place = container.firstChild;
  for (const item of items) {
    let entry = before.get(item.key);
    if (!entry || entry.sign !== item.sign) {
      const node = item.build();
      if (entry) {
        if (place === entry.node) place = node;
        replaceKeepingFocus(entry.node, node);
      }
      entry = { sign: item.sign, node };
    }
    after.set(item.key, entry);
    if (place === entry.node) place = place.nextSibling;
    else container.insertBefore(entry.node, place);
  }
  container.followed = after;
}

function replaceKeepingFocus(old, node) {
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const action = active?.dataset.actionId;
  const testId = active?.dataset.testid;
  old.replaceWith(node);
  if (action) node.querySelector(`[data-action-id="${CSS.escape(action)}"]`)?.focus();
  else if (testId) node.querySelector(`[data-testid="${CSS.escape(testId)}"]`)?.focus();
}

/** Changes a text only where it differs, so that screen readers are not told the same thing twice. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Draws the eye to a place: scrolls there and lights it up for a moment. */
export function flash(node) {
  if (!node) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  node.classList.remove("flash");
  void node.offsetWidth;
  node.classList.add("flash");
  node.addEventListener("animationend", () => node.classList.remove("flash"), { once: true });
}
