package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the status of a transfer means for a setup, which may no longer want the transfer. */
final class TransferNews {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration FIRST_RETRY_WHEN_THROTTLED = Duration.ofSeconds(15);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);
  private static final Duration TELL_AFTER = Duration.ofMinutes(15);

  private TransferNews() {}

  static Change seen(Setup setup, Invitation.Sent sent, String statusAtAws, Instant now) {
    boolean unwanted = setup.invitation().orElseThrow().cancelAskedAt().isPresent();
    Change change =
        Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.sent(sent)))
            .happened(now, AuditEvent.Kind.INVITATION_STATUS, statusAtAws);
    if (sent.status() == TransferStatus.ACCEPTED) {
      return accepted(change, now);
    }
    if (unwanted && sent.status().isOver()) {
      return dropped(change);
    }
    return switch (sent.status()) {
      case DECLINED -> change.say(Notice.INVITATION_DECLINED);
      // The thread heard that it is too late when the deadline passed.
      case EXPIRED ->
          setup.isOverdueSaid() ? change : tooLate(change, Notice.INVITATION_EXPIRED, now);
      case CANCELED -> change.say(Notice.INVITATION_CANCELED);
      case WITHDRAWN -> change.say(Notice.INVITATION_WITHDRAWN);
      case UNKNOWN ->
          change.say(Notice.INVITATION_STATUS_UNKNOWN, new NoticeDetail.StatusAtAws(statusAtAws));
      case REQUESTED, ACCEPTED -> change;
    };
  }

  /**
   * The engineer's turn began with the deadline, which after a downtime may be long ago. Reminders
   * count from this notice, or one would follow it at once.
   */
  static Change tooLate(Change change, Notice notice, Instant now) {
    Setup after = change.after();
    ReminderHistory told =
        SetupStatus.of(after, now)
            .turn()
            .map(turn -> after.reminderHistory().in(turn).told(now))
            .orElse(after.reminderHistory());
    return change.then(f -> f.reminderHistory = told).say(notice);
  }

  /**
   * Good news, unless the invitation is no longer wanted: then an engineer has to end the transfer
   * in the AWS console.
   */
  static Change accepted(Change change, Instant now) {
    Invitation invitation = change.after().invitation().orElseThrow();
    return invitation.cancelAskedAt().isPresent()
        ? dropped(change)
            .say(Notice.ACCEPTED_AFTER_CANCEL, new NoticeDetail.Account(invitation.account()))
        : change.say(Notice.INVITATION_ACCEPTED);
  }

  /**
   * The unwanted round is gone: an open setup can be reviewed again, a cancelled one keeps the
   * round as its history.
   */
  static Change dropped(Change change) {
    return change.after().isOpen()
        ? change.then(f -> f.invitation = Optional.empty())
        : change.then(f -> f.invitation = f.invitation.map(Invitation::settled));
  }

  /** Retries at growing intervals; the engineer is told once it has lasted a while. */
  static Change troubled(Setup setup, boolean throttled, Instant now) {
    Invitation invitation = setup.invitation().orElseThrow();
    Optional<Invitation.Trouble> before = invitation.trouble();
    Instant since = before.map(Invitation.Trouble::since).orElse(now);
    int attempts = before.map(Invitation.Trouble::attempts).orElse(0) + 1;
    Duration first = throttled ? FIRST_RETRY_WHEN_THROTTLED : FIRST_RETRY;
    Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, 10));
    Instant again = now.plus(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
    boolean told = before.filter(Invitation.Trouble::told).isPresent();
    boolean tell = !told && !now.isBefore(since.plus(TELL_AFTER));
    Change change =
        Change.of(
            setup,
            f ->
                f.invitation =
                    f.invitation.map(
                        i ->
                            i.troubled(
                                new Invitation.Trouble(since, attempts, told || tell), again)));
    return tell ? change.say(Notice.AWS_UNREACHABLE) : change;
  }
}
