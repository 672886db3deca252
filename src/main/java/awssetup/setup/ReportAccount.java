package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reports a new account's ID, what of its preparation is done, or both. */
public record ReportAccount(UserId by, Optional<AccountId> account, Set<PreparationItem> ticked)
    implements Intent {
  /**
   * Why a setup takes no report; empty if it does. It is open to the end: what is prepared can be
   * ticked after the acceptance, when the account itself is fixed.
   */
  public static Optional<Why> whyNot(Setup setup) {
    return Intents.first(
        Intents.whyClosed(setup),
        Intents.unless(setup.option() == Option.NEW_ACCOUNT, Why.OTHER_OPTION),
        Intents.unless(setup.details().isPresent(), Why.NOT_READY));
  }

  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return namesAnother(setup)
        ? Intents.first(whyNot(setup), Intents.whyAccepted(setup))
        : whyNot(setup);
  }

  private boolean namesAnother(Setup setup) {
    return account.isPresent() && !account.equals(setup.account().map(TargetAccount::id));
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    boolean newAccount = namesAnother(setup);
    boolean newTicks = !ticked.equals(setup.prepared());
    if (!newAccount && !newTicks) {
      return Change.none(setup);
    }
    boolean wasReady = setup.account().isPresent() && setup.unprepared().isEmpty();
    Change change = Change.of(setup, f -> {});
    if (newAccount) {
      change =
          Intents.target(setup, f -> {}, account.get(), by, now)
              .by(by, now, AuditEvent.Kind.ACCOUNT_REPORTED, account.get().value());
    }
    if (newTicks) {
      change =
          change
              .then(
                  f -> {
                    f.prepared = EnumSet.noneOf(PreparationItem.class);
                    f.prepared.addAll(ticked);
                    f.preparedAt = Optional.of(now);
                  })
              .by(
                  by,
                  now,
                  AuditEvent.Kind.PREPARATION_TICKED,
                  ticked.size() + "/" + PreparationItem.values().length);
    }
    boolean ready = change.after().account().isPresent() && change.after().unprepared().isEmpty();
    return ready && !wasReady ? change.say(Notice.ACCOUNT_READY) : change;
  }
}
