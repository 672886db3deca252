package awssetup.sandbox;

/** How the sandbox's world looks when it opens. */
public enum Scenario {
  /** Nobody has begun anything. */
  EMPTY,

  /** Seven customers with setups in every state, played through the app as people would. */
  BUSY
}
