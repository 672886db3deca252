package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.DuplicateHandshakeException;
import software.amazon.awssdk.services.organizations.model.HandshakeConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.InviteOrganizationToTransferResponsibilityRequest;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.organizations.model.Tag;

class InvitationRulesTest extends AwsStandInTest {

  static Stream<Arguments> badRequests() {
    return Stream.of(
        bad("INPUT_REQUIRED", r -> r.sourceName(null)),
        bad("INPUT_REQUIRED", r -> r.startTimestamp(null)),
        bad("INPUT_REQUIRED", r -> r.target(t -> t.type("ACCOUNT"))),
        bad("INPUT_REQUIRED", r -> r.type((String) null)),
        bad("INVALID_ENUM", r -> r.type("TAXES")),
        bad("INVALID_ENUM", r -> r.target(t -> t.type("PERSON").id(ACME))),
        bad("INVALID_PARTY_TYPE_TARGET", r -> r.target(t -> t.type("ORGANIZATION").id("o-acme"))),
        bad("INVALID_PATTERN_TARGET_ID", r -> r.target(t -> t.type("ACCOUNT").id("22223333444"))),
        bad("INVALID_EMAIL_ADDRESS_TARGET", r -> r.target(t -> t.type("EMAIL").id("root"))),
        bad("MIN_LENGTH_EXCEEDED", r -> r.target(t -> t.type("ACCOUNT").id(""))),
        bad("MIN_LENGTH_EXCEEDED", r -> r.sourceName("")),
        bad("MAX_LENGTH_EXCEEDED", r -> r.sourceName("x".repeat(129))),
        bad("MAX_LENGTH_EXCEEDED", r -> r.notes("x".repeat(1025))),
        bad("INVALID_PATTERN", r -> r.sourceName("J\u00f6rg GmbH")),
        bad("INVALID_PATTERN", r -> r.notes("<script>alert(1)</script>")),
        bad("INVALID_PATTERN", r -> r.tags(tag("setup", "7Q2K;"))),
        bad("DUPLICATE_TAG_KEY", r -> r.tags(tag("setup", "1"), tag("setup", "2"))),
        bad("INVALID_SYSTEM_TAGS_PARAMETER", r -> r.tags(tag("aws:setup", "1"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRequests")
  void request_that_breaks_a_rule_is_refused_with_its_reason(
      String reason,
      UnaryOperator<InviteOrganizationToTransferResponsibilityRequest.Builder> spoil) {
    InvalidInputException refused =
        refused(InvalidInputException.class, spoil.apply(invitation(ACME)));

    assertThat(refused.reasonAsString()).isEqualTo(reason);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(aws.invitations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-02T00:00:00Z, START_DATE_NOT_BEGINNING_OF_MONTH",
    "2026-12-01T00:00:01Z, START_DATE_NOT_BEGINNING_OF_DAY",
    "2026-12-01T00:00:00.001Z, START_DATE_NOT_BEGINNING_OF_DAY",
    "2026-11-01T00:00:00Z, START_DATE_TOO_EARLY",
    "2027-12-01T00:00:00Z, START_DATE_TOO_LATE"
  })
  void start_must_be_a_months_first_at_midnight_within_a_year(Instant start, String reason) {
    assertThat(
            refused(InvalidInputException.class, invitation(ACME).startTimestamp(start))
                .reasonAsString())
        .isEqualTo(reason);
  }

  @Test
  void start_must_be_a_day_ahead() {
    clock.set(Instant.parse("2026-11-30T00:00:01Z"));

    assertThat(refused(InvalidInputException.class, invitation(ACME)).reasonAsString())
        .isEqualTo("START_DATE_TOO_EARLY");
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333, SOURCE_AND_TARGET_CANNOT_MATCH",
    "999999999999, TARGET_ACCOUNT_VALIDATION_FAILURE"
  })
  void target_must_be_the_management_account_of_another_organization(
      String account, String reason) {
    assertThat(
            refused(HandshakeConstraintViolationException.class, invitation(account))
                .reasonAsString())
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    INITECH + ", ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
    UMBRELLA + ", RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION"
  })
  void target_must_be_free_to_transfer(String account, String reason) {
    assertThat(refused(ConstraintViolationException.class, invitation(account)).reasonAsString())
        .isEqualTo(reason);
  }

  @Test
  void second_invitation_to_the_same_account_is_a_duplicate() {
    invite(ACME);

    refused(DuplicateHandshakeException.class, invitation(ACME));
    refused(
        DuplicateHandshakeException.class,
        invitation(ACME).target(t -> t.type(HandshakePartyType.EMAIL).id("aws-root@acme.example")));
    assertThat(aws.invitations()).hasSize(1);
  }

  @Test
  void accepted_transfer_prevents_another_until_it_is_withdrawn() {
    aws.accept(invite(ACME).id());

    assertThat(
            refused(HandshakeConstraintViolationException.class, invitation(ACME)).reasonAsString())
        .isEqualTo("RESPONSIBILITY_TRANSFER_ALREADY_EXISTS");

    aws.withdraw(aws.invitations().get(0).transferId());
    invite(ACME);
  }

  @Test
  void open_invitations_count_towards_the_inbound_quota_until_they_end() {
    aws.inboundQuota(1);
    String first = invite(ACME).id();

    assertThat(refused(ConstraintViolationException.class, invitation(GLOBEX)).reasonAsString())
        .isEqualTo("RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION");

    aws.cancelInConsole(first);
    invite(GLOBEX);
  }

  @Test
  void more_than_fifty_tags_are_too_many() {
    List<Tag> tags = IntStream.range(0, 51).mapToObj(i -> tag("key" + i, "")).toList();

    assertThat(
            refused(ConstraintViolationException.class, invitation(ACME).tags(tags))
                .reasonAsString())
        .isEqualTo("MAX_TAG_LIMIT_EXCEEDED");
  }

  private <E extends OrganizationsException> E refused(
      Class<E> type, InviteOrganizationToTransferResponsibilityRequest.Builder request) {
    E refused =
        catchThrowableOfType(
            type, () -> organizations.inviteOrganizationToTransferResponsibility(request.build()));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static Arguments bad(
      String reason,
      UnaryOperator<InviteOrganizationToTransferResponsibilityRequest.Builder> spoil) {
    return Arguments.of(reason, spoil);
  }
}
