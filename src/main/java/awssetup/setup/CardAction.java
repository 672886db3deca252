package awssetup.setup;

/** What the card may offer. Several map to the same button with another label. */
public enum CardAction {
  ENTER_DETAILS,
  CORRECT_DETAILS,
  REPORT_ACCOUNT,
  CORRECT_ACCOUNT,
  REVIEW_INVITATION,
  SEND_AGAIN,
  OPEN_INVITATION,
  OPEN_BOOTSTRAP,
  CHECK_NOW,
  SNOOZE,
  SWITCH_OPTION
}
