package awssetup.sandbox.aws;

import java.time.Duration;
import java.util.List;

/** A fault that a person can order on the page, with the words that the page shows for it. */
record AwsFaultChoice(String id, String operation, AwsFault fault, String label) {
  private static final String INVITE = "InviteOrganizationToTransferResponsibility";
  private static final String LIST = "ListInboundResponsibilityTransfers";
  private static final String ASSUME_ROLE = "AssumeRole";

  static final List<AwsFaultChoice> ALL =
      List.of(
          new AwsFaultChoice(
              "throttled",
              INVITE,
              AwsFault.error("TooManyRequestsException", null, "Rate exceeded"),
              "Next invitation: throttled by AWS"),
          new AwsFaultChoice(
              "payment_method_missing",
              INVITE,
              constraint("PAYMENT_INSTRUMENT_REQUIRED", "The account has no payment method."),
              "Next invitation: customer has no payment method"),
          new AwsFaultChoice(
              "past_due_invoice",
              INVITE,
              constraint("PAST_DUE_INVOICE", "The account has a past due invoice."),
              "Next invitation: customer has a past due invoice"),
          new AwsFaultChoice(
              "legacy_permissions",
              INVITE,
              constraint("LEGACY_PERMISSIONS_STILL_IN_USE", "Old billing permissions are in use."),
              "Next invitation: old billing permissions still in use"),
          new AwsFaultChoice(
              "unknown_reason",
              INVITE,
              constraint("REASON_OF_TOMORROW", "A reason that this software has never heard of."),
              "Next invitation: refused with an unknown reason"),
          new AwsFaultChoice(
              "inbound_quota_full",
              INVITE,
              AwsFault.error(
                  "ConstraintViolationException",
                  "RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
                  "Your inbound transfers quota is used up."),
              "Next invitation: our inbound quota is full"),
          new AwsFaultChoice(
              "access_denied",
              INVITE,
              AwsFault.error("AccessDeniedException", null, "You are not authorized to do this."),
              "Next invitation: our own permission is missing"),
          new AwsFaultChoice(
              "concurrent_modification",
              INVITE,
              AwsFault.error(
                  "ConcurrentModificationException", null, "Another change is under way."),
              "Next invitation: another change is under way"),
          new AwsFaultChoice(
              "invitation_answer_lost",
              INVITE,
              AwsFault.loseAnswer(),
              "Next invitation: sent, but the answer is lost"),
          new AwsFaultChoice(
              "invitation_hangs",
              INVITE,
              AwsFault.hang(Duration.ofSeconds(20)),
              "Next invitation: no answer for 20 seconds"),
          new AwsFaultChoice(
              "watching_fails",
              LIST,
              AwsFault.error("ServiceException", null, "Internal error").times(4),
              "Next 4 looks at the transfers: internal error"),
          new AwsFaultChoice(
              "probe_denied",
              ASSUME_ROLE,
              AwsFault.error("AccessDenied", null, "Not authorized to perform: sts:AssumeRole"),
              "Next role probe: access denied"),
          new AwsFaultChoice(
              "sts_down",
              ASSUME_ROLE,
              AwsFault.status(503).times(6),
              "Next 6 role probes: STS is down"),
          new AwsFaultChoice(
              "aws_down", "*", AwsFault.status(503).times(12), "Next 12 calls: all of AWS is down"),
          new AwsFaultChoice(
              "network_cut", "*", AwsFault.reset().times(4), "Next 4 calls: network cut"));

  static AwsFaultChoice byId(String id) {
    return ALL.stream()
        .filter(choice -> choice.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such fault: " + id));
  }

  private static AwsFault constraint(String reason, String message) {
    return AwsFault.error("HandshakeConstraintViolationException", reason, message);
  }
}
