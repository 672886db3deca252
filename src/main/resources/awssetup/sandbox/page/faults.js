// What one can make go wrong: the next calls of the bot to Slack or to AWS.

import { act, look } from "./api.js";
import { follow, h, setText } from "./dom.js";
import { button, panel } from "./panel.js";

const SIDES = { slack: "Slack", aws: "AWS" };

export class FaultsPanel {
  /** changed() has the page look again; aws() is the newest picture of AWS, which tells its faults. */
  constructor({ changed, aws }) {
    Object.assign(this, { changed, aws });
    this.error = h("p", { class: "panel-error", role: "alert", hidden: true });
    this.choice = h("select", { "aria-label": "What fails", "data-testid": "fault-choice" });
    this.armed = h("div", { class: "armed" });
    this.node = panel(
      "Make something fail",
      "faults",
      this.error,
      h(
        "div",
        { class: "row" },
        h("span", { class: "select" }, this.choice),
        button("Arm it", "fault-arm", () => this.arm()),
      ),
      this.armed,
    ).node;
  }

  async look() {
    this.draw({ slack: await look("slack/faults"), aws: this.aws() });
  }

  async arm() {
    const [side, id] = this.choice.value.split(":");
    if (id) this.say(await act(`${side}/fault`, { id }));
  }

  async callOff() {
    const answers = await Promise.all(Object.keys(SIDES).map((side) => act(`${side}/clear_faults`)));
    this.say(answers.find((answer) => !answer.ok) ?? answers[0]);
  }

  say({ ok, error }) {
    this.error.hidden = ok;
    setText(this.error, ok ? "" : (error ?? "That did not work."));
    this.changed();
  }

  draw(pictures) {
    const sides = Object.keys(SIDES).filter((side) => pictures[side]);
    follow(
      this.choice,
      sides.map((side) => group(side, pictures[side].faultChoices ?? [])),
    );
    const rows = sides.flatMap((side) => (pictures[side].faults ?? []).map((one, index) => row(side, one, index)));
    if (rows.length)
      rows.push({ key: "clear", sign: "", build: () => button("Call it off", "fault-clear", () => this.callOff()) });
    follow(this.armed, rows);
  }
}

function group(side, choices) {
  const options = () => choices.map(({ id, label }) => h("option", { value: `${side}:${id}` }, label));
  return {
    key: side,
    sign: JSON.stringify(choices),
    build: () => h("optgroup", { label: SIDES[side] }, options()),
  };
}

function row(side, { operation, fault, times }, index) {
  const what = operation === "*" ? "any call" : operation;
  const often = times > 1 ? `, ${times} times` : "";
  return {
    key: `${side} ${index}`,
    sign: JSON.stringify([operation, fault, times]),
    build: () => h("p", {}, h("span", { class: "chip waiting" }, "armed"), ` ${SIDES[side]}, ${what}: ${fault}${often}`),
  };
}
