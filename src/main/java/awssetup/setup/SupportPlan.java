package awssetup.setup;

import java.util.Locale;

/** Who gives the customer AWS support: the partner itself, or AWS through the partner. */
public enum SupportPlan {
  PARTNER_LED,
  RESOLD;

  /** The name used in modals and in the database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such plan
   */
  public static SupportPlan of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
