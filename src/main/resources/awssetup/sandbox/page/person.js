// The head of a window: whose Slack it shows, and the switch to somebody else's.

import { follow, h, setText } from "./dom.js";
import { avatar } from "./messages.js";

const KINDS = { engineer: "Engineer", customer: "Customer", guest: "Guest", outsider: "Outsider" };

export class PersonSwitch {
  constructor({ become }) {
    this.face = h("span", { class: "face" });
    this.select = h("select", {
      "aria-label": "Whose Slack this is",
      "data-testid": "person",
      change: () => become(this.select.value),
    });
    this.team = h("span", { class: "role" });
    this.node = h(
      "header",
      { class: "window-head" },
      this.face,
      h("span", { class: "person" }, this.select),
      this.team,
    );
  }

  update(viewer, people) {
    follow(this.face, [{ key: "face", sign: viewer.id, build: () => avatar(viewer) }]);
    follow(
      this.select,
      people
        .filter((one) => !one.bot)
        .map((one) => ({
          key: one.id,
          sign: one.name,
          build: () => h("option", { value: one.id }, `${one.name} · ${KINDS[one.kind] ?? one.teamName}`),
        })),
    );
    if (document.activeElement !== this.select) this.select.value = viewer.id;
    setText(this.team, viewer.teamName ?? "");
  }
}
