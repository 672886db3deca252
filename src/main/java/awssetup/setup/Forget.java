package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.Optional;

/** Erases the people of an ended setup before the retention period is over. */
public record Forget(UserId by) implements Intent {
  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return Intents.unless(!setup.isOpen(), Why.STILL_OPEN);
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    return setup.forgottenAt().isPresent()
        ? Change.none(setup)
        : Forgetting.of(setup, now).by(by, now, AuditEvent.Kind.FORGOTTEN, null);
  }
}
