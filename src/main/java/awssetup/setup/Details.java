package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * What the details modal collected. Personal data: it never prints itself.
 *
 * @param rootEmail the address of the root user; required for a new account, optional for a
 *     transfer
 * @param accountName the name of a new account; empty for a transfer
 * @param aliasDoubted the address looked personal, and the customer insisted on it
 */
public record Details(
    Optional<String> rootEmail,
    Optional<String> accountName,
    Contact contact,
    SupportPlan supportPlan,
    boolean aliasDoubted,
    UserId by,
    Instant at) {

  /** Whether both have the same content; who entered it and when does not count. */
  boolean saysTheSameAs(Details other) {
    return rootEmail.equals(other.rootEmail)
        && accountName.equals(other.accountName)
        && contact.equals(other.contact)
        && supportPlan == other.supportPlan;
  }

  /** What remains once its people are forgotten. */
  Details erased() {
    return new Details(
        Optional.empty(),
        Optional.empty(),
        Contact.ERASED,
        supportPlan,
        aliasDoubted,
        UserId.ERASED,
        at);
  }

  @Override
  public String toString() {
    return "(details)";
  }
}
