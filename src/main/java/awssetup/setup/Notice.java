package awssetup.setup;

/** What the thread, or the operations channel, is told once when it happens. */
public enum Notice {
  /** The details are in; the engineer reviews them next. */
  DETAILS_RECEIVED,
  DETAILS_CORRECTED,
  /** The account ID changed after it had been reviewed: the review counts no more. */
  REVIEW_VOID,
  /** The new account's ID is known and its preparation complete. */
  ACCOUNT_READY,
  OPTION_SWITCHED,
  INVITATION_SENT,
  /** An open invitation of ours was there already and is used. */
  INVITATION_FOUND,
  INVITATION_ACCEPTED,
  INVITATION_DECLINED,
  INVITATION_EXPIRED,
  /** Cancelled at AWS, not by the bot. */
  INVITATION_CANCELED,
  /** An accepted transfer was ended again. */
  INVITATION_WITHDRAWN,
  /** Too late to be accepted before the transfer would start. */
  INVITATION_OVERDUE,
  /** A status that this version does not know; the detail names it. */
  INVITATION_STATUS_UNKNOWN,
  /** AWS said no; the detail is its code. */
  INVITATION_REFUSED,
  /**
   * AWS found the start month impossible and the next one to it was taken; the detail is the new
   * month.
   */
  START_MONTH_MOVED,
  /** AWS has not been reachable for a while. */
  AWS_UNREACHABLE,
  /**
   * An invitation that nobody wanted any more had been accepted before it could be cancelled; the
   * detail is its account.
   */
  ACCEPTED_AFTER_CANCEL,
  ROLE_DEPLOYED,
  ROLE_LOST,
  /** The role answers without the external ID. */
  ROLE_UNSAFE,
  COMPLETED,
  CANCELLED,
  /** To the operations channel: reminders go unanswered. */
  UNANSWERED,
  /**
   * To the engineer and the operations channel: the customer cannot be reached in the setup's
   * channel; the detail is the barrier.
   */
  CHANNEL_CLOSED,
  /** To the same: the channel is back. */
  CHANNEL_OPEN
}
