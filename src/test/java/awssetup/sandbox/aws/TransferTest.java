package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.InvalidResponsibilityTransferTransitionException;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransfer;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferAlreadyInStatusException;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferStatus;
import software.amazon.awssdk.services.organizations.model.TargetNotFoundException;

class TransferTest extends AwsStandInTest {

  @Test
  void customer_withdraws_and_the_transfer_ends_with_the_month() {
    String id = acceptedTransfer();
    clock.set(Instant.parse("2026-12-10T08:00:00Z"));

    aws.withdraw(id);

    ResponsibilityTransfer transfer = describe(id);
    assertThat(transfer.status()).isEqualTo(ResponsibilityTransferStatus.WITHDRAWN);
    assertThat(transfer.endTimestamp()).isEqualTo("2026-12-31T23:59:59.999Z");
    assertThatThrownBy(() -> aws.withdraw(id)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void partner_terminates_at_the_end_of_the_next_month() {
    String id = acceptedTransfer();

    ResponsibilityTransfer transfer =
        organizations
            .terminateResponsibilityTransfer(
                r -> r.id(id).endTimestamp(Instant.parse("2026-12-31T23:59:59.999Z")))
            .responsibilityTransfer();

    assertThat(transfer.statusAsString()).isEqualTo("WITHDRAWN");
    assertThat(transfer.endTimestamp()).isEqualTo("2026-12-31T23:59:59.999Z");
    assertThatThrownBy(() -> organizations.terminateResponsibilityTransfer(r -> r.id(id)))
        .isInstanceOf(ResponsibilityTransferAlreadyInStatusException.class);
  }

  @Test
  void open_invitation_cannot_be_terminated() {
    invite(ACME);
    String id = aws.invitations().get(0).transferId();

    assertThatThrownBy(() -> organizations.terminateResponsibilityTransfer(r -> r.id(id)))
        .isInstanceOf(InvalidResponsibilityTransferTransitionException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-30T23:59:59.999Z, END_DATE_NOT_END_OF_MONTH",
    "2026-12-31T23:59:58Z, END_DATE_NOT_END_OF_MONTH",
    "2026-10-31T23:59:59.999Z, END_DATE_TOO_EARLY",
    "2027-01-31T23:59:59.999Z, END_DATE_TOO_LATE"
  })
  void end_must_be_the_last_moment_of_this_or_the_next_month(Instant end, String reason) {
    String id = acceptedTransfer();

    assertThat(
            catchThrowableOfType(
                    InvalidInputException.class,
                    () ->
                        organizations.terminateResponsibilityTransfer(
                            r -> r.id(id).endTimestamp(end)))
                .reasonAsString())
        .isEqualTo(reason);
    assertThat(describe(id).statusAsString()).isEqualTo("ACCEPTED");
  }

  @Test
  void handshake_is_no_longer_active_once_it_is_answered() {
    assertThat(describe(acceptedTransfer()).activeHandshakeId()).isNull();
  }

  @Test
  void transfer_can_be_renamed_and_tagged() {
    String id = acceptedTransfer();

    organizations.updateResponsibilityTransfer(r -> r.id(id).name("Acme Robotics (EU)"));
    organizations.tagResource(r -> r.resourceId(id).tags(tag("order", "4711")));

    assertThat(describe(id).name()).isEqualTo("Acme Robotics (EU)");
    assertThat(organizations.listTagsForResource(r -> r.resourceId(id)).tags())
        .containsExactly(tag("order", "4711"));
    assertThatThrownBy(() -> organizations.listTagsForResource(r -> r.resourceId("rt-0123456789")))
        .isInstanceOf(TargetNotFoundException.class);
  }

  @Test
  void partners_organization_has_all_features() {
    Organization organization = organizations.describeOrganization().organization();

    assertThat(organization.masterAccountId()).isEqualTo(aws.partnerAccountId());
    assertThat(organization.featureSet()).isEqualTo(OrganizationFeatureSet.ALL);
    assertThat(organization.id()).matches("^o-[a-z0-9]{10,32}$");
    assertThat(organization.arn()).endsWith(":organization/" + organization.id());
  }

  private String acceptedTransfer() {
    aws.accept(invite(ACME).id());
    return aws.invitations().get(0).transferId();
  }

  private ResponsibilityTransfer describe(String id) {
    return organizations.describeResponsibilityTransfer(r -> r.id(id)).responsibilityTransfer();
  }
}
