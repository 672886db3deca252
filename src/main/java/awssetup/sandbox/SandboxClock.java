package awssetup.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The sandbox's time: the wall clock plus an offset that only grows. A day can pass in a second,
 * and nothing ever happens before what came earlier.
 */
final class SandboxClock implements InstantSource {
  private final InstantSource wall;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Starts at the wall clock's time. */
  SandboxClock() {
    this(InstantSource.system());
  }

  SandboxClock(InstantSource wall) {
    this.wall = wall;
  }

  @Override
  public Instant instant() {
    return wall.instant().plus(ahead.get());
  }

  /**
   * Moves the clock on at once.
   *
   * @throws IllegalArgumentException if the step is negative
   */
  void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("the clock only goes forward");
    }
    ahead.accumulateAndGet(step, Duration::plus);
  }
}
