// AWS as the two sides would see it in their consoles, in plain words.

import { act, look } from "./api.js";
import { follow, h, setText } from "./dom.js";
import { button, panel } from "./panel.js";
import { accountId, copyButton, SignUp } from "./signup.js";
import { ago, epochOf, moment, timeOfDay } from "./time.js";

const STATES = {
  OPEN: ["Waiting for the customer", "waiting"],
  REQUESTED: ["Waiting for the customer", "waiting"],
  ACCEPTED: ["Accepted", "good"],
  DECLINED: ["Declined by the customer", "bad"],
  CANCELED: ["Cancelled by the partner", "bad"],
  EXPIRED: ["Expired", "bad"],
  WITHDRAWN: ["Withdrawn", "bad"],
};

export class AwsPanel {
  constructor({ changed }) {
    this.changed = changed;
    this.invitations = h("div", { class: "cards", "data-part": "invitations" });
    this.accounts = h("div", { class: "cards", "data-part": "accounts" });
    this.signUp = new SignUp({ changed });
    this.others = h("div", { class: "cards" });
    this.restTitle = h("summary", {});
    this.rest = h("details", { class: "rest", hidden: true }, this.restTitle, this.others);
    this.error = h("p", { class: "panel-error", role: "alert", hidden: true });
    this.calls = h("ol", { class: "calls" });
    this.callsTitle = h("summary", {}, "Last calls");
    const box = panel(
      "AWS",
      "aws",
      this.error,
      h("h3", {}, "Billing transfer invitations"),
      this.invitations,
      h("h3", {}, "Customers' accounts"),
      this.accounts,
      this.rest,
      h("h3", {}, "Sign up with AWS, as the customer"),
      this.signUp.node,
      h("details", { "data-testid": "aws-calls" }, this.callsTitle, this.calls),
    );
    this.node = box.node;
    this.open = box.open;
  }

  /** The part of the panel where a link into the console would have led. */
  partFor(url) {
    this.open();
    if (/signup|organizations|#\/account|#\/stacksets$|\/iam\//.test(url)) return this.signUp.node;
    return /cloudformation/.test(url) ? this.accounts : /billing/.test(url) ? this.invitations : this.node;
  }

  async look() {
    this.snapshot = await look("aws");
    this.draw(this.snapshot);
    return this.snapshot;
  }

  async do(deed, body) {
    const answer = await act(`aws/${deed}`, body);
    this.error.hidden = answer.ok;
    setText(this.error, answer.ok ? "" : (answer.error ?? "AWS refused."));
    this.changed();
  }

  draw({ now, invitations, accounts, calls }) {
    const newestFirst = [...(invitations ?? [])].sort((a, b) => epochOf(b.sentAt) - epochOf(a.sentAt));
    follow(
      this.invitations,
      orNone(
        newestFirst.map((one) => this.invitation(one, now)),
        "None yet. Send one as Erin, and it appears here.",
      ),
    );
    // New ones and those that an invitation is about are what the person at the page works on: the others fold away.
    const invited = new Set(newestFirst.map((one) => one.accountId));
    const inOrder = [...(accounts ?? [])].sort(
      (a, b) => invited.has(b.id) - invited.has(a.id) || (b.signedUpAt ?? 0) - (a.signedUpAt ?? 0),
    );
    const inUse = inOrder.filter((one) => invited.has(one.id) || one.signedUpAt || one.role?.deployed);
    const shown = inUse.length ? inUse : inOrder;
    const others = inOrder.filter((one) => !shown.includes(one));
    follow(
      this.accounts,
      orNone(
        shown.map((one) => this.account(one)),
        "None.",
      ),
    );
    this.rest.hidden = !others.length;
    setText(this.restTitle, others.length === 1 ? "1 other account" : `${others.length} other accounts`);
    follow(
      this.others,
      others.map((one) => this.account(one)),
    );
    const last = [...(calls ?? [])].reverse();
    setText(this.callsTitle, `Last calls (${last.length})`);
    follow(
      this.calls,
      last.map((call, index) => this.call(call, last.length - index)),
    );
  }

  invitation(one, now) {
    const [words, tone] = STATES[one.status] ?? [one.status, ""];
    const open = tone === "waiting";
    const times = [
      `Sent ${ago(epochOf(one.sentAt), now)}`,
      open && one.expiresAt && `expires ${moment(epochOf(one.expiresAt), now)}`,
    ].filter(Boolean);
    const to = { handshakeId: one.handshakeId };
    return {
      key: one.handshakeId,
      sign: JSON.stringify([one, times]),
      build: () =>
        h(
          "div",
          { class: `card ${tone}`, "data-handshake": one.handshakeId, "data-status": one.status },
          h(
            "div",
            { class: "card-title" },
            h("b", {}, one.name ?? "Billing transfer"),
            h("span", { class: `chip ${tone}` }, words),
          ),
          h("div", { class: "card-facts" }, "for account ", h("code", {}, one.accountId), h("br"), times.join(", ")),
          open &&
            h(
              "div",
              { class: "row" },
              h("span", { class: "who" }, "Customer"),
              button("Accept", "aws-accept", () => this.do("accept", to), "primary"),
              button("Decline", "aws-decline", () => this.do("decline", to)),
            ),
          open &&
            h(
              "div",
              { class: "row" },
              h("span", { class: "who" }, "Partner"),
              button("Cancel in console", "aws-cancel", () => this.do("cancel", to)),
            ),
          one.status === "ACCEPTED" &&
            h(
              "div",
              { class: "row" },
              button("Withdraw", "aws-withdraw", () => this.do("withdraw", { transferId: one.transferId })),
            ),
        ),
    };
  }

  account(one) {
    const { role } = one;
    const deployed = Boolean(role?.deployed);
    const [words, tone] = !deployed
      ? ["", ""]
      : role.safe === false
        ? ["Role answers anyone", "bad"]
        : ["Role deployed", "good"];
    return {
      key: one.id,
      sign: JSON.stringify(one),
      build: () =>
        h(
          "div",
          { class: `card ${tone}`, "data-account": one.id },
          h(
            "div",
            { class: "row spread account" },
            h(
              "div",
              { title: one.email || null },
              h("b", {}, one.name),
              h("span", { class: "card-facts row" }, accountId(one.id), one.signedUpAt && copyButton(one.id)),
              deployed && h("span", { class: `chip ${tone}` }, words),
            ),
            deployed
              ? button("Delete the role", "role-delete", () => this.do("role", { accountId: one.id, deploy: false }))
              : button("Deploy the role", "role-deploy", () => this.do("role", { accountId: one.id, deploy: true })),
          ),
        ),
    };
  }

  call({ at, operation, status, error }, number) {
    return {
      key: `${number} ${at} ${operation}`,
      sign: JSON.stringify([status, error]),
      build: () =>
        h(
          "li",
          { class: error ? "failed" : "" },
          h("time", {}, timeOfDay(epochOf(at))),
          h("span", {}, operation),
          h("span", { class: "status" }, error ?? String(status ?? "")),
        ),
    };
  }
}

function orNone(items, text) {
  return items.length ? items : [{ key: "none", sign: text, build: () => h("p", { class: "empty" }, text) }];
}
