// Slack's text formatting to elements. A reader's context is {people, channels, viewer, now, openLink, openChannel}.

import { h } from "./dom.js";
import { EMOJI, emojiNode } from "./emoji.js";
import { slackDate } from "./time.js";

const MARKS = { "*": "strong", _: "em", "~": "s" };
const WORD = /[\p{L}\p{N}]/u;
const BARE_URL = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)"'\]]/;

const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** A text object or a string as plain text with emoji. */
export function plain(text) {
  return emojis(typeof text === "string" ? text : (text?.text ?? ""));
}

/** A text object of either kind. */
export function rich(object, context) {
  return object?.type === "mrkdwn" ? mrkdwn(object.text, context, !object.verbatim) : [lines(plain(object))];
}

function lines(nodes) {
  return h("span", { class: "pre-line" }, nodes);
}

/** Mrkdwn as a list of block-level nodes. */
export function mrkdwn(text, context, autoLink = true) {
  const parts = String(text ?? "").split(/```\n?([\s\S]*?)\n?```/);
  return parts.flatMap((part, index) =>
    index % 2 === 1 ? [h("pre", {}, literal(part, context))] : paragraphs(part, context, autoLink, index === 0),
  );
}

function paragraphs(text, context, autoLink, first) {
  const nodes = [];
  let quote = null;
  const rows = text.split("\n");
  if (!first && rows[0] === "") rows.shift();
  rows.forEach((row, index) => {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(row);
    const inner = inline(quoted ? quoted[1] : row, { ...context, autoLink, opening: first && index === 0 });
    if (quoted) {
      quote ??= nodes[nodes.push(h("blockquote", {})) - 1];
      quote.append(h("div", {}, inner));
      return;
    }
    quote = null;
    const item = /^(\s*)(?:[•◦▪‣-]|\d+[.)])\s/.exec(row);
    nodes.push(h("div", { class: item ? "line item" : row === "" ? "line gap" : "line" }, inner));
  });
  while (nodes.length > 1 && nodes[nodes.length - 1].classList.contains("gap")) nodes.pop();
  return nodes;
}

function inline(text, context) {
  const nodes = [];
  let run = "";
  const flush = () => {
    nodes.push(...(context.autoLink ? linked(run, context) : emojis(unescape(run))));
    run = "";
  };
  for (let at = 0; at < text.length;) {
    const found = tokenAt(text, at, context);
    if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      run += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

function tokenAt(text, at, context) {
  const character = text[at];
  if (character === "<") {
    const end = text.indexOf(">", at);
    if (end > at + 1) return { node: reference(text.slice(at + 1, end), context, at), end: end + 1 };
  } else if (character === "`") {
    const end = text.indexOf("`", at + 1);
    if (end > at + 1) return { node: h("code", {}, literal(text.slice(at + 1, end), context)), end: end + 1 };
  } else if (MARKS[character] && !WORD.test(text[at - 1] ?? " ") && /\S/.test(text[at + 1] ?? " ")) {
    const end = closing(text, at, character);
    if (end > at + 1) {
      const inner = inline(text.slice(at + 1, end), { ...context, opening: context.opening && at === 0 });
      return { node: h(MARKS[character], {}, inner), end: end + 1 };
    }
  }
  return null;
}

/** Where a mark ends: after a character that is not a space, before one that is not of a word. */
function closing(text, from, mark) {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "<") at = Math.max(at, text.indexOf(">", at));
    else if (text[at] === "`" && text.indexOf("`", at + 1) > 0) at = text.indexOf("`", at + 1);
    else if (text[at] === mark && /\S/.test(text[at - 1]) && !WORD.test(text[at + 1] ?? " ")) return at;
  }
  return -1;
}

function literal(text, context) {
  return text.split(/<([^>]+)>/).map((part, index) => (index % 2 === 1 ? reference(part, context, 1) : unescape(part)));
}

function reference(inside, context, at) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : inside.slice(bar + 1);
  if (target.startsWith("@")) return person(target.slice(1), context);
  if (target.startsWith("#")) return channel(target.slice(1), label, context);
  if (target.startsWith("!date^")) return dateOf(target, label, context, at);
  if (target.startsWith("!subteam^")) return h("span", { class: "mention" }, unescape(label ?? "@group"));
  if (target.startsWith("!")) return h("span", { class: "mention me" }, "@" + target.slice(1).split("^")[0]);
  return link(unescape(target), label === null ? null : emojis(unescape(label)), context);
}

export function person(id, context) {
  const name = context.people?.get(id)?.name ?? id;
  const me = id === context.viewer?.id;
  return h("span", { class: me ? "mention me" : "mention", "data-user-id": id }, "@" + name);
}

export function channel(id, label, context) {
  const known = context.channels?.find((one) => one.id === id);
  const name = "#" + (known?.name ?? (label || id)).replace(/^#/, "");
  if (!known) return h("span", { class: "mention" }, name);
  return h("button", { type: "button", class: "mention", click: () => context.openChannel(id) }, name);
}

/** A link that the page may handle itself; anything but the web and mail stays text. */
export function link(url, children, context) {
  if (!/^(https?:|mailto:)/i.test(url)) return h("span", {}, children ?? `<${url}>`);
  return h(
    "a",
    {
      href: url,
      target: "_blank",
      rel: "noopener noreferrer",
      title: children ? url : null,
      click: (event) => context.openLink(url, event),
    },
    children ?? url.replace(/^mailto:/, ""),
  );
}

function dateOf(target, fallback, context, at) {
  const [, epoch, template, url] = target.split("^");
  let text = slackDate(Number(epoch), unescape(template ?? ""), context.now) ?? unescape(fallback ?? "");
  if (context.opening && at === 0) text = text.charAt(0).toUpperCase() + text.slice(1);
  const node = h("time", { title: unescape(fallback ?? "") }, text);
  return url ? link(unescape(url), node, context) : node;
}

function linked(text, context) {
  const match = BARE_URL.exec(text);
  if (!match) return emojis(unescape(text));
  const after = text.slice(match.index + match[0].length);
  return [
    ...emojis(unescape(text.slice(0, match.index))),
    link(unescape(match[0]), null, context),
    ...linked(after, context),
  ];
}

function emojis(text) {
  const nodes = [];
  let rest = text;
  for (let match = EMOJI.exec(rest); match; match = EMOJI.exec(rest)) {
    const node = emojiNode(match);
    // An unknown name gives only its first colon away: its last may open the next one.
    const used = node ? match[0].length : 1;
    nodes.push(rest.slice(0, match.index), node ?? rest.slice(match.index, match.index + 1));
    rest = rest.slice(match.index + used);
  }
  nodes.push(rest);
  return nodes.filter((node) => node !== "");
}
