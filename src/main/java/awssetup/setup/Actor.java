package awssetup.setup;

/**
 * Whose turn it is. Stored by name. {@link #NOBODY} means that AWS or the bot is at work and no
 * person has to act.
 */
public enum Actor {
  CUSTOMER,
  ENGINEER,
  NOBODY
}
