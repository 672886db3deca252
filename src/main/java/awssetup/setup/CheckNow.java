package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks at AWS now, and tries the invitation once more if AWS had refused it or did not answer.
 * Asked for twice within a moment, AWS is looked at twice and the audit trail says it once.
 */
public record CheckNow(UserId by) implements Intent {
  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return Intents.first(
        Intents.whyClosed(setup),
        Intents.unless(setup.accountInReview().isPresent(), Why.NOT_READY));
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    boolean refused = setup.invitation().filter(Invitation::isRefused).isPresent();
    boolean waits =
        setup
            .invitation()
            .filter(i -> i.sent().isEmpty() && (refused || i.trouble().isPresent()))
            .isPresent();
    Change change =
        Change.of(
            setup,
            f -> {
              f.role = f.role.checkAsked(now);
              if (waits) {
                f.invitation = f.invitation.map(i -> i.retryAt(now));
              }
            });
    if (refused) {
      return change.by(by, now, AuditEvent.Kind.RETRY_ASKED, null);
    }
    return setup.role().isCheckUnderWay(now)
        ? change
        : change.by(by, now, AuditEvent.Kind.CHECK_ASKED, null);
  }
}
