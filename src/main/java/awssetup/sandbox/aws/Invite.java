package awssetup.sandbox.aws;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * InviteOrganizationToTransferResponsibility. Rules in the order in which AWS has what it needs to
 * judge them: the request by itself, the date, the customer, then what both sides already have.
 */
final class Invite {
  private static final int FARTHEST_START_MONTHS = 12;
  private static final Pattern MARKUP = Pattern.compile("(?i)<\\s*[/!]?[a-z]|javascript:");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private final Picture picture;
  private final InstantSource clock;

  Invite(Picture picture, InstantSource clock) {
    this.picture = picture;
    this.clock = clock;
  }

  JsonObject serve(JsonObject input) {
    Instant now = clock.instant();
    JsonObject target = input.getAsJsonObject("Target");
    String targetType = Json.text(target, "Type");
    String targetId = Json.text(target, "Id");
    requireTargetForm(targetType, targetId);
    String name = harmless("SourceName", Json.text(input, "SourceName"));
    String notes = harmless("Notes", Json.text(input, "Notes"));
    Map<String, String> tags = Tagging.read(input);
    Instant startsAt = Json.moment(input, "StartTimestamp");
    requireStart(startsAt, now);
    boolean byEmail = targetType.equals("EMAIL");
    Customer customer = customer(byEmail, targetId);
    requireNothingInTheWay(customer, now);
    Transfer transfer = new Transfer(customer, byEmail, name, notes, tags, now, startsAt);
    picture.transfers.add(transfer);
    return Organizations.wrap("Handshake", Replies.handshake(transfer, now));
  }

  /** Free text that looks like markup counts as a broken pattern at AWS. */
  static String harmless(String member, String text) {
    if (text != null && MARKUP.matcher(text).find()) {
      throw Refusal.invalid("INVALID_PATTERN", member + " looks like markup.");
    }
    return text;
  }

  private static void requireTargetForm(String type, String id) {
    if (type.equals("ORGANIZATION")) {
      throw Refusal.invalid("INVALID_PARTY_TYPE_TARGET", "Invite an ACCOUNT or an EMAIL.");
    }
    if (type.equals("ACCOUNT") && !id.matches("\\d{12}")) {
      throw Refusal.invalid("INVALID_PATTERN_TARGET_ID", "An account id has 12 digits.");
    }
    if (type.equals("EMAIL") && !EMAIL.matcher(id).matches()) {
      throw Refusal.invalid("INVALID_EMAIL_ADDRESS_TARGET", "That is no e-mail address.");
    }
  }

  private static void requireStart(Instant startsAt, Instant now) {
    OffsetDateTime start = startsAt.atOffset(ZoneOffset.UTC);
    if (start.getDayOfMonth() != 1) {
      throw Refusal.invalid("START_DATE_NOT_BEGINNING_OF_MONTH", "Start on a month's first (UTC).");
    }
    if (!start.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw Refusal.invalid("START_DATE_NOT_BEGINNING_OF_DAY", "Start at 00:00:00 UTC.");
    }
    if (startsAt.isBefore(now.plus(Transfer.NOTICE))) {
      throw Refusal.invalid("START_DATE_TOO_EARLY", "Start at least 24 hours from now.");
    }
    OffsetDateTime farthest = now.atOffset(ZoneOffset.UTC).plusMonths(FARTHEST_START_MONTHS);
    if (start.isAfter(farthest)) {
      throw Refusal.invalid(
          "START_DATE_TOO_LATE", "Start within " + FARTHEST_START_MONTHS + " months.");
    }
  }

  private Customer customer(boolean byEmail, String id) {
    if (id.equals(Picture.PARTNER_ACCOUNT) || id.equalsIgnoreCase(Picture.PARTNER_EMAIL)) {
      throw Refusal.handshakeConstraint(
          "SOURCE_AND_TARGET_CANNOT_MATCH", "You cannot invite your own account.");
    }
    Customer customer =
        byEmail ? picture.customerWithEmail(id).orElse(null) : picture.customers.get(id);
    if (customer == null) {
      throw Refusal.handshakeConstraint(
          "TARGET_ACCOUNT_VALIDATION_FAILURE",
          "The target is not the management account of an organization that can be invited.");
    }
    return customer;
  }

  private void requireNothingInTheWay(Customer customer, Instant now) {
    if (!customer.allFeatures()) {
      throw Refusal.constraint(
          "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "The organization must enable all features.");
    }
    for (Transfer transfer : picture.transfers) {
      boolean sameCustomer = transfer.source.accountId().equals(customer.accountId());
      if (sameCustomer && transfer.isOpen(now)) {
        throw Refusal.of(
            "DuplicateHandshakeException", "An invitation to this account is already open.");
      }
      if (sameCustomer && transfer.isAccepted(now)) {
        throw Refusal.handshakeConstraint(
            "RESPONSIBILITY_TRANSFER_ALREADY_EXISTS",
            "The request conflicts with an existing responsibility transfer.");
      }
    }
    if (customer.transfersElsewhere()) {
      throw Refusal.constraint(
          "RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION",
          "The account already transfers this responsibility to another account.");
    }
    if (picture.inboundInUse(now) >= picture.inboundQuota) {
      throw Refusal.constraint(
          "RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
          "All " + picture.inboundQuota + " inbound transfers of your quota are in use.");
    }
  }
}
