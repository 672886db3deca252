// A folding box of the side panels.

import { h, uniqueId } from "./dom.js";

export function panel(title, name, ...content) {
  const id = uniqueId("panel");
  const key = `awssetup-${name}`;
  const body = h("div", { class: "panel-body", id }, content);
  const toggle = h(
    "button",
    { type: "button", class: "panel-toggle", "aria-controls": id, click: () => fold(!body.hidden) },
    h("span", {}, title),
    h("span", { class: "chevron", "aria-hidden": "true" }),
  );
  function fold(folded) {
    body.hidden = folded;
    toggle.setAttribute("aria-expanded", String(!folded));
    localStorage.setItem(key, folded ? "folded" : "open");
  }
  const node = h(
    "section",
    { class: `panel ${name}`, "data-panel": name, "aria-label": title },
    h("h2", {}, toggle),
    body,
  );
  fold(localStorage.getItem(key) === "folded");
  return { node, open: () => fold(false) };
}

export function button(label, testId, run, kind = "") {
  const node = h("button", { type: "button", class: `button ${kind}`, "data-testid": testId }, label);
  node.addEventListener("click", async () => {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    await run();
    node.removeAttribute("aria-busy");
  });
  return node;
}
