// A list of messages, as a channel or a thread shows it.

import { blocks, messageText } from "./blocks.js";
import { follow, h } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { ago, dayKey, dayName, moment, timeOfDay } from "./time.js";

const GROUP_SECONDS = 300;

/** A coloured initial. The colour is a data value, so it is set as a property: the page's policy allows no style text. */
export function avatar(person, size = "") {
  const node = h(
    "span",
    { class: `avatar ${size} ${person?.bot ? "bot" : ""}`, "aria-hidden": "true" },
    person?.bot ? icon("bot") : initials(person),
  );
  if (person?.color && !person.bot)
    node.style.backgroundColor = /^#/.test(person.color) ? person.color : `#${person.color}`;
  return node;
}

function initials(person) {
  return (person?.name ?? "?")
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join("")
    .toUpperCase();
}

/** A file with its name and size, and its beginning for those who open it. */
function file({ title, size, preview }) {
  return h(
    "details",
    { class: "file", "data-testid": "file" },
    h("summary", {}, h("strong", {}, title), ` ${sizeInWords(size)}`),
    h("pre", { tabindex: "0" }, preview),
  );
}

function sizeInWords(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`;
}

export class MessageList {
  /** Options: label, openThread(ts) or null within a thread. */
  constructor({ label, openThread = null }) {
    this.openThread = openThread;
    this.list = h("div", { class: "message-list", role: "log", "aria-label": label, "aria-live": "polite" });
    this.pill = h(
      "button",
      { type: "button", class: "new-pill", hidden: true, click: () => this.toBottom() },
      "New messages ↓",
    );
    this.node = h("div", { class: "messages", tabindex: "0", scroll: () => this.scrolled() }, this.list);
    this.frame = h("div", { class: "messages-frame" }, this.node, this.pill);
    this.stick = true;
    new ResizeObserver(() => this.stick && this.toBottom()).observe(this.node);
  }

  /** hasNews(message) tells whether its thread holds something unseen. */
  update(place, messages, context, hasNews = () => false) {
    const moved = place !== this.place;
    const before = this.lastTs;
    this.place = place;
    this.lastTs = messages[messages.length - 1]?.ts;
    follow(this.list, this.rows(place, messages, context, hasNews));
    if (moved) this.stick = true;
    if (this.stick) this.toBottom();
    else if (this.lastTs !== before) this.pill.hidden = false;
  }

  rows(place, messages, context, hasNews) {
    if (!messages.length) return [this.nothing(place, context)];
    const rows = [];
    let previous = null;
    let lastDay = null;
    // "Today" and "in 3 hours" grow old, so what is relative is drawn again as time goes.
    const today = dayKey(context.now);
    for (const message of messages) {
      const at = Number(message.ts);
      const day = dayKey(at);
      if (day !== lastDay) {
        lastDay = day;
        const name = dayName(at, context.now);
        rows.push({
          key: `day ${place} ${day}`,
          sign: name,
          build: () => h("div", { class: "day" }, h("span", {}, name)),
        });
        previous = null;
      }
      const grouped =
        previous &&
        previous.user === message.user &&
        !message.ephemeral &&
        !previous.ephemeral &&
        at - Number(previous.ts) < GROUP_SECONDS;
      const news = hasNews(message);
      const text = JSON.stringify(message);
      const relative = text.includes("{ago}") ? Math.floor(context.now / 60) : today;
      const since = message.replies?.count ? lastReply(message, context) : "";
      const preview = news ? this.preview(message, context) : "";
      rows.push({
        key: `${place} ${message.ts} ${message.ephemeral}`,
        sign: [text, grouped, preview, relative, since, context.peopleSign].join("\n"),
        build: () => this.row(message, context, { grouped, preview }),
      });
      previous = message;
      if (!this.openThread && message === messages[0] && messages.length > 1) {
        const count = repliesInWords(messages.length - 1);
        rows.push({
          key: `replies ${place}`,
          sign: count,
          build: () => h("div", { class: "replies-line" }, h("span", {}, count)),
        });
        previous = null;
      }
    }
    return rows;
  }

  nothing(place, context) {
    const [command] = context.commands;
    const hint = command
      ? ["Nothing here yet. Type ", h("code", {}, command.command), " to begin."]
      : "Nothing here yet.";
    return { key: `${place} nothing`, sign: "", build: () => h("p", { class: "empty text" }, hint) };
  }

  /** The newest message of a thread, in a line: what a person would miss by not opening it. */
  preview(message, context) {
    const replies = context.threads?.[message.ts] ?? [];
    const newest = replies[replies.length - 1];
    return newest
      ? mrkdwn(newest.text, context)
          .map((line) => line.textContent.trim())
          .join(" ")
      : "";
  }

  row(message, context, { grouped, preview }) {
    const author = context.people.get(message.user) ?? { id: message.user, name: message.user, bot: message.bot };
    const pressable = {
      ...context,
      press: (parent, data, value, node) => context.pressOn(message.ts, parent, data, value, node),
    };
    const at = Number(message.ts);
    return h(
      "article",
      {
        class: `message ${grouped ? "grouped" : ""} ${message.ephemeral ? "ephemeral" : ""}`,
        "data-ts": message.ts,
        "data-author": message.user,
      },
      grouped ? h("span", { class: "gutter" }, timeOfDay(at)) : avatar(author),
      h(
        "div",
        { class: "message-body" },
        !grouped &&
          h(
            "div",
            { class: "byline" },
            h("strong", {}, author.name),
            message.bot && h("span", { class: "tag" }, "APP"),
            outside(author, context) && h("span", { class: "tag" }, author.teamName),
            h("time", { title: moment(at, context.now) }, timeOfDay(at)),
          ),
        message.blocks?.length ? blocks(message.blocks, pressable) : messageText(message.text, pressable),
        message.files?.map(file),
        message.edited && h("span", { class: "edited" }, "(edited)"),
        message.ephemeral && h("div", { class: "only-you" }, icon("eye"), "Only visible to you"),
        this.openThread && message.replies?.count > 0 && this.summary(message, context, preview),
      ),
      this.openThread &&
        !message.ephemeral &&
        !message.replies?.count &&
        h(
          "button",
          {
            type: "button",
            class: "reply-button",
            "data-testid": "thread-open",
            "aria-label": `Reply in thread to ${author.name}`,
            click: () => this.openThread(message.ts),
          },
          "Reply",
        ),
    );
  }

  summary(message, context, preview) {
    const { ts, replies } = message;
    return h(
      "button",
      {
        type: "button",
        class: `thread-summary ${preview ? "news" : ""}`,
        "data-testid": "thread-open",
        click: () => this.openThread(ts),
      },
      h("b", {}, repliesInWords(replies.count)),
      h("span", { class: "thread-last" }, `Last reply ${lastReply(message, context)}`),
      preview && h("span", { class: "thread-news" }, h("span", { class: "tag" }, "NEW"), " ", preview),
    );
  }

  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.node;
    this.stick = scrollHeight - scrollTop - clientHeight < 40;
    if (this.stick) this.pill.hidden = true;
  }

  toBottom() {
    this.node.scrollTop = this.node.scrollHeight;
    this.pill.hidden = true;
    this.stick = true;
  }

  find(ts) {
    return this.node.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  }
}

const repliesInWords = (count) => (count === 1 ? "1 reply" : `${count} replies`);

/** A snapshot's "now" is in whole seconds, so what has just been said can seem to come from the future. */
function lastReply({ replies }, context) {
  return ago(Math.min(Number(replies.last), context.now), context.now);
}

function outside(author, context) {
  return !author.bot && author.teamName && author.teamName !== context.viewer.teamName;
}
