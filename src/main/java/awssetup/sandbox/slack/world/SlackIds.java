package awssetup.sandbox.slack.world;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the IDs that Slack makes. They are counted, so that two runs of a test see the same ones.
 */
public final class SlackIds {
  private final AtomicLong last = new AtomicLong();

  /** A new ID that starts with this prefix. */
  public String next(String prefix) {
    return "%s0%07d".formatted(prefix, last.incrementAndGet());
  }

  /** A short ID, as Slack gives to blocks and elements that came without one. */
  public String shortOne() {
    return "x" + Long.toString(46_656 + last.incrementAndGet(), 36).toLowerCase(Locale.ROOT);
  }
}
