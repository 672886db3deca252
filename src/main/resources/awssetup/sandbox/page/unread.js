// What a person has not seen yet. The server counts per channel; a place that is on screen counts as seen up to now,
// and what was there when the page opened is not news.

export class Unread {
  constructor() {
    this.channels = new Map();
    this.threads = new Map();
  }

  see(snapshot, channel, thread) {
    for (const one of snapshot.channels ?? []) {
      const seen = this.channels.get(one.id);
      if (seen === undefined || one.id === channel || one.unread < seen) this.channels.set(one.id, one.unread ?? 0);
    }
    const fresh = !this.started?.has(channel);
    for (const { ts, replies } of snapshot.messages ?? []) {
      if (fresh || ts === thread) this.threads.set(ts, replies?.last ?? "");
    }
    this.started = new Set(this.started).add(channel);
  }

  inChannel({ id, unread }) {
    return unread > (this.channels.get(id) ?? 0);
  }

  inThread({ ts, replies }, open) {
    return ts !== open && Number(replies?.last ?? 0) > Number(this.threads.get(ts) || 0);
  }
}
