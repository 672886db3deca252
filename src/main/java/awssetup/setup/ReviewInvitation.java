package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * An engineer has reviewed the account ID and wants the invitation sent.
 *
 * @param shown the account ID as the engineer saw it; the review counts for no other
 * @param reviewers which engineers may review
 */
public record ReviewInvitation(
    UserId by,
    AccountId shown,
    YearMonth startMonth,
    String sourceName,
    Optional<String> notes,
    Reviewers reviewers)
    implements Intent {
  /** Why this engineer cannot review the account and send an invitation now; empty if they can. */
  public static Optional<Why> whyNot(Setup setup, UserId by, Reviewers reviewers, Instant now) {
    Step.State invitation = SetupStatus.of(setup, now).step(StepKey.INVITATION).state();
    return Intents.first(
        Intents.whyClosed(setup),
        Intents.whyAccepted(setup),
        whyNotNow(invitation),
        Intents.unless(setup.account().isPresent(), Why.NOT_READY),
        Intents.unless(reviewers.include(by, setup), Why.SECOND_ENGINEER));
  }

  private static Optional<Why> whyNotNow(Step.State invitation) {
    return switch (invitation.kind()) {
      case REVIEW_MISSING, REFUSED, OVER, OVERDUE -> Optional.empty();
      case LOCKED -> Optional.of(Why.NOT_READY);
      case CANCELLING -> Optional.of(Why.STILL_CANCELLING);
      case SENDING,
          RETRYING,
          OPEN,
          DONE,
          DETAILS_MISSING,
          ACCOUNT_MISSING,
          UNPREPARED,
          ROLE_MISSING,
          ROLE_LOST,
          ROLE_UNSAFE ->
          Optional.of(Why.ALREADY_SENT);
    };
  }

  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    if (isTheReviewWeHave(setup, now)) {
      return Optional.empty();
    }
    boolean sameAccount = setup.account().map(TargetAccount::id).filter(shown::equals).isPresent();
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
