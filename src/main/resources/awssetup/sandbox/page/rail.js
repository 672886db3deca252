// The channels that a person is in, and the app's Home.

import { follow, h } from "./dom.js";
import { icon } from "./icons.js";

export class Rail {
  constructor({ go, openHome }) {
    this.go = go;
    this.list = h("div", { class: "rail-list" });
    this.home = h(
      "button",
      { type: "button", class: "rail-item", "data-testid": "app-home", click: openHome },
      h("span", { class: "rail-sign" }, icon("bot")),
      h("span", { class: "rail-wide" }, "AWS Setup Bot"),
      h("span", { class: "rail-narrow" }, "Home"),
    );
    this.node = h(
      "nav",
      { class: "rail", "aria-label": "Channels" },
      this.list,
      h("div", { class: "rail-title" }, "Apps"),
      this.home,
    );
  }

  /** The current channel is null while Home is open. */
  update(channels, current, unread) {
    follow(
      this.list,
      channels.map((channel) => this.row(channel, channel.id === current, unread)),
    );
    if (current === null) this.home.setAttribute("aria-current", "page");
    else this.home.removeAttribute("aria-current");
  }

  row(channel, current, unread) {
    const news = !current && unread.inChannel(channel.id);
    return {
      key: channel.id,
      sign: [channel.name, channel.private, channel.shared, current, news].join(),
      build: () =>
        h(
          "button",
          {
            type: "button",
            class: `rail-item ${news ? "news" : ""}`,
            "data-channel-id": channel.id,
            "data-testid": "channel",
            "aria-current": current ? "page" : null,
            click: () => this.go(channel.id),
          },
          h("span", { class: "rail-sign" }, channel.private && !isDirect(channel) ? icon("lock") : sign(channel)),
          h("span", { class: "rail-name" }, bareName(channel)),
          channel.shared &&
            h("span", { class: "rail-shared", title: `Shared with ${others(channel)}` }, icon("shared")),
          news && h("span", { class: "dot", role: "img", "aria-label": "New messages" }),
        ),
    };
  }
}

const isDirect = ({ id }) => id.startsWith("D");
const sign = (channel) => (isDirect(channel) ? "@" : "#");
const bareName = ({ name, id }) => (name ?? id).replace(/^#/, "");
const others = (channel) => channel.with ?? "another organisation";

/** A channel's name as people write it. */
export const channelName = (channel) => sign(channel) + bareName(channel);

/** Who else is in it, in a few words. */
export function channelFacts(channel) {
  const count = channel.memberCount ?? 0;
  const members = count > 0 && `${count} member${count === 1 ? "" : "s"}`;
  return [channel.shared && `shared with ${others(channel)}`, members].filter(Boolean).join(" · ");
}
