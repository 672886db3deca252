package awssetup.aws;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spaces calls out as AWS's own token buckets do: some at once, the rest at a steady rate. AWS
 * publishes no rate for transfers; this is the one of the lists of handshakes, 5 a second and 8 at
 * once: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
final class Pace {
  private static final int AT_ONCE = 8;
  private static final Duration EACH = Duration.ofMillis(200);

  private final Pause pause;
  private final LongSupplier nanos;
  private long free;

  /**
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  Pace(Pause pause, LongSupplier nanos) {
    this.pause = pause;
    this.nanos = nanos;
    this.free = nanos.getAsLong() - AT_ONCE * EACH.toNanos();
  }

  /** Waits until one more call may go out. */
  void next() throws InterruptedException {
    Duration wait = Duration.ofNanos(take());
    if (!wait.isZero()) {
      pause.wait(wait);
    }
  }

  /** Takes the next free moment, and says how far ahead it is. */
  private synchronized long take() {
    long now = nanos.getAsLong();
    free = Math.max(free, now - AT_ONCE * EACH.toNanos()) + EACH.toNanos();
    return Math.max(0, free - now);
  }
}
