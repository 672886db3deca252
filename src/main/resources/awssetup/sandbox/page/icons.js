// The page's own few signs, drawn so that no font has to know them.

import { svg } from "./dom.js";

const PATHS = {
  lock: "M5 9.5h10v7.5H5zM7 9.5V7a3 3 0 0 1 6 0v2.5",
  shared: "M4 8h8v8H4zM8 5.5V4h8v8h-1.5",
  bot: "M4 6.5h12v9H4zM10 6.5V3M7.5 10.5v1M12.5 10.5v1",
  send: "M3.5 10L16.5 4l-5 12.5-2.5-5zM9 11.5L16.5 4",
  close: "M5 5l10 10M15 5L5 15",
  out: "M8 5h7v7M15 5L6 14",
  eye: "M2 10c3.5-6 12.5-6 16 0-3.5 6-12.5 6-16 0zM10 8.2a1.8 1.8 0 1 0 .01 0",
};

export function icon(name) {
  return svg("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));
}
