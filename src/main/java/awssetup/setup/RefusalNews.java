package awssetup.setup;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** What it means for a setup that AWS refused its invitation. */
final class RefusalNews {
  private RefusalNews() {}

  static Change refused(Setup setup, Invitation invitation, Refusal refusal, Instant now) {
    return otherMonth(invitation, refusal.nextMove().fix(), now)
        .map(month -> monthMoved(setup, month, refusal, now))
        .orElseGet(() -> kept(setup, invitation, refusal, now));
  }

  private static Change monthMoved(Setup setup, YearMonth month, Refusal refusal, Instant now) {
    return Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.startingIn(month)))
        .happened(now, AuditEvent.Kind.START_MONTH_MOVED, refusal.code())
        .say(Notice.START_MONTH_MOVED, new NoticeDetail.StartMonth(month));
  }

  /**
   * The same refusal of a retry of ours is not said again, and keeps whose turn it is and since
   * when.
   */
  private static Change kept(Setup setup, Invitation invitation, Refusal refusal, Instant now) {
    Optional<Refusal> before = invitation.refusal().filter(refusal::saysTheSameAs);
    Refusal since = before.map(refusal::since).orElse(refusal);
    Optional<Instant> again = refusal.nextMove().retryAfter().map(now::plus);
    Change refused =
        Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.refused(since, again)));
    if (invitation.cancelAskedAt().isPresent()) {
      return TransferNews.dropped(refused);
    }
    Change kept = refused.happened(now, AuditEvent.Kind.INVITATION_REFUSED, refusal.code());
    return before.isPresent() && !setup.role().isCheckFresh(now) ? kept : said(kept, refusal);
  }

  private static Change said(Change change, Refusal refusal) {
    NoticeDetail codes = NoticeDetail.RefusalCodes.of(refusal);
    Change said = change.say(Notice.INVITATION_REFUSED, codes);
    return refusal.nextMove().actor() == Actor.ENGINEER
        ? said.say(MessageKind.OPS, Notice.INVITATION_REFUSED, codes)
        : said;
  }

  private static Optional<YearMonth> otherMonth(
      Invitation invitation, NextMove.Fix fix, Instant now) {
    if (invitation.review().monthMoved() || invitation.cancelAskedAt().isPresent()) {
      return Optional.empty();
    }
    YearMonth month = invitation.startMonth();
    return switch (fix) {
      case LATER_MONTH -> Optional.of(month.plusMonths(1));
      case EARLIER_MONTH ->
          Optional.of(month.minusMonths(1)).filter(m -> now.isBefore(Deadlines.of(m)));
      case NONE, ADOPT -> Optional.empty();
    };
  }
}
