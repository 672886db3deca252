package awssetup.ports;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.time.Instant;

/**
 * Wakes the follow-up of a setup. Called within the transaction that gives the follow-up something
 * to do.
 */
public interface WakeUps {
  void wake(SetupId id, Priority priority, Instant at);

  /** The transaction of the last {@link #wake} is committed: no need to wait for the next poll. */
  void committed();
}
