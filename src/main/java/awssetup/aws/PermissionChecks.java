package awssetup.aws;

import awssetup.ports.Check;
import awssetup.setup.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.HandshakeConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.OrganizationsResponse;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;
import software.amazon.awssdk.services.organizations.model.Tag;

/**
 * Tries each permission of the bot's policy without changing anything: the calls are about things
 * that do not exist, or ask for what AWS has to refuse. If AWS refuses the content of the call, the
 * permission is there. That AWS checks permissions first is how it behaves, but not documented.
 */
final class PermissionChecks {
  /** IDs of the right form, so that AWS looks them up, but never assigned. */
  private static final String NO_HANDSHAKE = "h-00000000000000000000000000000000";

  private static final String NO_TRANSFER = "rt-00000000000000000000000000000000";

  /** Reasons that AWS gives once it has compared the request with our account or with today. */
  private static final Set<String> REFUSED_FOR_ITS_CONTENT =
      Set.of("START_DATE_TOO_EARLY", "INVALID_START_DATE");

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final AwsClients clients;

  PermissionChecks(AwsClients clients) {
    this.clients = clients;
  }

  /** One line for each permission. */
  List<Check> of(AccountId ours) {
    OrganizationsClient aws = clients.organizations();
    return List.of(
        aboutNothing(
            "organizations:DescribeResponsibilityTransfer",
            "ResponsibilityTransferNotFoundException",
            () -> aws.describeResponsibilityTransfer(r -> r.id(NO_TRANSFER))),
        aboutNothing(
            "organizations:DescribeHandshake",
            "HandshakeNotFoundException",
            () -> aws.describeHandshake(r -> r.handshakeId(NO_HANDSHAKE))),
        aboutNothing(
            "organizations:CancelHandshake",
            "HandshakeNotFoundException",
            () -> aws.cancelHandshake(r -> r.handshakeId(NO_HANDSHAKE))),
        aboutNothing(
            "organizations:TagResource",
            "TargetNotFoundException",
            () -> aws.tagResource(r -> r.resourceId(NO_TRANSFER).tags(tag()))),
        inviting(ours));
  }

  private static Tag tag() {
    return Tag.builder().key(OrganizationsTransfers.SETUP_TAG).value("doctor").build();
  }

  private static Check aboutNothing(
      String action, String notThere, Supplier<? extends OrganizationsResponse> call) {
    try {
      call.get();
      return Check.unknown(action, "AWS answers about something that cannot exist");
    } catch (SdkException e) {
      return AwsErrors.code(e).filter(notThere::equals).isPresent()
          ? Check.good(action, "allowed")
          : refused(action, e);
    }
  }

  /** Our own account, from a day long gone: AWS has two reasons to refuse. */
  private Check inviting(AccountId ours) {
    String action = "organizations:InviteOrganizationToTransferResponsibility";
    try {
      clients
          .organizationsOnce()
          .inviteOrganizationToTransferResponsibility(
              r ->
                  r.type(ResponsibilityTransferType.BILLING)
                      .target(t -> t.id(ours.value()).type(HandshakePartyType.ACCOUNT))
                      .startTimestamp(LONG_AGO)
                      .sourceName("aws-setup-bot doctor")
                      .tags(tag()));
      return Check.broken(
          action, "AWS took a trial that it has to refuse: cancel it in the console");
    } catch (ConstraintViolationException e) {
      return "RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION".equals(e.reasonAsString())
          ? Check.broken(
              action,
              "the quota of inbound billing transfers is used up: raise it under Service Quotas"
                  + " (us-east-1)")
          : Check.good(action, "allowed");
    } catch (HandshakeConstraintViolationException e) {
      return Check.good(action, "allowed");
    } catch (InvalidInputException e) {
      return REFUSED_FOR_ITS_CONTENT.contains(e.reasonAsString())
          ? Check.good(action, "allowed")
          : refused(action, e);
    } catch (SdkException e) {
      return refused(action, e);
    }
  }

  private static Check refused(String action, SdkException e) {
    return AwsDiagnosis.isDenied(e)
        ? Check.broken(action, AwsDiagnosis.of(e, action))
        : Check.unknown(action, "could not be tried: " + AwsErrors.brief(e));
  }
}
