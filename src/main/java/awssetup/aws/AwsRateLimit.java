package awssetup.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One call a second to AWS Organizations, which publishes no rate for transfers. What somebody
 * waits for may take a few at once, as AWS's own token buckets allow, and these are made up for
 * before a long list goes on:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 *
 * <p>Whenever AWS finds it too much, the distance doubles; every call that it takes shortens it
 * again.
 */
final class AwsRateLimit {
  /** As many as AWS lets go at once for the lists of handshakes. */
  private static final int URGENT = 8;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(32);

  /** Whatever the clock does, nobody waits longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Pause pause;
  private final InstantSource clock;
  private Duration each = SHORTEST;
  private Instant free;

  AwsRateLimit(Pause pause, InstantSource clock) {
    this.pause = pause;
    this.clock = clock;
    this.free = clock.instant();
  }

  /** Waits until one more call may go out that somebody waits for. */
  void next() throws InterruptedException {
    pause(URGENT);
  }

  /** Waits until one more call of many may go out: a whole distance after any other. */
  void steadily() throws InterruptedException {
    pause(1);
  }

  private void pause(int atOnce) throws InterruptedException {
    Duration wait = take(atOnce);
    if (!wait.isZero()) {
      pause.wait(wait);
    }
  }

  /** Takes the next free moment, and says how far ahead it is. */
  private synchronized Duration take(int atOnce) {
    Instant now = clock.instant();
    Instant mine = later(earlier(free, now.plus(PATIENCE)), now);
    free = mine.plus(each);
    return Duration.between(now, later(mine.minus(each.multipliedBy(atOnce - 1L)), now));
  }

  /** AWS has taken a call. */
  synchronized void answered() {
    each = longer(each.multipliedBy(9).dividedBy(10), SHORTEST);
  }

  /** AWS says that it is too much. */
  synchronized void throttled() {
    Duration doubled = each.multipliedBy(2);
    each = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    free = later(free, clock.instant().plus(each.multipliedBy(URGENT)));
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
