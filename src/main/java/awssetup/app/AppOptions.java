package awssetup.app;

import awssetup.aws.Pause;
import awssetup.followup.schedule.SchedulerFactory;
import awssetup.followup.schedule.SchedulerOptions;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What differs between real use, the sandbox and tests, beside the settings.
 *
 * @param host listens on this address only; empty: on all
 * @param clock drives everything but the check of request signatures
 * @param pause how to wait between calls that AWS wants spaced out
 * @param schedulers builds what runs the loop
 */
public record AppOptions(
    Optional<String> host, InstantSource clock, Pause pause, SchedulerFactory schedulers) {

  /** For real use: on all addresses, with the system's clock. */
  public static AppOptions inRealUse() {
    return new AppOptions(
        Optional.empty(), InstantSource.system(), Pause.SLEEP, SchedulerOptions.STANDARD);
  }

  /** For this machine only, with a clock of its own. */
  static AppOptions inSandbox(InstantSource clock) {
    return new AppOptions(Optional.of("127.0.0.1"), clock, Pause.SLEEP, SchedulerOptions.STANDARD);
  }
}
