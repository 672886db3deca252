package awssetup.setup;

/** How urgently an open setup needs an engineer, most urgent first. */
public enum Urgency {
  /** An engineer has to act. */
  ENGINEER,
  /** The customer has only a few days left to approve the invitation. */
  EXPIRING,
  /** The customer has left several reminders unanswered. */
  UNANSWERED,
  /** The customer has to act, and has time. */
  CUSTOMER,
  /** AWS or the bot is at work. */
  AWS
}
