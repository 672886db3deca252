package awssetup.sandbox;

/** How the sandbox's world looks when it opens. */
public enum Scenario {
  /** Nobody has begun anything. */
  EMPTY,

  /**
   * A dozen customers with setups in every state, played through the app as people would, and a
   * thousand more setups that are open since the last weeks.
   */
  BUSY
}
