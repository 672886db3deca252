// One modal. What was typed belongs to the page until it is submitted: a changed view keeps the values of fields whose
// block and action stay the same, as Slack does.

import { act } from "./api.js";
import { block } from "./blocks.js";
import { follow, h, setText, uniqueId } from "./dom.js";
import { icon } from "./icons.js";
import { control, pressed } from "./inputs.js";
import { plain } from "./mrkdwn.js";

export class ViewForm {
  constructor(owner, view) {
    this.owner = owner;
    this.id = view.id;
    this.fields = new Map();
    this.shownErrors = "{}";
    const title = uniqueId("modal");
    this.title = h("h2", { id: title });
    this.banner = h("div", { class: "banner", role: "alert", hidden: true });
    this.body = h("div", { class: "dialog-body" });
    this.closeButton = h("button", {
      type: "button",
      class: "button",
      "data-testid": "modal-close",
      click: () => this.close(),
    });
    this.submitButton = h("button", { type: "submit", class: "button primary", "data-testid": "modal-submit" });
    const corner = h(
      "button",
      { type: "button", class: "icon-button", "aria-label": "Close this form", click: () => this.close() },
      icon("close"),
    );
    this.form = h(
      "form",
      {
        class: "dialog",
        role: "dialog",
        "aria-labelledby": title,
        novalidate: true,
        tabindex: "-1",
        "data-view-id": view.id,
      },
      h("div", { class: "dialog-head" }, this.title, corner),
      this.banner,
      this.body,
      h("div", { class: "dialog-foot" }, this.closeButton, this.submitButton),
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.node = h("div", { class: "overlay" }, this.form);
    this.node.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
  }

  update(view, context) {
    this.form.dataset.callbackId = view.callback_id ?? "";
    if (!this.title.hasChildNodes() || this.title.textContent !== view.title)
      this.title.replaceChildren(...plain(view.title));
    setText(this.closeButton, textOf(view.close) || "Close");
    this.submitButton.hidden = !textOf(view.submit);
    setText(this.submitButton, textOf(view.submit));
    this.setBusy(Boolean(view.busy) || this.sending);
    this.context = {
      ...context,
      register: (parent, data, input) => this.register(parent, data, input),
      press: (...press) => this.press(...press),
    };
    follow(
      this.body,
      view.blocks.map((data, index) => ({
        key: data.block_id ?? `#${index}`,
        sign: JSON.stringify(data),
        build: () =>
          data.type === "input" ? this.inputBlock(data) : (block(data, this.context) ?? h("div", { hidden: true })),
      })),
    );
    for (const [key, field] of this.fields) if (!field.input.node.isConnected) this.fields.delete(key);
    const errors = JSON.stringify(view.errors ?? {});
    if (errors !== this.shownErrors) {
      this.shownErrors = errors;
      this.showErrors(view.errors ?? {}, this.owner.isActive());
    }
  }

  register(parent, data, input, extra = {}) {
    const key = `${parent.block_id} ${data.action_id}`;
    const before = this.fields.get(key);
    if (before?.type === data.type) input.write(before.input.read());
    const field = { block: parent.block_id, action: data.action_id, type: data.type, input, optional: true };
    this.fields.set(key, { ...field, ...extra });
  }

  inputBlock(data) {
    const [hint, error] = [uniqueId("hint"), uniqueId("error")];
    const input = control(data.element, this.context, {
      id: uniqueId("input"),
      "aria-describedby": `${hint} ${error}`,
    });
    if (!input) return h("div", { class: "field unsupported" }, `This page does not show ${data.element.type} fields.`);
    const optional = data.optional && h("span", { class: "optional" }, " (optional)");
    const label = input.grouped
      ? h("legend", {}, plain(data.label), optional)
      : h("label", { for: input.target.id }, plain(data.label), optional);
    const errorNode = h("div", { class: "field-error", id: error, role: "alert", "data-testid": "field-error" });
    const node = h(
      input.grouped ? "fieldset" : "div",
      { class: "field block", "data-block-id": data.block_id },
      label,
      input.node,
      data.hint && h("div", { class: "hint", id: hint }, plain(data.hint)),
      errorNode,
    );
    this.register(data, data.element, input, { optional: Boolean(data.optional), node, errorNode });
    node.addEventListener("input", () => showError({ errorNode, node, input }, null));
    if (data.dispatch_action) this.dispatch(data, input, node);
    return node;
  }

  /** A field that tells the app of each change, not only on submitting. */
  dispatch(data, input, node) {
    const typed = input.target.matches("input[type=text], textarea");
    const tell = () => this.press(data, data.element, pressed(input.read()), input.target);
    if (!typed) {
      node.addEventListener("change", tell);
      return;
    }
    const when = data.element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
    if (when.includes("on_character_entered")) node.addEventListener("input", tell);
    if (when.includes("on_enter_pressed")) {
      node.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey) return;
        event.preventDefault();
        tell();
      });
    }
  }

  async press(parent, data, value, node) {
    node?.setAttribute("aria-busy", "true");
    const answer = await act("slack/press_in_view", {
      as: this.owner.user,
      view_id: this.id,
      block_id: parent.block_id ?? "",
      action_id: data.action_id ?? "",
      value,
      values: this.values(),
    });
    node?.removeAttribute("aria-busy");
    this.showBanner(answer.ok ? null : answer.error);
    this.owner.refresh();
  }

  values() {
    const values = {};
    for (const { block: id, action, input } of this.fields.values()) {
      values[id] = { ...values[id], [action]: input.read() };
    }
    return values;
  }

  /** What Slack itself refuses before it asks the app. */
  problems() {
    const problems = {};
    for (const { block: id, input, optional } of this.fields.values()) {
      const problem = !optional && input.empty() ? "Please complete this required field." : input.problem();
      if (problem) problems[id] = problem;
    }
    return problems;
  }

  async submit() {
    if (this.sending || this.submitButton.hidden) return;
    const problems = this.problems();
    this.showErrors(problems, true);
    if (Object.keys(problems).length) return;
    this.showBanner(null);
    this.sending = true;
    this.setBusy(true);
    const answer = await act("slack/submit", { as: this.owner.user, view_id: this.id, values: this.values() });
    this.sending = false;
    this.setBusy(false);
    const errors = answer.errors ?? {};
    this.showErrors(errors, true);
    if (!answer.ok && !Object.keys(errors).length)
      this.showBanner(answer.error ?? "Slack could not submit this form. Try again.");
    this.owner.refresh();
  }

  async close() {
    await act("slack/close", { as: this.owner.user, view_id: this.id });
    this.owner.refresh();
  }

  setBusy(busy) {
    this.form.setAttribute("aria-busy", String(busy));
    this.submitButton.setAttribute("aria-disabled", String(busy));
  }

  showBanner(text) {
    this.banner.hidden = !text;
    setText(this.banner, text ?? "");
  }

  showErrors(errors, takeFocus) {
    const fields = [...this.fields.values()].filter((field) => field.errorNode);
    for (const field of fields) showError(field, errors[field.block]);
    const stray = Object.keys(errors).filter((id) => !fields.some((field) => field.block === id));
    if (stray.length) this.showBanner(stray.map((id) => errors[id]).join(" "));
    const first = fields.find((field) => errors[field.block]);
    if (first && takeFocus) first.input.target.focus();
  }

  focusFirst() {
    const inputs = [...this.fields.values()].map((field) => field.input);
    const first = inputs.find((input) => input.empty()) ?? inputs[0];
    (first?.target ?? this.body.querySelector("button, a") ?? this.closeButton).focus();
  }
}

function showError({ errorNode, node, input }, text) {
  setText(errorNode, text ?? "");
  node.classList.toggle("wrong", Boolean(text));
  if (text) input.target.setAttribute("aria-invalid", "true");
  else input.target.removeAttribute("aria-invalid");
}

const textOf = (text) => (typeof text === "string" ? text : text?.text) ?? "";
