// One person's Slack: channels, messages, threads, modals and Home, drawn from that person's snapshot.

import { act, look } from "./api.js";
import { blocks } from "./blocks.js";
import { Composer } from "./composer.js";
import { icon } from "./icons.js";
import { flash, follow, h, setText } from "./dom.js";
import { avatar, MessageList } from "./messages.js";
import { Modals } from "./modal.js";
import { confirmIn } from "./overlay.js";
import { ThreadPane } from "./thread.js";
import { Unread } from "./unread.js";

const KINDS = { engineer: "Engineer", customer: "Customer", guest: "Guest", outsider: "Outsider" };
const PERMALINK = /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})(?:\?.*thread_ts=([\d.]+))?/;

export class SlackWindow {
  /** openAwsLink(url, anchor) is asked first about every link; changed() has the whole page look again. */
  constructor({ side, user, channel, openAwsLink, changed }) {
    Object.assign(this, { side, user, channel, openAwsLink, refresh: changed });
    this.view = "channel";
    this.unread = new Unread();
    this.build();
    this.modals = new Modals(this.layer, this);
    this.markPlace();
  }

  build() {
    this.face = h("span", { class: "face" });
    this.person = h("select", { "aria-label": "Whose Slack this is", "data-testid": "person", change: (event) => this.become(event.target.value) });
    this.role = h("span", { class: "role" });
    this.rail = h("div", { class: "rail-list" });
    this.homeButton = h(
      "button",
      { type: "button", class: "rail-item", "data-testid": "app-home", click: () => this.openHome() },
      h("span", { class: "rail-sign" }, icon("bot")),
      h("span", {}, "AWS Setup Bot"),
    );
    this.heading = h("h2", {});
    this.about = h("span", { class: "about" });
    this.list = new MessageList({ label: "Messages", openThread: (ts) => this.openThread(ts) });
    this.home = h("div", { class: "home", tabindex: "0", hidden: true });
    this.noticeText = h("span", {});
    this.notice = h(
      "div",
      { class: "notice", role: "alert", hidden: true, "data-testid": "notice" },
      this.noticeText,
      h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss", click: () => this.dismiss() }, icon("close")),
    );
    this.composer = new Composer({
      label: "Message",
      testId: "composer",
      sendTestId: "send",
      send: (text) => this.type(text),
      commands: () => this.snapshot?.commands ?? [],
    });
    this.thread = new ThreadPane({
      send: (ts, text) => this.type(text, ts),
      closed: () => this.draw(),
    });
    this.main = h(
      "div",
      { class: "window-main" },
      h("nav", { class: "rail", "aria-label": "Channels" }, this.rail, h("div", { class: "rail-title" }, "Apps"), this.homeButton),
      h(
        "div",
        { class: "place" },
        h("header", { class: "place-head" }, this.heading, this.about),
        this.list.frame,
        this.home,
        this.notice,
        this.composer.node,
      ),
      this.thread.node,
    );
    this.layer = h("div", { class: "layer" });
    this.node = h(
      "section",
      { class: `window ${this.side}`, "data-window": this.side },
      h("header", { class: "window-head" }, this.face, h("span", { class: "person" }, this.person), this.role),
      h("div", { class: "window-body" }, this.main, this.layer),
    );
  }

  markPlace() {
    Object.assign(this.node.dataset, { user: this.user, channel: this.channel ?? "" });
  }

  /** Looks again. What arrives after the person or channel was changed is dropped. */
  async look() {
    const { user, channel } = this;
    let snapshot;
    try {
      snapshot = await look("slack", { as: user, channel });
    } catch (error) {
      if (channel && this.channel === channel && this.user === user) {
        this.channel = null;
        return this.look();
      }
      this.say(error.message);
      return null;
    }
    if (user !== this.user || channel !== this.channel) return null;
    if (!snapshot.channel && snapshot.channels?.length && channel !== snapshot.channels[0].id) {
      this.channel = snapshot.channels[0].id;
      return this.look();
    }
    this.channel = snapshot.channel?.id ?? channel;
    this.snapshot = snapshot;
    this.draw();
    return snapshot;
  }

  draw() {
    const { snapshot } = this;
    if (!snapshot) return;
    this.markPlace();
    const context = this.context(snapshot);
    this.unread.see(snapshot, this.view === "channel" ? this.channel : null, this.thread.ts);
    this.drawHead(snapshot);
    this.drawRail(snapshot);
    const atHome = this.view === "home";
    this.list.frame.hidden = atHome;
    this.home.hidden = !atHome;
    this.composer.node.hidden = atHome || !snapshot.channel;
    if (atHome) this.drawHome(snapshot, context);
    else this.drawChannel(snapshot, context);
    this.thread.update(snapshot.messages ?? [], snapshot.threads ?? {}, context);
    this.modals.update(snapshot.views ?? [], context);
    if (snapshot.notice !== this.lastNotice) {
      this.lastNotice = snapshot.notice;
      if (snapshot.notice) this.say(snapshot.notice);
    }
  }

  context(snapshot) {
    const people = new Map((snapshot.people ?? []).map((one) => [one.id, one]));
    return {
      people,
      peopleSign: [...people.values()].map((one) => one.name).join(),
      channels: snapshot.channels ?? [],
      viewer: snapshot.viewer ?? {},
      now: snapshot.now,
      openChannel: (id) => this.go(id),
      openLink: (url, event, anchor) => this.openLink(url, event, anchor),
      confirm: (data) => confirmIn(this.layer, data, this.context(snapshot)),
      pressOn: (...press) => this.press(...press),
    };
  }

  drawHead({ viewer, people }) {
    this.node.setAttribute("aria-label", `${viewer.name}'s Slack`);
    follow(this.face, [{ key: "face", sign: viewer.id, build: () => avatar(viewer) }]);
    const humans = (people ?? []).filter((one) => !one.bot);
    follow(
      this.person,
      humans.map((one) => ({
        key: one.id,
        sign: one.name,
        build: () => h("option", { value: one.id }, `${one.name} · ${KINDS[one.kind] ?? one.teamName}`),
      })),
    );
    if (document.activeElement !== this.person) this.person.value = this.user;
    setText(this.role, viewer.teamName ?? "");
  }

  drawRail({ channels }) {
    follow(
      this.rail,
      channels.map((one) => {
        const current = this.view === "channel" && one.id === this.channel;
        const news = !current && this.unread.inChannel(one);
        return {
          key: one.id,
          sign: [one.name, one.private, one.shared, current, news].join(),
          build: () =>
            h(
              "button",
              {
                type: "button",
                class: `rail-item ${news ? "news" : ""}`,
                "data-channel-id": one.id,
                "data-testid": "channel",
                "aria-current": current ? "page" : null,
                click: () => this.go(one.id),
              },
              h("span", { class: "rail-sign" }, one.private ? icon("lock") : sign(one)),
              h("span", { class: "rail-name" }, bareName(one)),
              one.shared && h("span", { class: "rail-shared", title: `Shared with ${one.with ?? "another organisation"}` }, icon("shared")),
              news && h("span", { class: "dot", role: "img", "aria-label": "New messages" }),
            ),
        };
      }),
    );
    if (this.view === "home") this.homeButton.setAttribute("aria-current", "page");
    else this.homeButton.removeAttribute("aria-current");
  }

  drawChannel({ channel, messages }, context) {
    setText(this.heading, channel ? `${sign(channel)}${bareName(channel)}` : "No channel");
    setText(this.about, channel ? describe(channel) : "");
    if (!channel) return;
    this.composer.moveTo(`${this.user} ${channel.id}`, `Message ${sign(channel)}${bareName(channel)}`);
    this.list.update(`${this.user} ${channel.id}`, messages ?? [], context, (message) => this.unread.inThread(message, this.thread.ts));
  }

  drawHome({ home, viewer }, context) {
    setText(this.heading, "AWS Setup Bot");
    setText(this.about, "Home");
    const pressable = { ...context, press: (parent, data, value, node) => this.pressHome(home, parent, data, value, node) };
    follow(this.home, [
      {
        key: "home",
        sign: `${viewer.id} ${JSON.stringify(home)} ${Math.floor(context.now / 3600)}`,
        build: () =>
          h("div", { class: "home-body" }, home?.blocks?.length ? blocks(home.blocks, pressable) : h("p", { class: "empty" }, "This app has nothing to show here.")),
      },
    ]);
  }

  become(user) {
    this.user = user;
    this.lastNotice = undefined;
    this.dismiss();
    this.thread.close(false);
    this.view = "channel";
    this.unread = new Unread();
    this.snapshot = null;
    this.look().then(() => this.refresh());
  }

  go(channel) {
    this.view = "channel";
    this.thread.close(false);
    this.dismiss();
    this.channel = channel;
    return this.look();
  }

  async openHome() {
    this.view = "home";
    this.thread.close(false);
    this.dismiss();
    this.draw();
    await act("slack/home", { as: this.user });
    this.refresh();
  }

  openThread(ts) {
    this.thread.open(ts);
    this.draw();
  }

  async type(text, thread) {
    this.dismiss();
    if (!thread) this.list.stick = true;
    const answer = await act("slack/type", { as: this.user, channel: this.channel, text, ...(thread ? { thread_ts: thread } : {}) });
    if (!answer.ok) this.say(answer.error ?? "That did not work.");
    this.refresh();
    return answer.ok;
  }

  async press(ts, parent, data, value, node) {
    this.dismiss();
    node?.setAttribute("aria-busy", "true");
    const answer = await act("slack/press", {
      as: this.user,
      channel: this.channel,
      ts,
      block_id: parent.block_id ?? "",
      action_id: data.action_id ?? "",
      value,
    });
    node?.removeAttribute("aria-busy");
    if (!answer.ok) this.say(answer.error ?? "That did not work.");
    this.refresh();
  }

  async pressHome(home, parent, data, value, node) {
    node?.setAttribute("aria-busy", "true");
    const answer = await act("slack/press_in_view", {
      as: this.user,
      view_id: home?.id ?? "",
      block_id: parent.block_id ?? "",
      action_id: data.action_id ?? "",
      value,
    });
    node?.removeAttribute("aria-busy");
    if (!answer.ok) this.say(answer.error ?? "That did not work.");
    this.refresh();
  }

  openLink(url, event, anchor = event?.currentTarget) {
    const message = PERMALINK.exec(url);
    if (message && this.snapshot.channels.some((one) => one.id === message[1])) {
      event?.preventDefault();
      this.show(message[1], `${message[2]}.${message[3]}`, message[4]);
    } else if (this.openAwsLink(url, anchor)) {
      event?.preventDefault();
    } else if (!event) {
      open(url, "_blank", "noopener,noreferrer");
    }
  }

  async show(channel, ts, thread) {
    await this.go(channel);
    if (thread && thread !== ts) this.openThread(thread);
    flash(this.list.find(ts) ?? this.thread.parent.find(ts));
  }

  say(text) {
    setText(this.noticeText, text);
    this.notice.hidden = false;
  }

  dismiss() {
    this.notice.hidden = true;
    setText(this.noticeText, "");
  }

  coverWithModal(covered) {
    this.main.inert = covered;
    this.node.classList.toggle("covered", covered);
  }

  isActive() {
    return this.node.contains(document.activeElement);
  }

  focusComposer() {
    if (!this.composer.node.hidden) this.composer.focus();
  }
}

const sign = ({ id }) => (id.startsWith("D") ? "@" : "#");
const bareName = ({ name, id }) => (name ?? id).replace(/^#/, "");

function describe({ shared, with: other, memberCount }) {
  const members = memberCount ? `${memberCount} member${memberCount === 1 ? "" : "s"}` : "";
  return [shared && other ? `shared with ${other}` : "", members].filter(Boolean).join(" · ");
}
