package awssetup.setup;

import java.time.Instant;

/**
 * Turns a setup into its next facts. Pure: it looks at nothing but its own values, the setup and
 * the time.
 */
public interface Rule {
  /**
   * @throws NotPossible if the setup, as it is by now, does not allow it
   */
  Change apply(Setup setup, Instant now);

  /** Whether somebody waits to see what comes of it. */
  default Priority priority() {
    return Priority.NORMAL;
  }
}
