package awssetup.setup;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What follows a refused invitation: who acts, and whether the bot tries again by itself. Codes are
 * routed as strings, and unknown ones go to an engineer, because AWS adds reasons that the SDK does
 * not know. The codes are those of
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_InviteOrganizationToTransferResponsibility.html
 *
 * @param retryAfter how long the bot waits before it tries again; empty if that is pointless
 */
public record NextMove(Actor actor, Fix fix, Optional<Duration> retryAfter) {
  /** What the bot can fix by itself before the next attempt. */
  public enum Fix {
    NONE,
    /** An invitation or transfer exists: look it up and use it. */
    ADOPT,
    /** Too close to the start of the month: once more with the following month. */
    LATER_MONTH,
    /** Too far ahead: once more with the month before. */
    EARLIER_MONTH
  }

  private static final Duration DAY = Duration.ofHours(24);
  private static final NextMove ENGINEER = new NextMove(Actor.ENGINEER, Fix.NONE, Optional.empty());
  private static final NextMove CUSTOMER = new NextMove(Actor.CUSTOMER, Fix.NONE, Optional.empty());
  private static final NextMove CUSTOMER_DAILY =
      new NextMove(Actor.CUSTOMER, Fix.NONE, Optional.of(DAY));
  private static final NextMove NEXT_DAY = new NextMove(Actor.NOBODY, Fix.NONE, Optional.of(DAY));

  private static final Map<String, NextMove> BY_CODE = new HashMap<>();

  static {
    // The list may show an open invitation only after a while, so the bot looks for it again.
    put(
        new NextMove(Actor.ENGINEER, Fix.ADOPT, Optional.of(Duration.ofMinutes(15))),
        "DuplicateHandshakeException");
    // The customer has to end a transfer to another partner.
    put(
        new NextMove(Actor.CUSTOMER, Fix.ADOPT, Optional.empty()),
        "RESPONSIBILITY_TRANSFER_ALREADY_EXISTS");
    put(
        CUSTOMER,
        "SOURCE_AND_TARGET_CANNOT_MATCH",
        "PAYMENT_INSTRUMENT_REQUIRED",
        "UNUSED_PREPAYMENT_BALANCE",
        "TARGET_ACCOUNT_VALIDATION_FAILURE",
        "RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION",
        "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
        "MASTER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED",
        "MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED",
        "INVALID_PAYMENT_INSTRUMENT",
        "MASTER_ACCOUNT_MISSING_CONTACT_INFO",
        "TRANSFER_RESPONSIBILITY_SOURCE_DELETION_IN_PROGRESS",
        "INVALID_PATTERN_TARGET_ID",
        "INVALID_PARTY_TYPE_TARGET",
        "INVALID_EMAIL_ADDRESS_TARGET",
        "TARGET_NOT_SUPPORTED");
    put(
        CUSTOMER_DAILY,
        "PAST_DUE_INVOICE",
        "ACCOUNT_NOT_ACTIVE_FOR_TRANSFER_RESPONSIBILITY",
        "ACCOUNT_CREATION_NOT_COMPLETE");
    put(new NextMove(Actor.ENGINEER, Fix.NONE, Optional.of(DAY)), "HANDSHAKE_RATE_LIMIT_EXCEEDED");
    put(NEXT_DAY, "ORGANIZATION_MEMBERSHIP_CHANGE_RATE_LIMIT_EXCEEDED", "WAIT_PERIOD_ACTIVE");
    put(
        new NextMove(Actor.ENGINEER, Fix.LATER_MONTH, Optional.empty()),
        "START_DATE_TOO_EARLY",
        "INVALID_START_DATE");
    put(new NextMove(Actor.ENGINEER, Fix.EARLIER_MONTH, Optional.empty()), "START_DATE_TOO_LATE");
  }

  private static void put(NextMove move, String... codes) {
    for (String code : codes) {
      BY_CODE.put(code, move);
    }
  }

  static NextMove after(String exception, Optional<String> reason) {
    NextMove byException = BY_CODE.getOrDefault(exception, ENGINEER);
    return reason.map(code -> BY_CODE.getOrDefault(code, byException)).orElse(byException);
  }
}
