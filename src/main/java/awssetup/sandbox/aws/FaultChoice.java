package awssetup.sandbox.aws;

import java.time.Duration;
import java.util.List;

/** Faults that a person can order at a demo, each with the words that the page shows for it. */
record FaultChoice(String id, String operation, Fault fault, String label) {
  private static final String INVITE = "InviteOrganizationToTransferResponsibility";
  private static final String LIST = "ListInboundResponsibilityTransfers";
  private static final String ASSUME_ROLE = "AssumeRole";

  static final List<FaultChoice> ALL =
      List.of(
          new FaultChoice(
              "throttled",
              INVITE,
              Fault.error("TooManyRequestsException", null, "Rate exceeded"),
              "Next invitation: throttled by AWS"),
          new FaultChoice(
              "payment_method_missing",
              INVITE,
              constraint("PAYMENT_INSTRUMENT_REQUIRED", "The account has no payment method."),
              "Next invitation: customer has no payment method"),
          new FaultChoice(
              "past_due_invoice",
              INVITE,
              constraint("PAST_DUE_INVOICE", "The account has a past due invoice."),
              "Next invitation: customer has a past due invoice"),
          new FaultChoice(
              "legacy_permissions",
              INVITE,
              constraint("LEGACY_PERMISSIONS_STILL_IN_USE", "Old billing permissions are in use."),
              "Next invitation: old billing permissions still in use"),
          new FaultChoice(
              "unknown_reason",
              INVITE,
              constraint("REASON_OF_TOMORROW", "A reason that this software has never heard of."),
              "Next invitation: refused with a reason nobody knows yet"),
          new FaultChoice(
              "inbound_quota_full",
              INVITE,
              Fault.error(
                  "ConstraintViolationException",
                  "RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
                  "Your inbound transfers quota is used up."),
              "Next invitation: our inbound quota is full"),
          new FaultChoice(
              "access_denied",
              INVITE,
              Fault.error("AccessDeniedException", null, "You are not authorized to do this."),
              "Next invitation: our own permission is missing"),
          new FaultChoice(
              "concurrent_modification",
              INVITE,
              Fault.error("ConcurrentModificationException", null, "Another change is under way."),
              "Next invitation: another change is under way"),
          new FaultChoice(
              "invitation_answer_lost",
              INVITE,
              Fault.loseAnswer(),
              "Next invitation: sent, but the answer is lost"),
          new FaultChoice(
              "invitation_hangs",
              INVITE,
              Fault.hang(Duration.ofSeconds(20)),
              "Next invitation: no answer for 20 seconds"),
          new FaultChoice(
              "watching_fails",
              LIST,
              Fault.error("ServiceException", null, "Internal error").times(4),
              "Next 4 looks at the transfers: internal error"),
          new FaultChoice(
              "probe_denied",
              ASSUME_ROLE,
              Fault.error("AccessDenied", null, "Not authorized to perform: sts:AssumeRole"),
              "Next role probe: access denied"),
          new FaultChoice(
              "sts_down",
              ASSUME_ROLE,
              Fault.status(503).times(6),
              "Next 6 role probes: STS is down"),
          new FaultChoice(
              "aws_down", "*", Fault.status(503).times(12), "Next 12 calls: all of AWS is down"),
          new FaultChoice("network_cut", "*", Fault.reset().times(4), "Next 4 calls: network cut"));

  static FaultChoice byId(String id) {
    return ALL.stream()
        .filter(choice -> choice.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such fault: " + id));
  }

  private static Fault constraint(String reason, String message) {
    return Fault.error("HandshakeConstraintViolationException", reason, message);
  }
}
