// What a person has not seen yet. A place that is on screen counts as seen up to now, what was there when the page
// first looked is not news, and neither is what the person wrote.

export class Unread {
  constructor() {
    this.latest = new Map();
    this.seen = new Map();
    this.threads = new Map();
    this.visited = new Set();
  }

  /** A channel as it is now; open tells whether it is on screen. */
  channel(id, messages, viewer, open) {
    const times = messages
      .filter((message) => message.user !== viewer)
      .flatMap((message) => [Number(message.ts), Number(message.replies?.last ?? 0)]);
    this.latest.set(id, Math.max(0, ...times));
    if (open || !this.seen.has(id)) this.seen.set(id, this.latest.get(id));
  }

  /** The threads of the channel on screen; open names the one that is shown, if any. */
  threadsOf(id, messages, open) {
    for (const { ts, replies } of messages) {
      if (ts === open || !this.visited.has(id)) this.threads.set(ts, Number(replies?.last ?? 0));
    }
    this.visited.add(id);
  }

  inChannel(id) {
    return (this.latest.get(id) ?? 0) > (this.seen.get(id) ?? 0);
  }

  inThread({ ts, replies }) {
    return Number(replies?.last ?? 0) > (this.threads.get(ts) ?? 0);
  }
}
