package awssetup.setup;

/** How much an open setup calls for an engineer's eye, most urgent first. */
public enum Urgency {
  /** It does not go on without an engineer. */
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
