package awssetup.setup;

import java.util.Optional;

/** The customer's technical contact. Personal data: it never prints itself. */
public record Contact(String name, String email, Optional<String> phone) {
  /** Replaces the contact of a forgotten setup. */
  public static final Contact ERASED = new Contact("(erased)", "(erased)", Optional.empty());

  @Override
  public String toString() {
    return "(contact)";
  }
}
