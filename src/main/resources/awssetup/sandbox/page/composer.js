// Where a person types: Enter sends, a slash lists the commands that person may use.

import { h, uniqueId } from "./dom.js";
import { icon } from "./icons.js";

export class Composer {
  /** send(text) answers whether it went through; what did not comes back into the field. */
  constructor({ label, testId, sendTestId, send, commands = () => [] }) {
    this.send = send;
    this.commands = commands;
    this.list = h("div", { class: "completions", role: "listbox", id: uniqueId("completions"), hidden: true });
    this.input = h("textarea", {
      rows: 1,
      "aria-label": label,
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "data-testid": testId,
      autocomplete: "off",
      spellcheck: "false",
      input: () => this.typed(),
      keydown: (event) => this.key(event),
      blur: () => this.hideList(),
    });
    const button = h(
      "button",
      { type: "submit", class: "send", "aria-label": "Send", "data-testid": sendTestId },
      icon("send"),
    );
    this.node = h("form", { class: "composer" }, this.list, h("div", { class: "composer-box" }, this.input, button));
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.drafts = new Map();
  }

  /** Keeps an unsent text with the place it was typed in. */
  moveTo(place, label) {
    this.input.placeholder = label;
    if (place === this.place) return;
    if (this.place) this.drafts.set(this.place, this.input.value);
    this.place = place;
    this.input.value = this.drafts.get(place) ?? "";
    this.typed(false);
  }

  typed(list = true) {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    this.node.classList.toggle("filled", this.input.value.trim() !== "");
    this.choices = list ? this.matching(this.input.value) : [];
    this.active = 0;
    this.showList();
  }

  matching(text) {
    if (!text.startsWith("/") || text.includes("\n")) return [];
    const wanted = text.trimEnd().toLowerCase();
    return this.commands()
      .flatMap(expand)
      .filter((one) => one.text.startsWith(wanted) || (text.endsWith(" ") && one.text.startsWith(`${wanted} `)))
      .slice(0, 10);
  }

  showList() {
    this.list.hidden = !this.choices?.length;
    this.input.removeAttribute("aria-activedescendant");
    if (this.list.hidden) return;
    const rows = this.choices.map((one, index) =>
      h(
        "div",
        {
          role: "option",
          id: `${this.list.id}-${index}`,
          "aria-selected": String(index === this.active),
          pointerdown: (event) => {
            event.preventDefault();
            this.complete(one);
          },
        },
        h("b", {}, one.text),
        h("span", {}, one.description),
      ),
    );
    this.list.replaceChildren(...rows);
    rows[this.active].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", rows[this.active].id);
  }

  hideList() {
    this.choices = [];
    this.showList();
  }

  complete(choice) {
    this.input.value = choice.text;
    this.typed(false);
    this.input.focus();
  }

  key(event) {
    const open = this.choices?.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (open && step) {
      event.preventDefault();
      this.active = (this.active + step + this.choices.length) % this.choices.length;
      this.showList();
    } else if (open && event.key === "Escape") {
      event.stopPropagation();
      this.hideList();
    } else if (open && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      this.complete(this.choices[this.active]);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      const choice = open ? this.choices[this.active] : null;
      // A line that already is a whole command is sent, not completed.
      if (choice && choice.text !== this.input.value.trim().toLowerCase()) this.complete(choice);
      else this.submit();
    }
  }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const place = this.place;
    this.input.value = "";
    this.typed(false);
    const sent = await this.send(text);
    if (!sent && this.place === place && this.input.value === "") {
      this.input.value = text;
      this.typed(false);
    }
  }

  put(text) {
    this.input.value = text;
    this.typed(false);
    this.input.focus();
  }

  focus() {
    this.input.focus();
  }
}

/** A command, and each of the words that its usage hint lists. */
function expand({ command, description, usage_hint: hint }) {
  const words = (hint ?? "").match(/[a-z][a-z-]+/g) ?? [];
  return [
    { text: command, description: description ?? "" },
    ...words.map((word) => ({ text: `${command} ${word}`, description: "" })),
  ];
}
