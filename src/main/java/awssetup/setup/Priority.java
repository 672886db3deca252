package awssetup.setup;

/** Whether a person is waiting for the work: then it goes first. */
public enum Priority {
  /** A person has just clicked or typed, in Slack or at AWS, and looks at the screen. */
  URGENT,

  /** Time is the reason, and no person is waiting. */
  NORMAL
}
