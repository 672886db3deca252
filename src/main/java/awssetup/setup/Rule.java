package awssetup.setup;

import java.time.Instant;

/**
 * Turns a setup into its next facts: an {@link Intent} for what a person asks, an {@link
 * Observation} for what the follow-up saw. Pure: the result depends on its own values, the setup
 * and the time alone.
 */
public interface Rule {
  /**
   * The change that this makes of the setup; the store saves it whole.
   *
   * @throws NotPossible if the setup, as it is by now, does not allow it
   */
  Change apply(Setup setup, Instant now);

  /** Whether a person is waiting for the result. */
  default Priority priority() {
    return Priority.NORMAL;
  }
}
