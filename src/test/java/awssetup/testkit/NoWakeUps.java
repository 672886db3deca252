package awssetup.testkit;

import awssetup.ports.WakeUps;
import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.time.Instant;

/** For a store beside which no follow-up runs. */
public final class NoWakeUps implements WakeUps {
  @Override
  public void wake(SetupId id, Priority priority, Instant now) {}

  @Override
  public void committed() {}
}
