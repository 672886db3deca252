package awssetup.setup;

import java.util.Locale;

/**
 * What the customer does in a new account before its billing can be transferred, in the order to do
 * it.
 */
public enum PreparationItem {
  ROOT_MFA,
  ORGANIZATION,
  SCPS,
  CLOUDTRAIL,
  STACKSETS,
  IAM_BILLING;

  /** The name used in modals and in the database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such item
   */
  public static PreparationItem of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
