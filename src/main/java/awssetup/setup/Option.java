package awssetup.setup;

import java.util.Locale;

/** The two ways to set up a customer. */
public enum Option {
  NEW_ACCOUNT,
  TRANSFER_BILLING;

  /** The name used in modals and in the database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such option
   */
  public static Option of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
