package awssetup.sandbox;

/** What has happened in the sandbox before the page opens. */
public enum Scenario {
  /** Nothing: the first setup is still to be started. */
  EMPTY,

  /** One customer's setup, played from start to end. */
  FINISHED,

  /**
   * A dozen customers with setups in every state, played through the app as people would, and a
   * thousand more setups that were started during the last weeks.
   */
  BUSY
}
