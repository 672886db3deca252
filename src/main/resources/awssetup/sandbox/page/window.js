// One person's Slack: channels, messages, threads, modals and Home, drawn from that person's snapshot.

import { act, look, Offline } from "./api.js";
import { blocks } from "./blocks.js";
import { Composer } from "./composer.js";
import { flash, follow, h, setText } from "./dom.js";
import { icon } from "./icons.js";
import { MessageList } from "./messages.js";
import { Modals } from "./modal.js";
import { confirmIn } from "./overlay.js";
import { PersonSwitch } from "./person.js";
import { channelFacts, channelName, Rail } from "./rail.js";
import { ThreadPane } from "./thread.js";
import { Unread } from "./unread.js";

const PERMALINK = /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})(?:\?(?:.*&)?thread_ts=([\d.]+))?/;

export class SlackWindow {
  /** openAwsLink(url, anchor) is asked first about every link; changed() has the whole page look again. */
  constructor({ side, user, channel, openAwsLink, changed }) {
    Object.assign(this, { side, user, channel, openAwsLink, refresh: changed });
    this.atHome = false;
    this.unread = new Unread();
    this.build();
    this.markPlace();
  }

  build() {
    this.head = new PersonSwitch({ become: (user) => this.become(user) });
    this.rail = new Rail({ go: (channel) => this.go(channel), openHome: () => this.openHome() });
    this.heading = h("h2", {});
    this.about = h("span", { class: "about" });
    this.list = new MessageList({ label: "Messages", openThread: (ts) => this.openThread(ts) });
    this.home = h("div", { class: "home", tabindex: "0", hidden: true });
    this.noticeText = h("span", {});
    this.notice = h(
      "div",
      { class: "notice", role: "alert", hidden: true, "data-testid": "notice" },
      this.noticeText,
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": "Dismiss", click: () => this.dismiss() },
        icon("close"),
      ),
    );
    this.composer = new Composer({
      label: "Message",
      testId: "composer",
      sendTestId: "send",
      send: (text) => this.type(text),
      commands: () => this.snapshot?.commands ?? [],
    });
    this.thread = new ThreadPane({ send: (ts, text) => this.type(text, ts), closed: () => this.draw() });
    const place = h(
      "div",
      { class: "place" },
      h("header", { class: "place-head" }, this.heading, this.about),
      this.list.frame,
      this.home,
      this.notice,
      this.composer.node,
    );
    this.main = h("div", { class: "window-main" }, this.rail.node, place, this.thread.node);
    this.layer = h("div", { class: "layer" });
    this.modals = new Modals(this.layer, this);
    this.node = h(
      "section",
      {
        class: `window ${this.side}`,
        "data-window": this.side,
        keydown: (event) => event.key === "Escape" && this.thread.close(),
      },
      this.head.node,
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
      if (error instanceof Offline || user !== this.user || channel !== this.channel) return;
      if (!channel) {
        this.say(error.message);
        return;
      }
      // This person is not in that channel: see what they are in.
      this.channel = null;
      await this.look();
      return;
    }
    if (user !== this.user || channel !== this.channel) return;
    const own = snapshot.channels.map((one) => one.id);
    if (own.length && !own.includes(channel)) {
      this.channel = own[0];
      await this.look();
      return;
    }
    this.snapshot = snapshot;
    this.draw();
  }

  /** Looks into the channels that are not on screen, for their dots. */
  async peek() {
    const { user, unread } = this;
    const others = (this.snapshot?.channels ?? []).filter((one) => this.atHome || one.id !== this.channel);
    for (const { id } of others) {
      const { messages } = await look("slack", { as: user, channel: id });
      if (unread === this.unread) unread.channel(id, messages ?? [], user, !this.atHome && id === this.channel);
    }
    this.draw();
  }

  draw() {
    const { snapshot } = this;
    if (!snapshot) return;
    this.markPlace();
    const context = this.context(snapshot);
    const current = this.atHome ? null : this.channel;
    if (current) {
      this.unread.channel(current, snapshot.messages, this.user, true);
      this.unread.threadsOf(current, snapshot.messages, this.thread.ts);
    }
    this.node.setAttribute("aria-label", `${snapshot.viewer.name}'s Slack`);
    this.head.update(snapshot.viewer, snapshot.people);
    this.rail.update(snapshot.channels, current, this.unread);
    this.list.frame.hidden = this.atHome;
    this.home.hidden = !this.atHome;
    this.composer.node.hidden = this.atHome || !snapshot.channel;
    if (this.atHome) this.drawHome(snapshot, context);
    else this.drawChannel(snapshot, context);
    this.thread.update(snapshot.messages, snapshot.threads, context);
    this.modals.update(snapshot.views, context);
    if (snapshot.notice && snapshot.notice !== this.lastNotice) this.say(snapshot.notice);
    this.lastNotice = snapshot.notice;
  }

  context(snapshot) {
    const people = new Map(snapshot.people.map((one) => [one.id, one]));
    const context = {
      people,
      peopleSign: [...people.values()].map((one) => one.name).join(),
      channels: snapshot.channels,
      viewer: snapshot.viewer,
      commands: snapshot.commands ?? [],
      now: snapshot.now,
      threads: snapshot.threads ?? {},
      openChannel: (id) => this.go(id),
      openLink: (url, event, anchor) => this.openLink(url, event, anchor),
      confirm: (data) => confirmIn(this.layer, data, context),
      pressOn: (ts, ...press) => this.press("slack/press", { channel: this.channel, ts }, ...press),
    };
    return context;
  }

  drawChannel({ channel, messages }, context) {
    setText(this.heading, channel ? channelName(channel) : "No channel");
    setText(this.about, channel ? channelFacts(channel) : "");
    if (!channel) return;
    const place = `${this.user} ${channel.id}`;
    this.composer.moveTo(place, `Message ${channelName(channel)}`);
    this.list.update(place, messages, context, (message) => this.unread.inThread(message));
  }

  drawHome({ home, viewer }, context) {
    setText(this.heading, "AWS Setup Bot");
    setText(this.about, "Home");
    const press = (...press) => this.press("slack/press_in_view", { view_id: home.id ?? "" }, ...press);
    const build = () =>
      home?.blocks?.length
        ? h("div", { class: "home-body" }, blocks(home.blocks, { ...context, press }))
        : h("p", { class: "empty" }, "This app has nothing to show here.");
    const sign = `${viewer.id} ${JSON.stringify(home)} ${Math.floor(context.now / 3600)}`;
    follow(this.home, [{ key: "home", sign, build }]);
  }

  become(user) {
    this.user = user;
    this.lastNotice = undefined;
    this.dismiss();
    this.thread.close(false);
    this.atHome = false;
    this.unread = new Unread();
    this.snapshot = null;
    this.refresh();
  }

  go(channel) {
    this.atHome = false;
    this.thread.close(false);
    this.dismiss();
    this.channel = channel;
    return this.look();
  }

  async openHome() {
    this.atHome = true;
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
    const answer = await act("slack/type", { as: this.user, channel: this.channel, text, thread_ts: thread });
    if (!answer.ok) this.say(answer.error);
    this.refresh();
    return answer.ok;
  }

  async press(deed, where, parent, data, value, node) {
    this.dismiss();
    node?.setAttribute("aria-busy", "true");
    const names = { block_id: parent.block_id ?? "", action_id: data.action_id ?? "" };
    const answer = await act(deed, { as: this.user, ...where, ...names, value });
    node?.removeAttribute("aria-busy");
    if (!answer.ok) this.say(answer.error);
    this.refresh();
  }

  openLink(url, event, anchor = event?.currentTarget) {
    const message = PERMALINK.exec(url);
    if (message && this.snapshot.channels.some((one) => one.id === message[1])) {
      event?.preventDefault();
      this.show(message[1], `${message[2]}.${message[3]}`, message[4]);
    } else if (message) {
      event?.preventDefault();
      this.say(`${this.snapshot.viewer.name} is not in the channel of that message.`);
    } else if (this.openAwsLink(url, anchor)) {
      event?.preventDefault();
    } else if (!event) {
      open(url, "_blank", "noopener,noreferrer");
    }
  }

  async show(channel, ts, thread) {
    await this.go(channel);
    if (thread && thread !== ts) this.openThread(thread);
    flash(this.list.find(ts) ?? this.thread.list.find(ts));
  }

  say(text) {
    setText(this.noticeText, text ?? "That did not work.");
    this.notice.hidden = false;
  }

  dismiss() {
    this.notice.hidden = true;
    setText(this.noticeText, "");
  }

  coverWithModal(covered) {
    this.main.inert = covered;
  }

  isActive() {
    return this.node.contains(document.activeElement);
  }

  focusComposer() {
    if (!this.composer.node.hidden) this.composer.focus();
  }
}
