// What opens over the page: menus, confirm dialogs, and the note in place of a link into the AWS console. Each closes
// on Escape and gives the focus back.

import { flash, h, uniqueId } from "./dom.js";
import { plain, rich } from "./mrkdwn.js";

let closeFloating = null;

function float(anchor, node) {
  closeFloating?.();
  document.body.append(node);
  const box = anchor.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - node.offsetWidth - 8));
  const below = box.bottom + 6 + node.offsetHeight < innerHeight;
  const top = below ? box.bottom + 6 : Math.max(8, box.top - node.offsetHeight - 6);
  node.style.left = `${left}px`;
  node.style.top = `${top}px`;
  const outside = (event) => {
    if (!node.contains(event.target) && !anchor.contains(event.target)) close();
  };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
    anchor.focus?.();
  };
  function close() {
    node.remove();
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("keydown", escape, true);
    if (closeFloating === close) closeFloating = null;
  }
  document.addEventListener("pointerdown", outside, true);
  document.addEventListener("keydown", escape, true);
  closeFloating = close;
  return close;
}

export function openMenu(anchor, options, choose) {
  const items = options.map((option) =>
    h(
      "button",
      {
        type: "button",
        role: "menuitem",
        "data-value": option.value,
        click: () => {
          close();
          anchor.focus();
          choose(option);
        },
      },
      plain(option.text),
    ),
  );
  const menu = h("div", { class: "floating menu", role: "menu" }, items);
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = items.indexOf(document.activeElement) + step;
    items[(next + items.length) % items.length].focus();
  });
  const close = float(anchor, menu);
  items[0]?.focus();
}

/** Where an AWS link would lead, and what to do in its place. */
export function explainAwsLink(anchor, url, panel) {
  const title = uniqueId("note");
  const done = h("button", { type: "button", class: "button", click: () => leave() }, "Got it");
  const note = h(
    "div",
    { class: "floating note", role: "dialog", "aria-labelledby": title, "data-testid": "aws-note" },
    h("strong", { id: title }, "In the real world this opens:"),
    h("code", {}, url),
    h("p", {}, "Here, do it in the AWS panel. It has just lit up."),
    done,
  );
  const close = float(anchor, note);
  function leave() {
    close();
    anchor.focus?.();
  }
  done.focus({ preventScroll: true });
  flash(panel);
}

/** Asks within one window; resolves to whether the person agreed. */
export function confirmIn(layer, data, context) {
  const before = document.activeElement;
  const title = uniqueId("confirm");
  return new Promise((resolve) => {
    const finish = (agreed) => {
      overlay.remove();
      before?.focus?.();
      resolve(agreed);
    };
    const agree = h(
      "button",
      {
        type: "button",
        class: `button ${data.style ?? "primary"}`,
        "data-testid": "confirm-ok",
        click: () => finish(true),
      },
      plain(data.confirm ?? "Yes"),
    );
    const refuse = h(
      "button",
      { type: "button", class: "button", "data-testid": "confirm-cancel", click: () => finish(false) },
      plain(data.deny ?? "No"),
    );
    const overlay = h(
      "div",
      {
        class: "overlay confirm",
        keydown: (event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          finish(false);
        },
      },
      h(
        "div",
        { class: "dialog small", role: "alertdialog", "aria-labelledby": title },
        h("h2", { id: title }, plain(data.title ?? "Are you sure?")),
        h("div", { class: "dialog-body text" }, rich(data.text, context)),
        h("div", { class: "dialog-foot" }, refuse, agree),
      ),
    );
    layer.append(overlay);
    agree.focus();
  });
}
