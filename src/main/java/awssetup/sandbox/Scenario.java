package awssetup.sandbox;

/** How the sandbox's world looks when it opens. */
public enum Scenario {
  /** Nobody has begun anything. */
  EMPTY,

  /** One customer's setup, played from its start to its end. */
  FINISHED,

  /**
   * A dozen customers with setups in every state, played through the app as people would, and a
   * thousand more setups that are open since the last weeks.
   */
  BUSY
}
