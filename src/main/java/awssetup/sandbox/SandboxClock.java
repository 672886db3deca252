package awssetup.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The sandbox's time: the wall clock plus an offset that only grows, so that a day can pass while
 * somebody watches and nothing ever happens before something that came earlier.
 */
public final class SandboxClock implements InstantSource {
  private final InstantSource wall;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Starts at the wall clock's time. */
  public SandboxClock() {
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
   * Lets time pass at once.
   *
   * @throws IllegalArgumentException where the step is negative
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("the clock only goes forward");
    }
    ahead.accumulateAndGet(step, Duration::plus);
  }
}
