package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Enters or corrects the details; for a transfer they name the account too. */
public record SubmitDetails(UserId by, Option option, Details details, Optional<AccountId> account)
    implements Intent {
  /** Why a setup takes no details of this option; empty if it does. */
  public static Optional<Why> whyNot(Setup setup, Option option) {
    return Intents.first(
        Intents.whyClosed(setup),
        Intents.unless(setup.option() == option, Why.OTHER_OPTION),
        Intents.whyAccepted(setup));
  }

  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return whyNot(setup, option);
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    Optional<AccountId> known = setup.account().map(TargetAccount::id);
    boolean sameAccount = account.isEmpty() || account.equals(known);
    boolean sameDetails = setup.details().filter(details::saysTheSameAs).isPresent();
    if (sameAccount && sameDetails) {
      return Change.none(setup);
    }
    boolean first = setup.details().isEmpty();
    Consumer<Setup.Facts> entered = f -> f.details = Optional.of(details);
    Change change =
        sameAccount
            ? Change.of(setup, entered)
            : Intents.target(setup, entered, account.get(), by, now);
    return change
        .by(
            by,
            now,
            first ? AuditEvent.Kind.DETAILS_SUBMITTED : AuditEvent.Kind.DETAILS_CORRECTED,
            account.map(AccountId::value).orElse(null))
        .say(first ? Notice.DETAILS_RECEIVED : Notice.DETAILS_CORRECTED);
  }

  @Override
  public String toString() {
    return "SubmitDetails[by=" + by + "]";
  }
}
