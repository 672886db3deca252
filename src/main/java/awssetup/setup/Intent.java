package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person asks for with a button, a modal or a command. Asking twice changes nothing the
 * second time. Each intent knows when a setup allows it; whether this person may ask at all depends
 * on who they are at Slack, and is decided before.
 */
public interface Intent extends Rule {

  UserId by();

  /** Why the setup, as it is now, does not allow this; empty if it does. */
  Optional<Why> whyNot(Setup setup, Instant now);

  /** Why a setup takes no more requests at all; empty while it is open. */
  static Optional<Why> whyClosed(Setup setup) {
    return Intents.whyClosed(setup);
  }

  /**
   * Changes the setup as asked.
   *
   * @throws NotPossible for the reason that {@link #whyNot} gives
   */
  @Override
  Change apply(Setup setup, Instant now);

  @Override
  default Priority priority() {
    return Priority.URGENT;
  }
}
