package awssetup.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One clock for the app and the stand-ins of one process. It stands still until a test moves it;
 * several processes share a {@link SharedClock} instead.
 */
public final class TestClock implements InstantSource {
  private volatile Instant now;

  public TestClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant moment) {
    now = moment;
  }

  public void advance(Duration step) {
    now = now.plus(step);
  }
}
