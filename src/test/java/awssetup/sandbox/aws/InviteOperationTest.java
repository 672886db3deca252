package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.Handshake;
import software.amazon.awssdk.services.organizations.model.HandshakeAlreadyInStateException;
import software.amazon.awssdk.services.organizations.model.HandshakeNotFoundException;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.HandshakeResource;
import software.amazon.awssdk.services.organizations.model.HandshakeResourceType;
import software.amazon.awssdk.services.organizations.model.HandshakeState;
import software.amazon.awssdk.services.organizations.model.InvalidHandshakeTransitionException;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransfer;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferNotFoundException;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferStatus;

class InviteOperationTest extends AwsStandInTest {

  @Test
  void invitation_answers_with_an_open_handshake_that_names_its_transfer() {
    Handshake handshake = invite(ACME);

    assertThat(handshake.id()).matches("^h-[0-9a-z]{8,32}$");
    assertThat(handshake.arn())
        .matches(
            "^arn:aws:organizations::\\d{12}:handshake\\/o-[a-z0-9]{10,32}\\/[a-z_]{1,32}\\/"
                + handshake.id());
    assertThat(handshake.state()).isEqualTo(HandshakeState.REQUESTED);
    assertThat(handshake.actionAsString()).isEqualTo("TRANSFER_RESPONSIBILITY");
    assertThat(handshake.requestedTimestamp()).isEqualTo(clock.instant());
    assertThat(handshake.expirationTimestamp()).isEqualTo("2026-11-25T12:00:00Z");
    assertThat(handshake.parties())
        .extracting(party -> party.typeAsString() + " " + party.id())
        .containsExactly("ORGANIZATION o-partner0001", "ACCOUNT " + ACME);

    HandshakeResource transfer = transferIn(handshake);
    assertThat(transfer.value()).matches("^rt-[0-9a-z]{8,32}$");
    assertThat(transfer.resources())
        .filteredOn(r -> r.type() == HandshakeResourceType.TRANSFER_START_TIMESTAMP)
        .extracting(HandshakeResource::value)
        .containsExactly("2026-12-01T00:00:00Z");
  }

  @Test
  void transfer_names_its_handshake_while_the_invitation_is_open() {
    Handshake handshake = invite(ACME);

    ResponsibilityTransfer transfer = transfer(transferIn(handshake).value());

    assertThat(transfer.status()).isEqualTo(ResponsibilityTransferStatus.REQUESTED);
    assertThat(transfer.arn())
        .matches(
            "^arn:aws:organizations::\\d{12}:transfer\\/o-[a-z0-9]{10,32}\\/billing\\/inbound\\/"
                + transfer.id());
    assertThat(transfer.name()).isEqualTo("Acme Robotics 7Q2K");
    assertThat(transfer.source().managementAccountId()).isEqualTo(ACME);
    assertThat(transfer.source().managementAccountEmail()).isEqualTo("aws-root@acme.example");
    assertThat(transfer.target().managementAccountId()).isEqualTo(aws.partnerAccountId());
    assertThat(transfer.startTimestamp()).isEqualTo(FIRST_OF_DECEMBER);
    assertThat(transfer.endTimestamp()).isNull();
    assertThat(transfer.activeHandshakeId()).isEqualTo(handshake.id());
  }

  @Test
  void customer_accepts_and_the_tags_of_the_invitation_are_attached() {
    Handshake handshake =
        organizations
            .inviteOrganizationToTransferResponsibility(
                invitation(ACME).tags(tag("setup", "7Q2K")).build())
            .handshake();
    String transferId = transferIn(handshake).value();
    assertThat(organizations.listTagsForResource(r -> r.resourceId(transferId)).tags()).isEmpty();

    aws.accept(handshake.id());

    assertThat(transfer(transferId).statusAsString()).isEqualTo("ACCEPTED");
    assertThat(state(handshake.id())).isEqualTo("ACCEPTED");
    assertThat(organizations.listTagsForResource(r -> r.resourceId(transferId)).tags())
        .singleElement()
        .satisfies(tag -> assertThat(tag.key() + "=" + tag.value()).isEqualTo("setup=7Q2K"));
    assertThat(aws.invitations().get(0).tags()).isEqualTo(Map.of("setup", "7Q2K"));
  }

  @Test
  void customer_declines() {
    Handshake handshake = invite(ACME);

    aws.decline(handshake.id());

    assertThat(state(handshake.id())).isEqualTo("DECLINED");
    assertThat(transfer(transferIn(handshake).value()).statusAsString()).isEqualTo("DECLINED");
    assertThatThrownBy(() -> aws.accept(handshake.id())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void partner_can_cancel_only_once() {
    Handshake handshake = invite(ACME);

    assertThat(
            organizations.cancelHandshake(r -> r.handshakeId(handshake.id())).handshake().state())
        .isEqualTo(HandshakeState.CANCELED);

    assertThatThrownBy(() -> organizations.cancelHandshake(r -> r.handshakeId(handshake.id())))
        .isInstanceOf(HandshakeAlreadyInStateException.class);
    Handshake accepted = invite(ACME);
    aws.accept(accepted.id());
    assertThatThrownBy(() -> organizations.cancelHandshake(r -> r.handshakeId(accepted.id())))
        .isInstanceOf(InvalidHandshakeTransitionException.class);
  }

  @Test
  void invitation_expires_after_fifteen_days_and_another_can_be_sent() {
    Handshake handshake = invite(ACME);

    clock.set(Instant.parse("2026-11-25T11:59:59Z"));
    assertThat(state(handshake.id())).isEqualTo("REQUESTED");
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));

    assertThat(state(handshake.id())).isEqualTo("EXPIRED");
    assertThat(aws.invitations()).singleElement().extracting("status").isEqualTo("EXPIRED");
    assertThatThrownBy(() -> aws.accept(handshake.id())).hasMessageContaining("EXPIRED");
    assertThat(invite(ACME).state()).isEqualTo(HandshakeState.REQUESTED);
  }

  @Test
  void invitation_cannot_be_accepted_within_a_day_of_its_start() {
    clock.set(Instant.parse("2026-11-20T00:00:00Z"));
    Handshake handshake = invite(ACME);

    clock.set(Instant.parse("2026-11-30T00:00:00Z"));
    assertThatThrownBy(() -> aws.accept(handshake.id()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("24 hours");

    assertThat(state(handshake.id())).isEqualTo("REQUESTED");
  }

  @Test
  void invitation_can_be_accepted_in_the_last_second_allowed() {
    clock.set(Instant.parse("2026-11-20T00:00:00Z"));
    Handshake handshake = invite(ACME);

    clock.set(Instant.parse("2026-11-29T23:59:59Z"));
    aws.accept(handshake.id());

    assertThat(state(handshake.id())).isEqualTo("ACCEPTED");
  }

  @Test
  void finished_handshake_is_gone_after_thirty_days_but_its_transfer_stays() {
    Handshake handshake = invite(ACME);
    aws.decline(handshake.id());

    clock.advance(Duration.ofDays(30));

    assertThatThrownBy(() -> organizations.describeHandshake(r -> r.handshakeId(handshake.id())))
        .isInstanceOf(HandshakeNotFoundException.class);
    assertThat(transfer(transferIn(handshake).value()).statusAsString()).isEqualTo("DECLINED");
  }

  @Test
  void invitation_by_email_hides_the_account_until_it_is_answered() {
    Handshake handshake =
        organizations
            .inviteOrganizationToTransferResponsibility(
                invitation(ACME)
                    .target(t -> t.type(HandshakePartyType.EMAIL).id("aws-root@acme.example"))
                    .build())
            .handshake();
    String transferId = transferIn(handshake).value();
    assertThat(transfer(transferId).source().managementAccountId()).isNull();

    aws.accept(handshake.id());

    assertThat(transfer(transferId).source().managementAccountId()).isEqualTo(ACME);
  }

  @Test
  void missing_handshake_and_transfer_are_not_found() {
    assertThatThrownBy(() -> organizations.describeHandshake(r -> r.handshakeId("h-0123456789")))
        .isInstanceOf(HandshakeNotFoundException.class);
    assertThatThrownBy(() -> transfer("rt-0123456789"))
        .isInstanceOf(ResponsibilityTransferNotFoundException.class);
    assertThatThrownBy(() -> aws.accept("h-0123456789")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void console_shows_the_invitation_as_it_was_sent() {
    Handshake handshake =
        organizations
            .inviteOrganizationToTransferResponsibility(
                invitation(ACME).notes("See you in #acme-aws").build())
            .handshake();

    assertThat(aws.invitations())
        .containsExactly(
            new StandInInvitation(
                handshake.id(),
                transferIn(handshake).value(),
                ACME,
                "Acme Robotics 7Q2K",
                "REQUESTED",
                Instant.parse("2026-11-10T12:00:00Z"),
                Instant.parse("2026-11-25T12:00:00Z"),
                FIRST_OF_DECEMBER,
                "See you in #acme-aws",
                Map.of()));
  }

  private ResponsibilityTransfer transfer(String id) {
    return organizations.describeResponsibilityTransfer(r -> r.id(id)).responsibilityTransfer();
  }

  private String state(String handshakeId) {
    return organizations
        .describeHandshake(r -> r.handshakeId(handshakeId))
        .handshake()
        .stateAsString();
  }

  private static HandshakeResource transferIn(Handshake handshake) {
    return handshake.resources().stream()
        .filter(r -> r.type() == HandshakeResourceType.RESPONSIBILITY_TRANSFER)
        .findFirst()
        .orElseThrow();
  }
}
