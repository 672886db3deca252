package awssetup.aws;

import static awssetup.aws.AwsSamples.ACME;
import static awssetup.aws.AwsSamples.CLOCK;
import static awssetup.aws.AwsSamples.GLOBEX;
import static awssetup.aws.AwsSamples.ROLE;
import static awssetup.aws.AwsSamples.SETUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers.Answer;
import awssetup.ports.BillingTransfers.Transfer;
import awssetup.ports.BootstrapRoles.ProbeResult;
import awssetup.sandbox.aws.AwsCall;
import awssetup.sandbox.aws.AwsFault;
import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.aws.StandInInvitation;
import awssetup.setup.AccountId;
import awssetup.setup.Priority;
import awssetup.setup.TransferStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way of an invitation and of a role, with a stand-in that keeps AWS's rules. */
class AgainstStandInTest {
  private AwsStandIn aws;
  private AwsClients clients;
  private OrganizationsTransfers transfers;
  private StsBootstrapRoles roles;

  @BeforeEach
  void start() {
    aws = AwsStandIn.start(CLOCK, 0);
    aws.addOrganization(ACME.value(), "Acme Robotics", "aws@acme.example");
    aws.addOrganization(GLOBEX.value(), "Globex", "aws@globex.example");
    connect(Optional.empty());
  }

  private void connect(Optional<String> managementRoleArn) {
    clients = new AwsClients(AwsSamples.config(aws.url(), managementRoleArn));
    transfers = new OrganizationsTransfers(clients, CLOCK, new AwsRateLimit(duration -> {}, CLOCK));
    roles = new StsBootstrapRoles(clients);
  }

  @AfterEach
  void stop() {
    clients.close();
    aws.close();
  }

  private Answer.Invited invite(AccountId account) {
    return (Answer.Invited) transfers.invite(AwsSamples.invitationOf(account), SETUP);
  }

  private TransferStatus statusOf(Answer.Invited invited) {
    return transfers.find(invited.transferId(), Priority.URGENT).orElseThrow().status();
  }

  private List<String> operations() {
    return aws.calls().stream().map(AwsCall::operation).toList();
  }

  @Test
  void an_invitation_is_sent_found_again_and_accepted() {
    Answer.Invited invited = invite(ACME);

    StandInInvitation atAws = aws.invitations().get(0);
    assertThat(invited.handshakeId()).isEqualTo(atAws.handshakeId());
    assertThat(invited.transferId()).isEqualTo(atAws.transferId());
    assertThat(invited.expiresAt()).contains(atAws.expiresAt());
    assertThat(atAws.tags()).containsEntry("aws-setup-bot:setup", SETUP.value());
    assertThat(transfers.expiry(invited.handshakeId())).contains(atAws.expiresAt());

    List<Transfer> read = new ArrayList<>();
    transfers.forEach(read::add);
    assertThat(read).extracting(Transfer::source).containsExactly(ACME);
    assertThat(read.get(0).handshakeId()).contains(invited.handshakeId());
    assertThat(read.get(0).startsAt()).isEqualTo(AwsSamples.invitationOf(ACME).startsAt());

    aws.accept(invited.handshakeId());
    assertThat(statusOf(invited)).isEqualTo(TransferStatus.ACCEPTED);
    transfers.cancel(invited.handshakeId());
    assertThat(statusOf(invited)).isEqualTo(TransferStatus.ACCEPTED);
  }

  @Test
  void an_invitation_is_cancelled() {
    Answer.Invited invited = invite(ACME);

    transfers.cancel(invited.handshakeId());
    transfers.cancel(invited.handshakeId());

    assertThat(statusOf(invited)).isEqualTo(TransferStatus.CANCELED);
  }

  @Test
  void a_second_invitation_is_refused_as_a_duplicate() {
    invite(ACME);

    Answer again = transfers.invite(AwsSamples.invitationOf(ACME), SETUP);

    assertThat(((Answer.Refused) again).refusal().code()).isEqualTo("DuplicateHandshakeException");
  }

  @Test
  void an_invitation_whose_answer_is_lost_is_sent_once_and_can_be_found() {
    aws.failNext("InviteOrganizationToTransferResponsibility", AwsFault.loseAnswer());

    assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(() -> invite(ACME));

    assertThat(operations()).containsExactly("InviteOrganizationToTransferResponsibility");
    List<Transfer> read = new ArrayList<>();
    transfers.forEach(read::add);
    assertThat(read).extracting(Transfer::source).containsExactly(ACME);
  }

  @Test
  void an_invitation_is_not_retried_after_a_fault_or_a_cut_connection() {
    aws.failNext("InviteOrganizationToTransferResponsibility", AwsFault.status(500));
    aws.failNext("InviteOrganizationToTransferResponsibility", AwsFault.status(429));
    aws.failNext("InviteOrganizationToTransferResponsibility", AwsFault.reset());

    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(() -> invite(ACME));
    }

    assertThat(aws.calls()).hasSize(3);
    assertThat(aws.invitations()).isEmpty();
  }

  @Test
  void reading_goes_on_after_a_cut_connection() {
    aws.failNext("ListInboundResponsibilityTransfers", AwsFault.reset());

    transfers.forEach(transfer -> {});

    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void a_role_is_seen_only_in_its_account_and_only_with_its_external_id() {
    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.NOT_VISIBLE);
    aws.deployRole(ACME.value(), ROLE, roles.externalId(GLOBEX));
    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.NOT_VISIBLE);
    aws.deployRole(ACME.value(), ROLE, roles.externalId(ACME));
    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.DEPLOYED);
    aws.deployRole(ACME.value(), ROLE, null);
    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.UNSAFE);
    aws.deleteRole(ACME.value());
    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.NOT_VISIBLE);
  }

  @Test
  void the_partners_own_account_passes_all_checks_also_through_a_role() {
    connect(Optional.of("arn:aws:iam::" + aws.partnerAccountId() + ":role/aws-setup-bot"));
    AwsChecks check = new AwsChecks(clients);

    assertThat(check.findings()).isEmpty();
    assertThat(check.partnerAccount()).contains(new AccountId(aws.partnerAccountId()));
    assertThat(operations())
        .containsExactly(
            "AssumeRole",
            "GetCallerIdentity",
            "DescribeOrganization",
            "ListInboundResponsibilityTransfers");
  }
}
