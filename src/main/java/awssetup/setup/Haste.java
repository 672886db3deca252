package awssetup.setup;

/** Whether somebody is waiting to see something done: then it goes before what nobody waits for. */
public enum Haste {
  /** Somebody has just clicked or typed, here or at AWS, and looks at the screen. */
  AT_ONCE,

  /** Time gave the reason: it keeps its place in the queue. */
  IN_TURN
}
