// The emoji that carry a state, drawn so that a card reads the same on every computer, whatever its fonts.

import { svg } from "./dom.js";

const disc = (fill) => [svg("circle", { cx: 10, cy: 10, r: 8, class: `i-${fill}` })];
const tile = (fill) => [svg("rect", { x: 2.5, y: 2.5, width: 15, height: 15, rx: 3.5, class: `i-${fill}` })];
const stroke = (d) => svg("path", { d, class: "i-line" });
const light = (d) => svg("path", { d, class: "i-light" });
const shape = (d, fill) => svg("path", { d, class: `i-${fill}` });
const hourglass = () => [
  shape("M5 2.5h10v3.2L11.4 10l3.6 4.3v3.2H5v-3.2L8.6 10 5 5.7z", "sand"),
  stroke("M4 2.5h12M4 17.5h12"),
];

export const DRAWINGS = {
  "✅": () => [...disc("green"), light("M6 10.3l2.8 2.8L14.2 7.4")],
  "✔": () => [shape("M3.2 10.6l2-2 3.2 3.2 6.6-7 2 1.9-8.5 9z", "green")],
  "☑": () => [...tile("green"), light("M6 10.3l2.8 2.8L14.2 7.4")],
  "❌": () => [...disc("red"), light("M7 7l6 6M13 7l-6 6")],
  "✖": () => [stroke("M5 5l10 10M15 5L5 15")],
  "⚠": () => [shape("M10 2.3L18.7 17.3H1.3z", "yellow"), svg("path", { d: "M10 8v4.3M10 14.7v.3", class: "i-dark" })],
  "⛔": () => [...disc("red"), light("M6 10h8")],
  "🚫": () => [
    svg("circle", { cx: 10, cy: 10, r: 7, class: "i-ring" }),
    svg("path", { d: "M5.1 5.1l9.8 9.8", class: "i-ring" }),
  ],
  "⌛": hourglass,
  "⏳": hourglass,
  "🔔": () => [
    shape(
      "M10 2.2a5 5 0 0 1 5 5c0 4 1.2 5.6 2 6.5H3c.8-.9 2-2.5 2-6.5a5 5 0 0 1 5-5zM8 15.2h4a2 2 0 0 1-4 0z",
      "yellow",
    ),
  ],
  ℹ: () => [...tile("blue"), light("M10 9v5M10 6v.3")],
  "➡": () => [...tile("blue"), light("M5.5 10h8M10.5 6.5L14 10l-3.5 3.5")],
  "🎉": () => [
    shape("M2.5 17.5L7 6.5l6.5 6.5z", "yellow"),
    shape("M11 2.5l1 2 2-.6-.6 2 2 1-2 .9", "red"),
    stroke("M14 11l3.5-1M9.5 5.5L9 2"),
  ],
  "🔒": () => [
    svg("path", { d: "M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9", class: "i-line" }),
    shape("M4.5 9h11v8.5h-11z", "sand"),
  ],
  "📅": () => [shape("M3 5h14v12.5H3z", "paper"), shape("M3 3.5h14V8H3z", "red"), stroke("M6.5 2v3M13.5 2v3")],
  "✉": () => [shape("M2 4.5h16v11H2z", "paper"), stroke("M2.5 5l7.5 6 7.5-6")],
  "👤": () => [
    svg("circle", { cx: 10, cy: 6.5, r: 3.7, class: "i-grey" }),
    shape("M2.8 18c0-4.5 3-6.5 7.2-6.5s7.2 2 7.2 6.5z", "grey"),
  ],
  "🔗": () => [
    stroke(
      "M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.7-2.7a3.2 3.2 0 0 0-4.6-4.6L10 5.4M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.7 2.7a3.2 3.2 0 0 0 4.6 4.6L10 14.6",
    ),
  ],
  "🔄": () => [...tile("blue"), light("M6 10a4 4 0 0 1 7-2.6M14 10a4 4 0 0 1-7 2.6M13.5 5v2.7h-2.7M6.5 15v-2.7h2.7")],
  "🔴": () => disc("red"),
  "🟠": () => disc("orange"),
  "🟡": () => disc("yellow"),
  "🟢": () => disc("green"),
  "🔵": () => disc("blue"),
  "🟣": () => disc("purple"),
  "⚪": () => disc("hollow"),
  "⚫": () => disc("black"),
  "🟥": () => tile("red"),
  "🟧": () => tile("orange"),
  "🟨": () => tile("yellow"),
  "🟩": () => tile("green"),
  "🟦": () => tile("blue"),
  "⬜": () => tile("hollow"),
  "⬛": () => tile("black"),
};
DRAWINGS["📆"] = DRAWINGS["📅"];
DRAWINGS["🗓"] = DRAWINGS["📅"];
DRAWINGS["📧"] = DRAWINGS["✉"];
DRAWINGS["⏰"] = () => [
  ...disc("red"),
  svg("circle", { cx: 10, cy: 10, r: 5.7, class: "i-paper" }),
  svg("path", { d: "M10 6.5V10l2.3 1.5", class: "i-dark" }),
];
DRAWINGS["👉"] = () => [
  shape("M2.5 8.2c0-1.6 1.2-2.7 2.8-2.7h4.2l1.2 1.7h6a1.5 1.5 0 0 1 0 3h-3.9v4.6c0 1-.8 1.7-1.8 1.7H5.6c-1.8 0-3.1-1.3-3.1-3z", "yellow"),
  stroke("M9.2 10.2h3.4M9.4 12.6h3.2M9 14.8h3"),
];
DRAWINGS["📨"] = () => [shape("M5 5h13v10H5z", "paper"), stroke("M5.5 5.5l6 5 6-5M1 7.5h2.5M1 10h2.5M1 12.5h2.5")];
DRAWINGS["🚨"] = () => [
  shape("M5 14.5V10a5 5 0 0 1 10 0v4.5z", "red"),
  shape("M3.5 14.5h13v3h-13z", "grey"),
  stroke("M10 1v2M3.2 3.6l1.4 1.4M16.8 3.6l-1.4 1.4"),
];
DRAWINGS["◻"] = DRAWINGS["⬜"];
DRAWINGS["◼"] = DRAWINGS["⬛"];
