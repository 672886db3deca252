package awssetup.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one setup at a time make its calls about transfers, because AWS takes one a second. The
 * others are told when to come back, each a little later than the one before, and block no thread.
 */
final class OneAtATime {
  /** How long one setup takes: three calls, to look, to invite and to read the expiry. */
  private static final Duration EACH = Duration.ofSeconds(3);

  private final ReentrantLock lock = new ReentrantLock();
  private final InstantSource clock;
  private Instant next = Instant.EPOCH;

  OneAtATime(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Runs the work if no other work is running; otherwise says when to come back.
   *
   * @param work returns when to come back if it could not finish
   * @return when to come back; empty if the work is done
   */
  Optional<Instant> take(Supplier<Optional<Instant>> work) {
    if (!lock.tryLock()) {
      return Optional.of(later());
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private synchronized Instant later() {
    Instant now = clock.instant();
    next = (next.isAfter(now) ? next : now).plus(EACH);
    return next;
  }
}
