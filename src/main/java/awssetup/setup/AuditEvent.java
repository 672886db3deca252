package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a setup's audit trail. It holds ids and codes, never names, addresses or typed text,
 * so that it can be kept.
 *
 * @param by who did it; empty if AWS or the bot did
 * @param detail an account ID, a transfer id, a code; empty if the kind says it all
 */
public record AuditEvent(Instant at, Optional<UserId> by, Kind kind, Optional<String> detail) {
  /** What happened. */
  public enum Kind {
    STARTED,
    OPTION_SWITCHED,
    DETAILS_SUBMITTED,
    DETAILS_CORRECTED,
    ACCOUNT_REPORTED,
    PREPARATION_TICKED,
    REVIEWED,
    REVIEW_VOID,
    INVITATION_SENT,
    INVITATION_FOUND,
    INVITATION_REFUSED,
    INVITATION_STATUS,
    INVITATION_CANCELLING,
    START_MONTH_MOVED,
    RETRY_ASKED,
    ROLE_DEPLOYED,
    ROLE_LOST,
    ROLE_UNSAFE,
    CHECK_ASKED,
    REMINDED,
    ESCALATED,
    SNOOZED,
    CHANNEL_MOVED,
    CHANNEL_CLOSED,
    CHANNEL_OPEN,
    CANCELLED,
    COMPLETED,
    FORGOTTEN
  }
}
