package awssetup.sandbox.aws.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is true at AWS: the partner, its customers, their transfers and roles. The APIs and the
 * consoles share one object; hold its monitor to read or change it.
 */
public final class AwsState {
  public static final String PARTNER_ACCOUNT = "111122223333";
  public static final String PARTNER_ORGANIZATION = "o-partner0001";
  public static final String PARTNER_NAME = "SoftwareOne";
  public static final String PARTNER_EMAIL = "aws-root@partner.example";

  public final Map<String, Customer> customers = new LinkedHashMap<>();
  public final List<Transfer> transfers = new ArrayList<>();
  public final Map<String, DeployedRole> roles = new LinkedHashMap<>();

  /** When each customer who signed up here did so; customers from the start are not in it. */
  public final Map<String, Instant> signedUp = new LinkedHashMap<>();

  /**
   * How many inbound transfers the partner may have. AWS grants none at first and up to 1,000 on
   * request; this partner has asked.
   */
  public int inboundQuota = 100;

  /** Actions that the partner's policy denies the app, named as in a policy. */
  public final Set<String> denied = new TreeSet<>();

  /**
   * Four customers: two that can be invited, one without all features, one that another partner
   * pays for.
   */
  public static AwsState demo() {
    AwsState state = new AwsState();
    state.put("222233334444", "Acme Robotics", "aws-root@acme.example", true, false);
    state.put("333344445555", "Globex", "cloud@globex.example", true, false);
    state.put("444455556666", "Initech", "aws@initech.example", false, false);
    state.put("555566667777", "Umbrella", "billing@umbrella.example", true, true);
    return state;
  }

  /**
   * Adds a customer, or replaces the one with this account.
   *
   * @throws IllegalArgumentException if the account ID is malformed or the partner's own
   */
  public void put(
      String accountId,
      String name,
      String email,
      boolean allFeatures,
      boolean transfersElsewhere) {
    requireAccountId(accountId);
    if (accountId.equals(PARTNER_ACCOUNT)) {
      throw new IllegalArgumentException("That is the partner's own account");
    }
    customers.put(
        accountId,
        new Customer(
            accountId, AwsIds.organization(), name, email, allFeatures, transfersElsewhere));
  }

  /**
   * @throws IllegalArgumentException unless it has twelve digits
   */
  public static void requireAccountId(String accountId) {
    if (!accountId.matches("\\d{12}")) {
      throw new IllegalArgumentException("An account ID has 12 digits, not: " + accountId);
    }
  }

  public Optional<Customer> customerWithEmail(String email) {
    return customers.values().stream().filter(c -> c.email().equalsIgnoreCase(email)).findFirst();
  }

  /**
   * The transfer with this ID.
   *
   * @throws AwsError if there is none
   */
  public Transfer transfer(String id) {
    return transfers.stream()
        .filter(transfer -> transfer.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                AwsError.of(
                    "ResponsibilityTransferNotFoundException", "There is no transfer " + id + "."));
  }

  /**
   * The transfer with this handshake, while AWS still shows the handshake.
   *
   * @throws AwsError if there is none
   */
  public Transfer withHandshake(String handshakeId, Instant now) {
    return transfers.stream()
        .filter(transfer -> transfer.handshakeId.equals(handshakeId))
        .filter(transfer -> transfer.handshakeIsReadable(now))
        .findFirst()
        .orElseThrow(
            () ->
                AwsError.of(
                    "HandshakeNotFoundException", "There is no handshake " + handshakeId + "."));
  }

  /** How much of the inbound quota is in use: open invitations count as well as accepted ones. */
  public long inboundInUse(Instant now) {
    return transfers.stream().filter(t -> t.isOpen(now) || t.isAccepted(now)).count();
  }
}
