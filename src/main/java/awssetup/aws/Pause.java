package awssetup.aws;

import java.time.Duration;

/** How we wait between calls that AWS wants spaced out; tests only take note. */
@FunctionalInterface
public interface Pause {
  Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

  void wait(Duration duration) throws InterruptedException;
}
