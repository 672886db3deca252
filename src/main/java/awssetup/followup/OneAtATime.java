package awssetup.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * AWS takes one call a second about transfers, so one setup at a time is served. The others are
 * told when to come back, each a little later than the one before it, and hold up nobody's thread.
 */
final class OneAtATime {
  /** What one setup needs: a look, an invitation and its expiry. */
  private static final Duration EACH = Duration.ofSeconds(3);

  private final ReentrantLock lock = new ReentrantLock();
  private final InstantSource clock;
  private Instant next = Instant.EPOCH;

  OneAtATime(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Does it, unless somebody else is being served.
   *
   * @param work says when to come back, where it could not be done to its end
   * @return when to come back; empty if it is done
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
