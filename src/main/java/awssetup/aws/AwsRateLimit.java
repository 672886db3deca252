package awssetup.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Allows one call a second to AWS Organizations, which publishes no rate for transfers. Calls that
 * a person may be waiting for can go out in a short burst, as AWS's own token buckets allow; a long
 * list then pauses until the burst is made up for:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 *
 * <p>Whenever AWS throttles a call, the interval doubles; every answered call shortens it again.
 */
final class AwsRateLimit {
  /** The burst that AWS allows for the lists of handshakes. */
  private static final int BURST = 8;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(32);

  /** No call waits longer, even if the clock jumps. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Pause pause;
  private final InstantSource clock;
  private Duration interval = SHORTEST;
  private Instant free;

  AwsRateLimit(Pause pause, InstantSource clock) {
    this.pause = pause;
    this.clock = clock;
    this.free = clock.instant();
  }

  /** Waits until a call may go out that a person may be waiting for. */
  void next() throws InterruptedException {
    pause(BURST);
  }

  /** Waits until one call of many may go out: a whole interval after any other. */
  void steadily() throws InterruptedException {
    pause(1);
  }

  private void pause(int burst) throws InterruptedException {
    Duration wait = take(burst);
    if (!wait.isZero()) {
      pause.wait(wait);
    }
  }

  /** Takes the next free moment and returns how far ahead it is. */
  private synchronized Duration take(int burst) {
    Instant now = clock.instant();
    Instant mine = later(earlier(free, now.plus(LONGEST_WAIT)), now);
    free = mine.plus(interval);
    return Duration.between(now, later(mine.minus(interval.multipliedBy(burst - 1L)), now));
  }

  /** AWS has answered a call. */
  synchronized void answered() {
    interval = longer(interval.multipliedBy(9).dividedBy(10), SHORTEST);
  }

  /** AWS has throttled a call. */
  synchronized void throttled() {
    Duration doubled = interval.multipliedBy(2);
    interval = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    free = later(free, clock.instant().plus(interval.multipliedBy(BURST)));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
