package awssetup.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Spaces the calls to AWS Organizations, which publishes no rate for transfers. Calls that a person
 * may be waiting for go at the rate of AWS's lists of handshakes, five a second after a burst of
 * eight: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 *
 * <p>The watch makes at most one call a second, and leaves at least one of the burst to people.
 *
 * <p>Whenever AWS throttles a call, all go half as fast; every answered call speeds them up again a
 * little.
 */
final class AwsRateLimit {
  /** The burst that AWS allows for the lists of handshakes. */
  private static final int BURST = 8;

  /** The watch's calls are so many times further apart. */
  private static final int WATCH = 5;

  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = SHORTEST.multipliedBy(32);

  /** No call waits longer, even if the clock jumps. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Pause pause;
  private final InstantSource clock;
  private Duration interval = SHORTEST;
  private Instant free;
  private Instant watchFree;

  AwsRateLimit(Pause pause, InstantSource clock) {
    this.pause = pause;
    this.clock = clock;
    this.free = clock.instant();
    this.watchFree = free;
  }

  /** Waits until a call may go out that a person may be waiting for. */
  void next() throws InterruptedException {
    waitFor(take());
  }

  /** Waits until one of the watch's calls may go out. */
  void steadily() throws InterruptedException {
    waitFor(takeForWatch());
  }

  private void waitFor(Duration wait) throws InterruptedException {
    if (!wait.isZero()) {
      pause.wait(wait);
    }
  }

  private synchronized Duration take() {
    Instant now = clock.instant();
    return Duration.between(now, later(takeFrom(now, BURST - 1), now));
  }

  private synchronized Duration takeForWatch() {
    Instant now = clock.instant();
    Instant spaced = later(near(watchFree, now), now);
    Instant at = later(spaced, takeFrom(now, BURST - 2));
    watchFree = at.plus(interval.multipliedBy(WATCH));
    return Duration.between(now, at);
  }

  /** Counts a call and says when it may go out if the burst is so long. */
  private Instant takeFrom(Instant now, int burst) {
    Instant mine = later(near(free, now), now);
    free = mine.plus(interval);
    return mine.minus(interval.multipliedBy(burst));
  }

  /** AWS has answered a call. */
  synchronized void answered() {
    interval = longer(interval.multipliedBy(19).dividedBy(20), SHORTEST);
  }

  /** AWS has throttled a call: nothing is left of the burst, and the watch pauses for longer. */
  synchronized void throttled() {
    Duration doubled = interval.multipliedBy(2);
    interval = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    Instant now = clock.instant();
    Duration burst = interval.multipliedBy(BURST);
    free = later(free, now.plus(burst));
    watchFree = later(watchFree, now.plus(burst.multipliedBy(WATCH)));
  }

  private static Instant near(Instant moment, Instant now) {
    Instant latest = now.plus(LONGEST_WAIT);
    return moment.isBefore(latest) ? moment : latest;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
