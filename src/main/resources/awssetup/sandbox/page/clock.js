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

const LONGEST_CATCHING_UP = 15_000;

/** Rounded, so that what was put off by a day does not become "in 23 hours" at once. */
const ahead = (at, now) => ago(at + Math.min(1800, (at - now) / 50), now);

export class ClockPanel {
  constructor({ changed }) {
    this.changed = changed;
    this.time = h("span", { class: "clock-time" });
    this.date = h("span", { class: "clock-date" });
    this.soon = h("span", { class: "clock-next" });
    this.error = h("p", { class: "panel-error", role: "alert", hidden: true });
    this.next = h("ol", { class: "next" });
    this.face = h(
      "div",
      { class: "clock-bar", role: "group", "aria-label": "Clock" },
      this.soon,
      h("div", { class: "clock-face", "data-testid": "clock-now" }, this.time, " ", this.date),
      h(
        "div",
        { class: "row" },
        STEPS.map(([label, id, advance]) => button(label, id, () => this.travel({ advance }))),
      ),
    );
    this.node = panel("What the bot does next", "clock", this.error, this.next).node;
    setInterval(() => this.tick(), 1000);
  }

  async look() {
    this.snapshot = await look("clock");
    this.readAt = performance.now();
    if (!this.snapshot.busy) this.travelled?.();
    this.draw();
  }

  now() {
    return this.snapshot.now + Math.floor((performance.now() - this.readAt) / 1000);
  }

  tick() {
    if (this.snapshot) this.draw();
  }

  /** Lets time pass, and is done when the bot has done what came due by that. */
  async travel(step) {
    const answer = await act("clock", step);
    this.error.hidden = answer.ok;
    setText(this.error, answer.ok ? "" : (answer.error ?? "The clock did not move."));
    const settled = new Promise((resolve) => {
      this.travelled = resolve;
      setTimeout(resolve, LONGEST_CATCHING_UP);
    });
    this.changed();
    if (answer.ok) await settled;
  }

  draw() {
    const now = this.now();
    setText(this.time, timeOfDay(now));
    setText(this.date, longDate(now));
    const { busy, next = [] } = this.snapshot;
    document.body.dataset.bot = busy ? "busy" : "idle";
    this.drawSoon(next, busy, now);
    const rows = next.map((one, index) => this.row(one, index, now));
    follow(
      this.next,
      rows.length ? rows : [{ key: "none", sign: "", build: () => h("li", { class: "empty" }, "Nothing is planned.") }],
    );
  }

  /** The next thing that people would see, in one line that is always in sight. */
  drawSoon(next, busy, now) {
    const first = next.find(({ at, kind }) => at > now && (kind === "reminder" || kind === "deadline"));
    const words = busy
      ? "The bot is at work…"
      : first
        ? `Next: ${first.what[0].toLowerCase()}${first.what.slice(1)}, ${ahead(first.at, now)}`
        : "";
    setText(this.soon, words);
  }

  row({ at, what, customer, kind, setup }, index, now) {
    const when = at <= now ? "now" : `${ahead(at, now)} · ${moment(at, now)}`;
    return {
      key: `${setup} ${kind} ${what} ${index}`,
      sign: `${at} ${when}`,
      build: () =>
        h(
          "li",
          { "data-kind": kind ?? null },
          h(
            "span",
            { class: "next-what" },
            what,
            h("span", { class: "next-when" }, [customer, when].filter(Boolean).join(" · ")),
          ),
          at > now + 60 && button("Jump", "clock-jump", () => this.travel({ to: at })),
        ),
    };
  }
}
