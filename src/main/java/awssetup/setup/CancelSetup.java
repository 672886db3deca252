package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.Optional;

/** Ends the setup and has an open invitation cancelled at AWS. */
public record CancelSetup(UserId by, String reason) implements Intent {
  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return isCancelled(setup) ? Optional.empty() : Intents.whyClosed(setup);
  }

  private static boolean isCancelled(Setup setup) {
    return setup.ending().filter(e -> e.outcome() == Ending.Outcome.CANCELLED).isPresent();
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    if (isCancelled(setup)) {
      return Change.none(setup);
    }
    Change change =
        Change.of(
                setup,
                f ->
                    f.ending =
                        Optional.of(
                            new Ending(
                                Ending.Outcome.CANCELLED,
                                now,
                                Optional.of(by),
                                Optional.of(reason))))
            .by(by, now, AuditEvent.Kind.CANCELLED, null)
            .say(Notice.CANCELLED);
    return Intents.dropInvitation(change, now);
  }

  @Override
  public String toString() {
    return "CancelSetup[by=" + by + "]";
  }
}
