package awssetup.ports;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.time.Instant;

/**
 * Has the follow-up of a setup look at it. Called within the transaction that gives it the reason
 * to.
 */
public interface WakeUps {
  void wake(SetupId id, Priority priority, Instant at);

  /** The transaction of the last {@link #wake} is through: no need to wait for the next poll. */
  void committed();
}
