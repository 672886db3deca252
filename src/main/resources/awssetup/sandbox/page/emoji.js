// Emoji from Slack's names, or from the characters themselves: drawn where the page has a drawing, else left to the
// system's fonts.

import { h, svg } from "./dom.js";
import { DRAWINGS } from "./emoji-drawings.js";
import { CHARACTERS } from "./emoji-names.js";

const SKIN = /::skin-tone-\d$/;
const NAMES = Object.fromEntries(Object.entries(CHARACTERS).map(([name, character]) => [bare(character), name]));
const drawn = Object.keys(DRAWINGS).join("|");

/** Finds a named emoji, or one of those drawn here. */
export const EMOJI = new RegExp(`:([a-z0-9_+'-]+(?:::skin-tone-\\d)?):|(?:${drawn})\\uFE0F?`, "u");

function bare(character) {
  return character.replace(/\uFE0F/g, "");
}

/** The emoji for a match of EMOJI; null for a name that nobody knows, which stays text. */
export function emojiNode(match) {
  const name = match[1]?.replace(SKIN, "");
  const character = name === undefined ? match[0] : CHARACTERS[name];
  if (!character) return null;
  const label = (name ?? NAMES[bare(character)] ?? "").replaceAll("_", " ");
  const drawing = DRAWINGS[bare(character)];
  if (!drawing) return h("span", { class: "emoji", role: "img", "aria-label": label || null }, character);
  return h(
    "span",
    { class: "emoji drawn", role: "img", "aria-label": label, title: match[1] ? `:${name}:` : null },
    svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, drawing()),
  );
}
