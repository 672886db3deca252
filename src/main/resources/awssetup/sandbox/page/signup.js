// The customer signs up with AWS: what the sign-up page and the preparation of the account would take, in one go.

import { act } from "./api.js";
import { follow, h, setText, uniqueId } from "./dom.js";

const COPIED_FOR = 2_000;

export class SignUp {
  constructor({ changed }) {
    this.changed = changed;
    this.name = h("input", {
      id: uniqueId("sign-up"),
      class: "field-input",
      maxlength: 50,
      required: true,
      autocomplete: "off",
      placeholder: "Acme cloud",
      "data-testid": "aws-sign-up-name",
    });
    this.email = h("input", {
      id: uniqueId("sign-up"),
      class: "field-input",
      type: "email",
      required: true,
      autocomplete: "off",
      placeholder: "aws-new@acme.example",
      "data-testid": "aws-sign-up-email",
    });
    this.error = h("p", { class: "panel-error", role: "alert", hidden: true });
    this.button = h("button", { class: "button", "data-testid": "aws-sign-up" }, "Sign up and prepare");
    this.result = h("div", { class: "sign-up-result", role: "status", "data-testid": "aws-sign-up-result" });
    this.node = h(
      "form",
      { class: "sign-up", submit: (event) => this.submit(event) },
      h("label", { for: this.name.id }, "Account name"),
      this.name,
      h("label", { for: this.email.id }, "Root e-mail"),
      this.email,
      h("div", { class: "row" }, this.button),
      this.error,
      this.result,
    );
  }

  async submit(event) {
    event.preventDefault();
    if (this.button.getAttribute("aria-busy") === "true") return;
    this.button.setAttribute("aria-busy", "true");
    const answer = await act("aws/sign_up", { name: this.name.value, email: this.email.value });
    this.button.removeAttribute("aria-busy");
    this.error.hidden = answer.ok;
    setText(this.error, answer.ok ? "" : (answer.error ?? "AWS refused."));
    if (!answer.ok) return;
    this.say(answer.accountId, this.name.value);
    this.node.reset();
    this.changed();
  }

  say(id, name) {
    follow(this.result, [
      {
        key: id,
        sign: "",
        build: () =>
          h(
            "div",
            { class: "card good" },
            h("div", { class: "row" }, h("b", {}, name), accountId(id), copyButton(id)),
            h(
              "p",
              { class: "card-facts" },
              "The customer signed up with their own card, put MFA on the root user, created the organization with ",
              "all features, enabled service control policies and trusted access for CloudTrail and StackSets, and ",
              "activated IAM access to billing.",
            ),
          ),
      },
    ]);
  }
}

export function accountId(id) {
  return h("code", { class: "account-id" }, id);
}

export function copyButton(text) {
  const node = h("button", { type: "button", class: "link", "data-testid": "copy" }, "Copy");
  node.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    setText(node, "Copied");
    setTimeout(() => setText(node, "Copy"), COPIED_FOR);
  });
  return node;
}
