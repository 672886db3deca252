package awssetup.setup;

/** Whether somebody is waiting to see something done: then it goes before what nobody waits for. */
public enum Priority {
  /** Somebody has just clicked or typed, here or at AWS, and looks at the screen. */
  URGENT,

  /** Time gave the reason: it keeps its place in the queue. */
  NORMAL
}
