package awssetup.setup;

import java.util.Optional;

/** The customer's technical contact. Personal data: it never prints itself. */
public record Contact(String name, String email, Optional<String> phone) {
  @Override
  public String toString() {
    return "(contact)";
  }
}
