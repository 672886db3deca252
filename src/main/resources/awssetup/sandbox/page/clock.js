// The sandbox's clock: what time it is and buttons that let it pass, always in sight; and what the bot does next.

import { act, look } from "./api.js";
import { follow, h, setText } from "./dom.js";
import { button, panel } from "./panel.js";
import { ago, longDate, moment, timeOfDay } from "./time.js";

const STEPS = [
  ["+1 hour", "clock-hour", "PT1H"],
  ["+1 day", "clock-day", "P1D"],
  ["+1 week", "clock-week", "P7D"],
];

export class ClockPanel {
  constructor({ changed }) {
    this.changed = changed;
    this.time = h("span", { class: "clock-time" });
    this.date = h("span", { class: "clock-date" });
    this.late = h("p", { class: "hint", hidden: true });
    this.error = h("p", { class: "panel-error", role: "alert", hidden: true });
    this.next = h("ol", { class: "next" });
    this.face = h(
      "div",
      { class: "clock-bar", role: "group", "aria-label": "Clock" },
      h("div", { class: "clock-face", "data-testid": "clock-now" }, this.time, " ", this.date),
      h(
        "div",
        { class: "row" },
        STEPS.map(([label, id, advance]) => button(label, id, () => this.travel({ advance }))),
      ),
    );
    this.node = panel("What the bot does next", "clock", this.error, this.late, this.next).node;
    setInterval(() => this.tick(), 1000);
  }

  async look() {
    this.snapshot = await look("clock");
    this.readAt = performance.now();
    this.draw();
  }

  now() {
    return this.snapshot.now + Math.floor((performance.now() - this.readAt) / 1000);
  }

  tick() {
    if (this.snapshot) this.draw();
  }

  async travel(step) {
    const answer = await act("clock", step);
    this.error.hidden = answer.ok;
    setText(this.error, answer.ok ? "" : (answer.error ?? "The clock did not move."));
    this.changed();
  }

  draw() {
    const now = this.now();
    setText(this.time, timeOfDay(now));
    setText(this.date, longDate(now));
    const lag = this.snapshot.lagSeconds ?? 0;
    this.late.hidden = lag < 5;
    setText(this.late, lag < 5 ? "" : "The bot is still catching up.");
    const rows = (this.snapshot.next ?? []).map((one, index) => this.row(one, index, now));
    follow(
      this.next,
      rows.length ? rows : [{ key: "none", sign: "", build: () => h("li", { class: "empty" }, "Nothing is planned.") }],
    );
  }

  row({ at, what, setup }, index, now) {
    const when = at <= now ? "now" : `${ago(at, now)} · ${moment(at, now)}`;
    return {
      key: `${setup} ${at} ${what} ${index}`,
      sign: when,
      build: () =>
        h(
          "li",
          {},
          h("span", { class: "next-what" }, what, h("span", { class: "next-when" }, when)),
          at > now && button("Jump there", "clock-jump", () => this.travel({ to: at })),
        ),
    };
  }
}
