package awssetup.sandbox.aws.organizations;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.Customer;
import awssetup.sandbox.aws.state.Transfer;
import awssetup.sandbox.aws.wire.AwsJson;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * InviteOrganizationToTransferResponsibility. Checks in the order in which AWS has what it needs:
 * the request itself, the date, the customer, then the transfers of both sides.
 */
final class InviteOperation {
  private static final int FARTHEST_START_MONTHS = 12;
  private static final Pattern MARKUP = Pattern.compile("(?i)<\\s*[/!]?[a-z]|javascript:");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private final AwsState state;
  private final InstantSource clock;

  InviteOperation(AwsState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  JsonObject serve(JsonObject input) {
    Instant now = clock.instant();
    JsonObject target = input.getAsJsonObject("Target");
    String targetType = AwsJson.text(target, "Type");
    String targetId = AwsJson.text(target, "Id");
    requireTargetForm(targetType, targetId);
    String name = harmless("SourceName", AwsJson.text(input, "SourceName"));
    String notes = harmless("Notes", AwsJson.text(input, "Notes"));
    Map<String, String> tags = TagOperations.read(input);
    Instant startsAt = AwsJson.moment(input, "StartTimestamp");
    requireStart(startsAt, now);
    boolean byEmail = targetType.equals("EMAIL");
    Customer customer = customer(byEmail, targetId);
    requireFreeToTransfer(customer, now);
    Transfer transfer = new Transfer(customer, byEmail, name, notes, tags, now, startsAt);
    state.transfers.add(transfer);
    return Replies.wrap("Handshake", Replies.handshake(transfer, now));
  }

  /** AWS counts free text that looks like markup as a broken pattern. */
  static String harmless(String member, String text) {
    if (text != null && MARKUP.matcher(text).find()) {
      throw AwsError.invalid("INVALID_PATTERN", member + " looks like markup.");
    }
    return text;
  }

  private static void requireTargetForm(String type, String id) {
    if (type.equals("ORGANIZATION")) {
      throw AwsError.invalid("INVALID_PARTY_TYPE_TARGET", "Invite an ACCOUNT or an EMAIL.");
    }
    if (type.equals("ACCOUNT") && !id.matches("\\d{12}")) {
      throw AwsError.invalid("INVALID_PATTERN_TARGET_ID", "An account id has 12 digits.");
    }
    if (type.equals("EMAIL") && !EMAIL.matcher(id).matches()) {
      throw AwsError.invalid("INVALID_EMAIL_ADDRESS_TARGET", "That is no e-mail address.");
    }
  }

  private static void requireStart(Instant startsAt, Instant now) {
    OffsetDateTime start = startsAt.atOffset(ZoneOffset.UTC);
    if (start.getDayOfMonth() != 1) {
      throw AwsError.invalid(
          "START_DATE_NOT_BEGINNING_OF_MONTH", "Start on a month's first (UTC).");
    }
    if (!start.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw AwsError.invalid("START_DATE_NOT_BEGINNING_OF_DAY", "Start at 00:00:00 UTC.");
    }
    if (startsAt.isBefore(now.plus(Transfer.NOTICE))) {
      throw AwsError.invalid("START_DATE_TOO_EARLY", "Start at least 24 hours from now.");
    }
    OffsetDateTime farthest = now.atOffset(ZoneOffset.UTC).plusMonths(FARTHEST_START_MONTHS);
    if (start.isAfter(farthest)) {
      throw AwsError.invalid(
          "START_DATE_TOO_LATE", "Start within " + FARTHEST_START_MONTHS + " months.");
    }
  }

  private Customer customer(boolean byEmail, String id) {
    if (id.equals(AwsState.PARTNER_ACCOUNT) || id.equalsIgnoreCase(AwsState.PARTNER_EMAIL)) {
      throw AwsError.handshakeConstraint(
          "SOURCE_AND_TARGET_CANNOT_MATCH", "You cannot invite your own account.");
    }
    Customer customer =
        byEmail ? state.customerWithEmail(id).orElse(null) : state.customers.get(id);
    if (customer == null) {
      throw AwsError.handshakeConstraint(
          "TARGET_ACCOUNT_VALIDATION_FAILURE",
          "The target is not the management account of an organization that can be invited.");
    }
    return customer;
  }

  private void requireFreeToTransfer(Customer customer, Instant now) {
    if (!customer.allFeatures()) {
      throw AwsError.constraint(
          "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "The organization must enable all features.");
    }
    for (Transfer transfer : state.transfers) {
      boolean sameCustomer = transfer.source.accountId().equals(customer.accountId());
      if (sameCustomer && transfer.isOpen(now)) {
        throw AwsError.of(
            "DuplicateHandshakeException", "An invitation to this account is already open.");
      }
      if (sameCustomer && transfer.isAccepted(now)) {
        throw AwsError.handshakeConstraint(
            "RESPONSIBILITY_TRANSFER_ALREADY_EXISTS",
            "The request conflicts with an existing responsibility transfer.");
      }
    }
    if (customer.transfersElsewhere()) {
      throw AwsError.constraint(
          "RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION",
          "The account already transfers this responsibility to another account.");
    }
    if (state.inboundInUse(now) >= state.inboundQuota) {
      throw AwsError.constraint(
          "RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
          "All " + state.inboundQuota + " inbound transfers of your quota are in use.");
    }
  }
}
