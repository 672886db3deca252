package awssetup.aws;

import awssetup.ports.BillingTransfers;
import awssetup.setup.AccountId;
import awssetup.setup.Invitation;
import awssetup.setup.Priority;
import awssetup.setup.Refusal;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.DescribeResponsibilityTransferResponse;
import software.amazon.awssdk.services.organizations.model.Handshake;
import software.amazon.awssdk.services.organizations.model.HandshakeAlreadyInStateException;
import software.amazon.awssdk.services.organizations.model.HandshakeNotFoundException;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.InvalidHandshakeTransitionException;
import software.amazon.awssdk.services.organizations.model.InviteOrganizationToTransferResponsibilityRequest;
import software.amazon.awssdk.services.organizations.model.InviteOrganizationToTransferResponsibilityResponse;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransfer;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferNotFoundException;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;
import software.amazon.awssdk.services.organizations.model.Tag;

/**
 * Billing transfers through AWS Organizations. If AWS leaves something out of an answer, it is
 * looked up or left for the next look, because a guess here could invite a customer twice.
 */
public final class OrganizationsTransfers implements BillingTransfers {
  private static final Logger LOG = LoggerFactory.getLogger(OrganizationsTransfers.class);

  /** The tag of an invitation; AWS puts it on the transfer once that is accepted. */
  static final String SETUP_TAG = "aws-setup-bot:setup";

  private final AwsClients clients;
  private final InstantSource clock;
  private final TransferCalls calls;
  private final InboundTransfers inbound;

  /**
   * @param pause how to wait between calls that AWS wants spaced out
   */
  public OrganizationsTransfers(AwsClients clients, InstantSource clock, Pause pause) {
    this(clients, clock, new AwsRateLimit(pause, clock));
  }

  OrganizationsTransfers(AwsClients clients, InstantSource clock, AwsRateLimit rateLimit) {
    this.clients = clients;
    this.clock = clock;
    this.calls = new TransferCalls(rateLimit);
    this.inbound = new InboundTransfers(clients, calls, clock);
  }

  @Override
  public void forEach(Consumer<Transfer> reader) {
    inbound.forEach(found -> transfer(found).ifPresent(reader));
  }

  @Override
  public boolean isListWanted() {
    return inbound.isWanted();
  }

  @Override
  public Optional<List<Transfer>> of(AccountId account, Instant since) {
    // Each is looked at again: the list may be some minutes old.
    return inbound
        .idsOf(account, since)
        .map(ids -> ids.stream().flatMap(id -> find(id, Priority.URGENT).stream()).toList());
  }

  @Override
  public Optional<Transfer> find(String transferId, Priority priority) {
    String doing = "reading transfer " + transferId;
    Supplier<DescribeResponsibilityTransferResponse> call =
        () -> clients.organizationsOnce().describeResponsibilityTransfer(r -> r.id(transferId));
    try {
      DescribeResponsibilityTransferResponse answer =
          priority == Priority.URGENT ? calls.soon(doing, call) : calls.steadily(doing, call);
      ResponsibilityTransfer found = answer.responsibilityTransfer();
      return Optional.of(
          transfer(found).orElseThrow(() -> AwsErrors.odd(doing, "the answer is incomplete")));
    } catch (ResponsibilityTransferNotFoundException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw AwsErrors.unavailable(doing, e);
    }
  }

  @Override
  public Optional<Instant> expiry(String handshakeId) {
    String doing = "reading handshake " + handshakeId;
    try {
      Handshake handshake =
          calls
              .soon(
                  doing,
                  () ->
                      clients
                          .organizationsOnce()
                          .describeHandshake(r -> r.handshakeId(handshakeId)))
              .handshake();
      return Optional.ofNullable(handshake).map(Handshake::expirationTimestamp);
    } catch (HandshakeNotFoundException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw AwsErrors.unavailable(doing, e);
    }
  }

  @Override
  public Answer invite(Invitation invitation, SetupId setup) {
    AccountId account = invitation.account();
    String doing = "inviting " + account;
    InviteOrganizationToTransferResponsibilityResponse response;
    try {
      response =
          calls.once(
              doing,
              () ->
                  clients
                      .organizationsOnce()
                      .inviteOrganizationToTransferResponsibility(request(invitation, setup)));
    } catch (SdkException e) {
      Refusal refusal =
          AwsErrors.refusal(e, clock.instant()).orElseThrow(() -> AwsErrors.unavailable(doing, e));
      LOG.info("{} AWS refuses to invite {}: {}", setup, account, AwsErrors.brief(e));
      return new Answer.Refused(refusal);
    }
    Answer.Invited invited = invited(response.handshake(), doing);
    LOG.info(
        "{} invited {}: {}, {}, request {}",
        setup,
        account,
        invited.handshakeId(),
        invited.transferId(),
        response.responseMetadata().requestId());
    return invited;
  }

  @Override
  public void cancel(String handshakeId) {
    String doing = "cancelling " + handshakeId;
    try {
      calls.soon(
          doing,
          () -> clients.organizationsOnce().cancelHandshake(r -> r.handshakeId(handshakeId)));
      LOG.info("cancelled {}", handshakeId);
    } catch (HandshakeAlreadyInStateException
        | InvalidHandshakeTransitionException
        | HandshakeNotFoundException e) {
      LOG.info("nothing to cancel: {}: {}", handshakeId, AwsErrors.brief(e));
    } catch (SdkException e) {
      throw AwsErrors.unavailable(doing, e);
    }
  }

  private static InviteOrganizationToTransferResponsibilityRequest request(
      Invitation invitation, SetupId setup) {
    // By account, never by e-mail: an open invitation by e-mail need not name the account, and
    // could then not be found again.
    return InviteOrganizationToTransferResponsibilityRequest.builder()
        .type(ResponsibilityTransferType.BILLING)
        .target(t -> t.id(invitation.account().value()).type(HandshakePartyType.ACCOUNT))
        .startTimestamp(invitation.startsAt())
        .sourceName(invitation.review().sourceName())
        .notes(invitation.review().notes().orElse(null))
        .tags(Tag.builder().key(SETUP_TAG).value(setup.value()).build())
        .build();
  }

  private Answer.Invited invited(Handshake handshake, String doing) {
    if (handshake == null || handshake.id() == null) {
      throw AwsErrors.odd(doing, "AWS agreed without naming the handshake");
    }
    String transferId =
        HandshakeReader.transferId(handshake)
            .or(() -> inbound.idOf(handshake.id()))
            .orElseThrow(
                () -> AwsErrors.odd(doing, handshake.id() + " does not name its transfer yet"));
    return new Answer.Invited(
        handshake.id(), transferId, Optional.ofNullable(handshake.expirationTimestamp()));
  }

  /** Empty if AWS leaves out what identifies the transfer. */
  private static Optional<Transfer> transfer(ResponsibilityTransfer found) {
    Optional<AccountId> source =
        Optional.ofNullable(found)
            .map(ResponsibilityTransfer::source)
            .flatMap(party -> AccountId.parse(party.managementAccountId()));
    if (source.isEmpty() || found.id() == null || found.startTimestamp() == null) {
      LOG.warn("AWS lists a transfer incompletely: {}", found == null ? null : found.id());
      return Optional.empty();
    }
    String status = Optional.ofNullable(found.statusAsString()).orElse("");
    return Optional.of(
        new Transfer(
            found.id(),
            source.get(),
            TransferStatus.of(status),
            status,
            found.startTimestamp(),
            Optional.ofNullable(found.activeHandshakeId()),
            Optional.ofNullable(found.name())));
  }
}
