// Slack's rich text block to elements.

import { h } from "./dom.js";
import { EMOJI, emojiNode } from "./emoji.js";
import { channel, link, person } from "./mrkdwn.js";
import { slackDate } from "./time.js";

export function richText(data, context) {
  return h(
    "div",
    {},
    data.elements.map((part) => richPart(part, context)),
  );
}

function richPart(part, context) {
  const inside = () => (part.elements ?? []).map((one) => richRun(one, context));
  switch (part.type) {
    case "rich_text_list":
      return h(
        part.style === "ordered" ? "ol" : "ul",
        { class: `indent-${Math.min(part.indent ?? 0, 4)}`, start: part.offset ? part.offset + 1 : null },
        part.elements.map((item) =>
          h(
            "li",
            {},
            (item.elements ?? []).map((one) => richRun(one, context)),
          ),
        ),
      );
    case "rich_text_quote":
      return h("blockquote", {}, inside());
    case "rich_text_preformatted":
      return h("pre", {}, inside());
    default:
      return h("div", { class: "text pre-line" }, inside());
  }
}

function richRun(run, context) {
  let node;
  switch (run.type) {
    case "link":
      node = link(run.url, run.text ?? null, context);
      break;
    case "emoji":
      node = emojiNode(EMOJI.exec(`:${run.name}:`)) ?? `:${run.name}:`;
      break;
    case "user":
      node = person(run.user_id, context);
      break;
    case "channel":
      node = channel(run.channel_id, null, context);
      break;
    case "broadcast":
      node = h("span", { class: "mention me" }, `@${run.range}`);
      break;
    case "date":
      node = h("time", {}, slackDate(run.timestamp, run.format, context.now) ?? run.fallback ?? "");
      break;
    default:
      node = document.createTextNode(run.text ?? "");
  }
  const { bold, italic, strike, code } = run.style ?? {};
  if (code) node = h("code", {}, node);
  if (bold) node = h("strong", {}, node);
  if (italic) node = h("em", {}, node);
  if (strike) node = h("s", {}, node);
  return node;
}
