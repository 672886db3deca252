package awssetup.setup;

/** What the thread or the operations channel is told once, when it happens. Stored by name. */
public enum Notice {
  /** The details are in; the engineer reviews them next. */
  DETAILS_RECEIVED,
  DETAILS_CORRECTED,
  /** The account ID changed after it had been reviewed: the review no longer counts. */
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
  /** The transfer has a status that this version does not know. */
  INVITATION_STATUS_UNKNOWN(NoticeDetail.Form.STATUS_AT_AWS),
  /** AWS said no. */
  INVITATION_REFUSED(NoticeDetail.Form.REFUSAL_CODES),
  /** AWS found the start month impossible, and the next possible one was taken. */
  START_MONTH_MOVED(NoticeDetail.Form.START_MONTH),
  /** AWS has not been reachable for a while. */
  AWS_UNREACHABLE,
  /** The customer accepted an invitation before it could be cancelled. */
  ACCEPTED_AFTER_CANCEL(NoticeDetail.Form.ACCOUNT),
  ROLE_DEPLOYED,
  ROLE_LOST,
  /** The role answers without the external ID. */
  ROLE_UNSAFE,
  COMPLETED,
  CANCELLED,
  /** To the operations channel: reminders go unanswered. */
  UNANSWERED(NoticeDetail.Form.STEP),
  /**
   * To the engineer and the operations channel: the customer cannot be reached in the setup's
   * channel.
   */
  CHANNEL_CLOSED(NoticeDetail.Form.CHANNEL_PROBLEM),
  /** To the same: the channel is back. */
  CHANNEL_OPEN;

  private final NoticeDetail.Form detail;

  Notice() {
    this(NoticeDetail.Form.NONE);
  }

  Notice(NoticeDetail.Form detail) {
    this.detail = detail;
  }

  /** The form of the detail that this notice needs. */
  public NoticeDetail.Form detail() {
    return detail;
  }
}
