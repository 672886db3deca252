// The guided tour of a billing transfer. It remembers nothing: each step is done when the live state says so.

import { flash, follow, h } from "./dom.js";
import { panel } from "./panel.js";
import { epochOf } from "./time.js";

const CARD = /^(.+):card:\d+$/;
const REMINDER = /:reminder:\d+$/;

const code = (text) => h("code", {}, text);
const within = (side, selector) => () => document.querySelector(`[data-window="${side}"] ${selector}`);
const one = (selector) => () => document.querySelector(selector);

const STEPS = [
  {
    title: "Start a setup",
    text: () => ["In Erin's Slack, on the left, type ", code("/aws-setup transfer"), " and press Enter."],
    where: within("left", "[data-testid=composer]"),
    done: ({ views, card }) => card || views.includes("start_setup"),
  },
  {
    title: "Say who it is for",
    text: () => [
      "Name the customer, Acme Robotics for example, choose Carla Customer as the contact, and press Start setup. ",
      "A setup card appears for both sides.",
    ],
    where: within("left", "form.dialog"),
    done: ({ card }) => card,
  },
  {
    title: "Answer as the customer",
    text: () => [
      "In Carla's Slack, on the right, press Enter setup details. The account ID is ",
      code("222233334444"),
      "; any name and e-mail address will do as the technical contact.",
    ],
    where: within("right", "[data-action-id=enter_details]"),
    done: ({ actions, invitation }) => invitation || actions.includes("review_invitation"),
  },
  {
    title: "Send the invitation",
    text: () => ["As Erin again, press Review and send invitation, look it over, and press Send invitation."],
    where: within("left", "[data-action-id=review_invitation]"),
    done: ({ invitation }) => invitation,
  },
  {
    title: "Approve it in AWS",
    text: () => ["In the AWS panel, press Accept as the customer. The bot notices within seconds."],
    where: one("[data-testid=aws-accept]"),
    done: ({ accepted }) => accepted,
  },
  {
    title: "Deploy the role",
    text: () => ["In the AWS panel, press Deploy the role beside the customer's account."],
    where: one("[data-testid=role-deploy]"),
    done: ({ deployed }) => deployed,
  },
  {
    title: "Watch the card turn green",
    text: () => ["Press Check now on the card, or let an hour pass with the button at the top."],
    where: one("[data-testid=clock-hour]"),
    done: ({ finished }) => finished,
  },
  {
    title: "See a reminder",
    optional: true,
    text: () => [
      "Start another setup and let a working day pass before anybody answers: a reminder comes in the card's thread.",
    ],
    where: one("[data-testid=clock-day]"),
    done: ({ reminded }) => reminded,
  },
];

export class Tour {
  constructor() {
    this.list = h("ol", { class: "tour-steps" });
    this.node = panel("Guided tour: transfer billing", "tour", this.list).node;
  }

  update(slackSnapshots, aws) {
    const facts = read(slackSnapshots.filter(Boolean), aws);
    const done = STEPS.map((step) => Boolean(step.done(facts)));
    // A later step that is done proves the ones before it.
    const last = done.findLastIndex((yes, index) => yes && !STEPS[index].optional);
    const ticked = done.map((yes, index) => yes || index < last);
    const current = ticked.findIndex((yes) => !yes);
    follow(
      this.list,
      STEPS.map((step, index) => ({
        key: step.title,
        sign: `${ticked[index]} ${index === current}`,
        build: () => row(step, ticked[index], index === current),
      })),
    );
  }
}

function row(step, ticked, current) {
  return h(
    "li",
    {
      class: ticked ? "ticked" : current ? "current" : "",
      "aria-current": current ? "step" : null,
      "data-done": String(ticked),
    },
    h(
      "span",
      { class: "tour-title" },
      step.title,
      step.optional && h("span", { class: "optional" }, " (optional)"),
      ticked && h("span", { class: "sr" }, " (done)"),
    ),
    current &&
      h(
        "div",
        { class: "tour-text" },
        step.text(),
        " ",
        h(
          "button",
          { type: "button", class: "link", "data-testid": "tour-show", click: () => show(step) },
          "Show me where",
        ),
      ),
  );
}

function show(step) {
  const place = step.where();
  flash(place?.closest(".composer") ?? place);
  place?.focus({ preventScroll: true });
}

function read(snapshots, aws) {
  const messages = snapshots.flatMap((snapshot) => snapshot.messages ?? []);
  const replies = snapshots.flatMap((snapshot) => Object.values(snapshot.threads ?? {}).flat());
  const mark = (message) => message.blocks?.[0]?.block_id ?? "";
  const cards = messages.filter((message) => CARD.test(mark(message))).sort((a, b) => Number(a.ts) - Number(b.ts));
  const card = cards[cards.length - 1];
  const actions = (card?.blocks ?? [])
    .flatMap((block) => [...(block.elements ?? []), block.accessory ?? {}])
    .map((element) => element.action_id)
    .filter(Boolean);
  const since = (aws?.invitations ?? []).filter(
    (invitation) => card && epochOf(invitation.sentAt) >= Math.floor(Number(card.ts)),
  );
  const invitation = since.sort((a, b) => epochOf(b.sentAt) - epochOf(a.sentAt))[0];
  const accepted = invitation?.status === "ACCEPTED";
  const deployed =
    accepted && aws.accounts?.some((account) => account.id === invitation.accountId && account.role?.deployed);
  return {
    views: snapshots.flatMap((snapshot) => snapshot.views ?? []).map((view) => view.callback_id),
    card: Boolean(card),
    actions,
    invitation: Boolean(invitation),
    accepted,
    deployed,
    finished: deployed && actions.length === 0,
    reminded: [...messages, ...replies].some((message) => REMINDER.test(mark(message))),
  };
}
