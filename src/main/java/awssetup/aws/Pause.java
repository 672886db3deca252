package awssetup.aws;

import java.time.Duration;

/** Waits between calls that AWS wants spaced out; tests only record it. */
@FunctionalInterface
public interface Pause {
  Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

  void wait(Duration duration) throws InterruptedException;
}
