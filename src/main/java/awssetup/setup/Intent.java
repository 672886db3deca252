package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a person asks for with a button, a modal or a command. Asking twice changes nothing the
 * second time. Each intent knows when a setup allows it; whether this person may ask at all depends
 * on who they are at Slack, and is decided before.
 */
public sealed interface Intent extends Rule {

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

  /** Reports a new account's ID, what of its preparation is done, or both. */
  record ReportAccount(UserId by, Optional<AccountId> account, Set<PreparationItem> ticked)
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

  /** Takes the other option instead. The contact stays; what was said of the account is void. */
  record SwitchOption(UserId by, Option to) implements Intent {
    @Override
    public Optional<Why> whyNot(Setup setup, Instant now) {
      return Intents.first(
          Intents.whyClosed(setup),
          Intents.whyAccepted(setup),
          Intents.unless(setup.option() == to || setup.invitation().isEmpty(), Why.ALREADY_SENT));
    }

    @Override
    public Change apply(Setup setup, Instant now) {
      NotPossible.throwIf(whyNot(setup, now));
      if (setup.option() == to) {
        return Change.none(setup);
      }
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
   * @param reviewers which engineers may review
   */
  record ReviewInvitation(
      UserId by,
      AccountId shown,
      YearMonth startMonth,
      String sourceName,
      Optional<String> notes,
      Reviewers reviewers)
      implements Intent {
    /**
     * Why this engineer cannot review the account and send an invitation now; empty if they can.
     */
    public static Optional<Why> whyNot(Setup setup, UserId by, Reviewers reviewers, Instant now) {
      Step.State state = SetupStatus.of(setup, now).step(StepKey.INVITATION).state();
      boolean toBeSent =
          state instanceof Step.State.ReviewMissing
              || state instanceof Step.State.Refused
              || state instanceof Step.State.Over
              || state instanceof Step.State.Overdue;
      return Intents.first(
          Intents.whyClosed(setup),
          Intents.whyAccepted(setup),
          Intents.unless(!(state instanceof Step.State.Cancelling), Why.STILL_CANCELLING),
          Intents.unless(
              setup.account().isPresent() && !(state instanceof Step.State.Locked), Why.NOT_READY),
          Intents.unless(toBeSent, Why.ALREADY_SENT),
          Intents.unless(reviewers.include(by, setup), Why.SECOND_ENGINEER));
    }

    @Override
    public Optional<Why> whyNot(Setup setup, Instant now) {
      if (isTheReviewWeHave(setup, now)) {
        return Optional.empty();
      }
      boolean sameAccount =
          setup.account().map(TargetAccount::id).filter(shown::equals).isPresent();
      return Intents.first(
          whyNot(setup, by, reviewers, now),
          Intents.unless(sameAccount, Why.REVIEW_VOID),
          Intents.unless(now.isBefore(Deadlines.of(startMonth)), Why.MONTH_TOO_SOON));
    }

    @Override
    public Change apply(Setup setup, Instant now) {
      NotPossible.throwIf(whyNot(setup, now));
      if (isTheReviewWeHave(setup, now)) {
        return Change.none(setup);
      }
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
   * Looks at AWS now, and tries the invitation once more if AWS had refused it or did not answer.
   * Asked for twice within a moment, AWS is looked at twice and the audit trail says it once.
   */
  record CheckNow(UserId by) implements Intent {
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

  /** Stops reminders for a while; those that count down to a deadline still go out. */
  record Snooze(UserId by, Duration time) implements Intent {
    @Override
    public Optional<Why> whyNot(Setup setup, Instant now) {
      return Intents.whyNothingWaits(setup, now);
    }

    @Override
    public Change apply(Setup setup, Instant now) {
      NotPossible.throwIf(whyNot(setup, now));
      Turn turn = Intents.turn(setup, now).orElseThrow();
      Instant until = now.plus(time);
      if (setup.reminderHistory().in(turn).isSnoozedAbout(until)) {
        return Change.none(setup);
      }
      return Change.of(setup, f -> f.reminderHistory = f.reminderHistory.in(turn).snoozed(until))
          .by(by, now, AuditEvent.Kind.SNOOZED, "P" + time.toDays() + "D");
    }
  }

  /** Sends the reminder now, outside its interval and working hours too. */
  record RemindNow(UserId by) implements Intent {
    /** Asked for twice within this time, one reminder is sent. */
    private static final Duration TWICE = Duration.ofMinutes(1);

    @Override
    public Optional<Why> whyNot(Setup setup, Instant now) {
      return Intents.whyNothingWaits(setup, now);
    }

    @Override
    public Change apply(Setup setup, Instant now) {
      NotPossible.throwIf(whyNot(setup, now));
      Turn turn = Intents.turn(setup, now).orElseThrow();
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

  /** Erases the people of an ended setup before the retention period is over. */
  record Forget(UserId by) implements Intent {
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

  /** Ends the setup and has an open invitation cancelled at AWS. */
  record CancelSetup(UserId by, String reason) implements Intent {
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
}
