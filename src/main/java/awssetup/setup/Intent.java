package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What somebody asked for with a button, a modal or a command. Asking twice changes nothing the
 * second time. Whether that person may ask at all is decided before, by who they are at Slack.
 */
public sealed interface Intent extends Rule {

  UserId by();

  @Override
  default Priority priority() {
    return Priority.URGENT;
  }

  /** Starts a setup in a channel. */
  static Change start(
      SetupId id,
      Option option,
      String customerName,
      Optional<UserId> customerContact,
      Optional<String> orderId,
      ChannelId channel,
      UserId by,
      Language language,
      Instant now) {
    Setup.Facts facts = new Setup.Facts();
    facts.id = id;
    facts.option = option;
    facts.optionAt = now;
    facts.customerName = customerName;
    facts.customerContact = customerContact;
    facts.orderId = orderId;
    facts.channel = channel;
    facts.startedBy = by;
    facts.startedAt = now;
    facts.language = language;
    return Change.of(facts.toSetup(), f -> {})
        .by(by, now, AuditEvent.Kind.STARTED, option.key())
        .message(Message.Draft.card());
  }

  /** Enters or corrects the details; for a transfer they name the account too. */
  record SubmitDetails(UserId by, Option option, Details details, Optional<AccountId> account)
      implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      Intents.requireChangeable(setup);
      Intents.require(setup.option() == option, NotPossible.Why.OTHER_OPTION);
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

  /** Reports a new account's ID, what of its preparation is done, or both. */
  record ReportAccount(UserId by, Optional<AccountId> account, Set<PreparationItem> ticked)
      implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      Intents.require(setup.isOpen(), NotPossible.Why.ENDED);
      Intents.require(setup.option() == Option.NEW_ACCOUNT, NotPossible.Why.OTHER_OPTION);
      Intents.require(setup.details().isPresent(), NotPossible.Why.NOT_READY);
      boolean newAccount =
          account.isPresent() && !account.equals(setup.account().map(TargetAccount::id));
      if (newAccount) {
        Intents.requireChangeable(setup);
      }
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

  /** Takes the other option instead, keeping the contact; what was said of the account is void. */
  record SwitchOption(UserId by, Option to) implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      Intents.requireChangeable(setup);
      if (setup.option() == to) {
        return Change.none(setup);
      }
      Intents.require(setup.invitation().isEmpty(), NotPossible.Why.ALREADY_SENT);
      return Change.of(
              setup,
              f -> {
                f.option = to;
                f.optionAt = now;
                f.earlierContact = f.details.map(Details::contact).or(() -> f.earlierContact);
                f.details = Optional.empty();
                f.account = Optional.empty();
                f.prepared = EnumSet.noneOf(PreparationItem.class);
                f.preparedAt = Optional.empty();
              })
          .by(by, now, AuditEvent.Kind.OPTION_SWITCHED, to.key())
          .say(Notice.OPTION_SWITCHED);
    }
  }

  /**
   * An engineer has reviewed the account ID and wants the invitation sent.
   *
   * @param shown the account ID as the engineer saw it; the review counts for no other
   * @param reviewers who may
   */
  record ReviewInvitation(
      UserId by,
      AccountId shown,
      YearMonth startMonth,
      String sourceName,
      Optional<String> notes,
      Reviewers reviewers)
      implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      if (isTheReviewWeHave(setup, now)) {
        return Change.none(setup);
      }
      Intents.require(reviewers.include(by, setup), NotPossible.Why.SECOND_ENGINEER);
      Intents.requireChangeable(setup);
      Step.State state = SetupStatus.of(setup, now).step(StepKey.INVITATION).state();
      Intents.require(!(state instanceof Step.State.Cancelling), NotPossible.Why.STILL_CANCELLING);
      Intents.require(!(state instanceof Step.State.Locked), NotPossible.Why.NOT_READY);
      Intents.require(
          setup.account().map(TargetAccount::id).filter(shown::equals).isPresent(),
          NotPossible.Why.REVIEW_VOID);
      Intents.require(
          state instanceof Step.State.ReviewMissing
              || state instanceof Step.State.Refused
              || state instanceof Step.State.Over
              || state instanceof Step.State.Overdue,
          NotPossible.Why.ALREADY_SENT);
      Intents.require(now.isBefore(Deadlines.of(startMonth)), NotPossible.Why.MONTH_TOO_SOON);
      return Change.of(
              setup,
              f -> {
                f.rounds++;
                f.roleWantedAt = f.roleWantedAt.or(() -> Optional.of(now));
                f.invitation =
                    Optional.of(
                        Invitation.of(
                            new Review(
                                f.rounds, shown, startMonth, false, sourceName, notes, by, now)));
              })
          .by(by, now, AuditEvent.Kind.REVIEWED, shown.value());
    }

    private boolean isTheReviewWeHave(Setup setup, Instant now) {
      return setup
          .invitation()
          .filter(i -> isSame(i.review()))
          .filter(i -> !i.isRefused() && i.cancelAskedAt().isEmpty())
          .filter(i -> i.sent().map(s -> s.canBeAccepted(now)).orElse(true))
          .isPresent();
    }

    private boolean isSame(Review review) {
      return review.by().equals(by)
          && review.account().equals(shown)
          && review.sourceName().equals(sourceName)
          && review.notes().equals(notes)
          && (review.startMonth().equals(startMonth) || review.monthMoved());
    }

    @Override
    public String toString() {
      return "ReviewInvitation[by=" + by + ", shown=" + shown + "]";
    }
  }

  /**
   * Look at AWS now; where AWS had refused or did not answer, try once more what was reviewed.
   * Asked twice within a moment it is one asking, and looked at again all the same.
   */
  record CheckNow(UserId by) implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      Intents.require(setup.isOpen(), NotPossible.Why.ENDED);
      Intents.require(setup.accountInReview().isPresent(), NotPossible.Why.NOT_READY);
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

  /** No reminders for a while. The countdown before a deadline still speaks. */
  record Snooze(UserId by, Duration time) implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      Intents.require(setup.isOpen(), NotPossible.Why.ENDED);
      Turn turn =
          SetupStatus.of(setup, now)
              .turn()
              .orElseThrow(() -> new NotPossible(NotPossible.Why.NOBODY_WAITS));
      Instant until = now.plus(time);
      if (setup.reminderHistory().in(turn).isSnoozedAbout(until)) {
        return Change.none(setup);
      }
      return Change.of(setup, f -> f.reminderHistory = f.reminderHistory.in(turn).snoozed(until))
          .by(by, now, AuditEvent.Kind.SNOOZED, "P" + time.toDays() + "D");
    }
  }

  /** Send the reminder now, whatever interval and working hours say. */
  record RemindNow(UserId by) implements Intent {
    /** Asked for twice within this time, it is said once. */
    private static final Duration TWICE = Duration.ofMinutes(1);

    @Override
    public Change apply(Setup setup, Instant now) {
      Intents.require(setup.isOpen(), NotPossible.Why.ENDED);
      Turn turn =
          SetupStatus.of(setup, now)
              .turn()
              .orElseThrow(() -> new NotPossible(NotPossible.Why.NOBODY_WAITS));
      boolean justSaid =
          setup
              .reminderHistory()
              .in(turn)
              .lastAt()
              .filter(at -> now.isBefore(at.plus(TWICE)))
              .isPresent();
      return justSaid ? Change.none(setup) : Reminder.asked(setup, turn, by, now);
    }
  }

  /** Erases the people of an ended setup now instead of when their time is over. */
  record Forget(UserId by) implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      Intents.require(!setup.isOpen(), NotPossible.Why.STILL_OPEN);
      return setup.forgottenAt().isPresent()
          ? Change.none(setup)
          : Forgetting.of(setup, now).by(by, now, AuditEvent.Kind.FORGOTTEN, null);
    }
  }

  /** Ends the setup and takes back an invitation that is still open. */
  record CancelSetup(UserId by, String reason) implements Intent {
    @Override
    public Change apply(Setup setup, Instant now) {
      if (setup.ending().filter(e -> e.outcome() == Ending.Outcome.CANCELLED).isPresent()) {
        return Change.none(setup);
      }
      Intents.require(setup.isOpen(), NotPossible.Why.ENDED);
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
}
