// The guided tours of the two options. They remember nothing but which one: each step is done when the live state says
// so.

import { flash, follow, h } from "./dom.js";
import { panel } from "./panel.js";
import { epochOf } from "./time.js";

const CARD = /^(.+):card:\d+$/;
const REMINDER = /:reminder:\d+$/;
const NEW_TITLE = /New AWS account$/;

const code = (text) => h("code", {}, text);
const within = (side, selector) => () => document.querySelector(`[data-window="${side}"] ${selector}`);
const one = (selector) => () => document.querySelector(selector);

const TRANSFER = [
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
      "Start another setup and let a working day pass before anyone answers: a reminder comes in the card's thread.",
    ],
    where: one("[data-testid=clock-day]"),
    done: ({ reminded }) => reminded,
  },
];

const NEW_ACCOUNT = [
  {
    title: "Start a setup",
    text: () => ["In Erin's Slack, on the left, type ", code("/aws-setup new"), " and press Enter."],
    where: within("left", "[data-testid=composer]"),
    done: ({ views, card }) => card || views.includes("start_setup"),
  },
  {
    title: "Say who it is for",
    text: () => ["Fill in the form and submit it. A setup card appears for both sides."],
    where: within("left", "form.dialog"),
    done: ({ card }) => card,
  },
  {
    title: "Answer as the customer",
    text: () => [
      "In Carla's Slack, on the right, press Enter setup details. A root e-mail to use: ",
      code("aws-new@acme.example"),
      ". Try your own name first, and see it doubted.",
    ],
    where: within("right", "[data-action-id=enter_details]"),
    done: ({ actions, reviewable }) => reviewable || actions.includes("report_account"),
  },
  {
    title: "Sign up with AWS",
    text: () => ["In the AWS panel, sign up with the same name and address. Copy the account ID."],
    where: one("[data-testid=aws-sign-up-name]"),
    done: ({ signedUp, reviewable }) => signedUp || reviewable,
  },
  {
    title: "Report the account",
    text: () => [
      "In Carla's Slack, press My account is ready, paste the ID and tick what is done. What is left open stays on the card.",
    ],
    where: within("right", "[data-action-id=report_account]"),
    done: ({ reviewable }) => reviewable,
  },
  {
    title: "Send the invitation",
    text: () => ["As Erin again, press Review and send invitation."],
    where: within("left", "[data-action-id=review_invitation]"),
    done: ({ invitation }) => invitation,
  },
  {
    title: "Approve it in AWS",
    text: () => ["In the AWS panel, accept the invitation as the customer."],
    where: one("[data-testid=aws-accept]"),
    done: ({ accepted }) => accepted,
  },
  {
    title: "Deploy the role, and see the card turn green",
    text: () => ["In the AWS panel, deploy the role in the new account, then press Check now on the card."],
    where: one("[data-testid=role-deploy]"),
    done: ({ finished }) => finished,
  },
];

const JOURNEYS = {
  transfer: { name: "Transfer billing", steps: TRANSFER, isCard: (title) => !NEW_TITLE.test(title) },
  new: { name: "New account", steps: NEW_ACCOUNT, isCard: (title) => NEW_TITLE.test(title) },
};
const REMEMBERED = "awssetup-tour-journey";

export class Tour {
  constructor() {
    this.list = h("ol", { class: "tour-steps" });
    this.choices = Object.entries(JOURNEYS).map(([key, { name }]) =>
      h(
        "button",
        { type: "button", class: "button", "data-testid": `tour-${key}`, click: () => this.choose(key) },
        name,
      ),
    );
    const choice = h("div", { class: "tour-choice", role: "group", "aria-label": "Which option" }, this.choices);
    this.node = panel("Guided tour", "tour", choice, this.list).node;
    this.snapshots = [];
    this.choose(localStorage.getItem(REMEMBERED) ?? "transfer");
  }

  choose(key) {
    this.journey = JOURNEYS[key] ?? JOURNEYS.transfer;
    localStorage.setItem(REMEMBERED, key);
    Object.values(JOURNEYS).forEach((journey, index) =>
      this.choices[index].setAttribute("aria-pressed", String(journey === this.journey)),
    );
    this.update(this.snapshots, this.aws);
  }

  update(slackSnapshots, aws) {
    this.snapshots = slackSnapshots;
    this.aws = aws;
    const { name, steps, isCard } = this.journey;
    const facts = read(slackSnapshots.filter(Boolean), aws, isCard);
    const done = steps.map((step) => Boolean(step.done(facts)));
    // A later step that is done proves the ones before it.
    const last = done.findLastIndex((yes, index) => yes && !steps[index].optional);
    const ticked = done.map((yes, index) => yes || index < last);
    const current = ticked.findIndex((yes) => !yes);
    follow(
      this.list,
      steps.map((step, index) => ({
        key: `${name} ${step.title}`,
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

function read(snapshots, aws, isCard) {
  const messages = snapshots.flatMap((snapshot) => snapshot.messages ?? []);
  const replies = snapshots.flatMap((snapshot) => Object.values(snapshot.threads ?? {}).flat());
  const mark = (message) => message.blocks?.[0]?.block_id ?? "";
  const cards = messages
    .filter((message) => CARD.test(mark(message)) && isCard(message.blocks[0].text?.text ?? ""))
    .sort((a, b) => Number(a.ts) - Number(b.ts));
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
    reviewable: Boolean(invitation) || actions.includes("review_invitation"),
    signedUp: aws?.accounts?.some((account) => card && account.signedUpAt >= Math.floor(Number(card.ts))),
    invitation: Boolean(invitation),
    accepted,
    deployed,
    finished: deployed && actions.length === 0,
    reminded: [...messages, ...replies].some((message) => REMINDER.test(mark(message))),
  };
}
