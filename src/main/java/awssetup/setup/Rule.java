package awssetup.setup;

import java.time.Instant;

/**
 * Turns a setup into its next facts. Pure: the result depends on its own values, the setup and the
 * time alone.
 */
public interface Rule {
  /**
   * @throws NotPossible if the setup, as it is by now, does not allow it
   */
  Change apply(Setup setup, Instant now);

  /** Whether a person is waiting for the result. */
  default Priority priority() {
    return Priority.NORMAL;
  }
}
