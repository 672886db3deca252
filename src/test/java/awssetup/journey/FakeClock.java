package awssetup.journey;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One clock for our code, for db-scheduler and for both stand-ins; it stands still until a test
 * moves it.
 */
public final class FakeClock extends SettableClock implements InstantSource {
  public FakeClock(Instant start) {
    set(start);
  }

  @Override
  public Instant instant() {
    return now();
  }

  public void advance(Duration step) {
    set(now().plus(step));
  }
}
