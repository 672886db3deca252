package awssetup.setup;

import java.util.Locale;

/** The steps of a setup, in their order; {@link #ACCOUNT} belongs to a new account only. */
public enum StepKey {
  DETAILS,
  ACCOUNT,
  INVITATION,
  BOOTSTRAP_ROLE;

  /** The name used in the database and in exports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
