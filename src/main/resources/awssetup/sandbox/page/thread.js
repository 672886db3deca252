// A thread, opened over the right half of its window.

import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { MessageList } from "./messages.js";

export class ThreadPane {
  /** Options: send(ts, text), closed(). */
  constructor({ send, closed }) {
    this.ts = null;
    this.closed = closed;
    this.list = new MessageList({ label: "Thread" });
    this.composer = new Composer({
      label: "Reply in thread",
      testId: "thread-composer",
      sendTestId: "thread-send",
      send: (text) => send(this.ts, text),
    });
    this.node = h(
      "aside",
      { class: "thread", "aria-label": "Thread", tabindex: "-1", hidden: true },
      h(
        "div",
        { class: "thread-head" },
        h("h2", {}, "Thread"),
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": "Close thread",
            "data-testid": "thread-close",
            click: () => this.close(),
          },
          icon("close"),
        ),
      ),
      this.list.frame,
      this.composer.node,
    );
  }

  open(ts) {
    this.opener = document.activeElement;
    this.ts = ts;
    this.node.hidden = false;
    this.composer.moveTo(ts, "Reply…");
    this.composer.focus();
  }

  /** Shows what the snapshot says; a thread that the person cannot see closes. */
  update(messages, threads, context) {
    if (!this.ts) return;
    const parent = messages.find((message) => message.ts === this.ts);
    if (!parent && !threads[this.ts]) {
      this.close();
      return;
    }
    const all = [parent, ...(threads[this.ts] ?? [])].filter(Boolean);
    this.list.update(this.ts, all, context);
  }

  close(giveFocusBack = true) {
    if (!this.ts) return;
    const ts = this.ts;
    this.ts = null;
    this.node.hidden = true;
    this.closed(ts);
    if (!giveFocusBack) return;
    const back = this.opener?.isConnected
      ? this.opener
      : this.node.parentElement.querySelector(`[data-ts="${ts}"] [data-testid=thread-open]`);
    back?.focus();
  }
}
