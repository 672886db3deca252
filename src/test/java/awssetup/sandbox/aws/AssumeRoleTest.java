package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccessDeniedException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;
import software.amazon.awssdk.services.sts.model.StsException;

class AssumeRoleTest extends AwsStandInTest {
  private static final String DENY_ALL =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  @Test
  void partner_is_told_who_it_is() {
    GetCallerIdentityResponse identity = sts.getCallerIdentity();

    assertThat(identity.account()).isEqualTo("111122223333");
    assertThat(identity.arn()).isEqualTo("arn:aws:iam::111122223333:user/aws-setup-bot");
  }

  @Test
  void deployed_role_accepts_its_external_id_and_names_its_account() {
    aws.deployRole(ACME, "SWOBootstrap", "external-7Q2K");

    AssumeRoleResponse session = sts.assumeRole(probe(ACME).build());

    assertThat(session.assumedRoleUser().arn())
        .isEqualTo("arn:aws:sts::" + ACME + ":assumed-role/SWOBootstrap/aws-setup-bot");
    assertThat(session.assumedRoleUser().assumedRoleId()).matches("AROA\\w{16}:aws-setup-bot");
    assertThat(session.credentials().accessKeyId()).matches("ASIA\\w{16}");
    assertThat(session.credentials().expiration())
        .as("counts by the wall clock, as signatures do")
        .isBetween(Instant.now().plusSeconds(800), Instant.now().plusSeconds(901));
  }

  @Test
  void access_is_denied_for_a_missing_role_another_name_or_another_external_id() {
    denied(probe(ACME));
    aws.deployRole(ACME, "SWOBootstrap", "external-7Q2K");

    denied(probe(GLOBEX));
    denied(probe(ACME).roleArn("arn:aws:iam::" + ACME + ":role/swobootstrap"));
    denied(probe(ACME).roleArn("arn:aws:iam::" + ACME + ":role/path/SWOBootstrap"));
    denied(probe(ACME).externalId("external-other"));
    denied(probe(ACME).externalId(null));

    aws.deleteRole(ACME);
    denied(probe(ACME));
  }

  @Test
  void role_without_an_external_id_accepts_any() {
    aws.deployRole(ACME, "SWOBootstrap", null);

    assertThat(sts.assumeRole(probe(ACME).build()).credentials()).isNotNull();
    assertThat(sts.assumeRole(probe(ACME).externalId(null).build()).credentials()).isNotNull();
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        bad("roleArn", r -> r.roleArn("arn:aws:iam::role/SWOBootstrap")),
        bad("roleSessionName", r -> r.roleSessionName("a bot")),
        bad("roleSessionName", r -> r.roleSessionName("b")),
        bad("roleSessionName", r -> r.roleSessionName(null)),
        bad("durationSeconds", r -> r.durationSeconds(899)),
        bad("DurationSeconds", r -> r.durationSeconds(3601)),
        bad("externalId", r -> r.externalId("x")),
        bad("externalId", r -> r.externalId("no spaces")),
        bad("SourceIdentity", r -> r.sourceIdentity("erin")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRequests")
  void request_that_breaks_a_rule_is_a_validation_error(
      String member, UnaryOperator<AssumeRoleRequest.Builder> spoil) {
    aws.deployRole(ACME, "SWOBootstrap", null);

    StsException refused =
        catchThrowableOfType(
            StsException.class, () -> sts.assumeRole(spoil.apply(probe(ACME)).build()));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
    if (!member.equals("roleArn")) {
      assertThat(refused.awsErrorDetails().errorMessage()).containsIgnoringCase(member);
    }
  }

  @Test
  void session_policy_must_be_a_small_policy_document() {
    aws.deployRole(ACME, "SWOBootstrap", null);

    assertThatThrownBy(() -> sts.assumeRole(probe(ACME).policy("{Statement:[]}").build()))
        .isInstanceOf(MalformedPolicyDocumentException.class);
    assertThatThrownBy(
            () ->
                sts.assumeRole(
                    probe(ACME).policy("{\"Statement\":[{\"Effect\":\"Deny\"}]}").build()))
        .isInstanceOf(MalformedPolicyDocumentException.class);
    assertThatThrownBy(
            () -> sts.assumeRole(probe(ACME).policy(DENY_ALL + " ".repeat(2048)).build()))
        .isInstanceOf(PackedPolicyTooLargeException.class);
  }

  @Test
  void partners_own_role_may_do_everything_the_partner_may() {
    AssumeRoleResponse session =
        sts.assumeRole(
            r ->
                r.roleArn("arn:aws:iam::111122223333:role/BillingTransferBot")
                    .roleSessionName("aws-setup-bot"));

    try (OrganizationsClient asRole = organizationsAs(of(session.credentials()), aws.url());
        StsClient stsAsRole = stsAs(of(session.credentials()), aws.url())) {
      assertThat(asRole.describeOrganization().organization().masterAccountId())
          .isEqualTo("111122223333");
      assertThat(stsAsRole.getCallerIdentity().arn())
          .isEqualTo("arn:aws:sts::111122223333:assumed-role/BillingTransferBot/aws-setup-bot");
    }
  }

  @Test
  void session_of_a_probe_may_only_ask_who_it_is() {
    aws.deployRole(ACME, "SWOBootstrap", "external-7Q2K");
    AwsSessionCredentials probe = of(sts.assumeRole(probe(ACME).build()).credentials());

    try (OrganizationsClient asProbe = organizationsAs(probe, aws.url());
        StsClient stsAsProbe = stsAs(probe, aws.url())) {
      assertThat(stsAsProbe.getCallerIdentity().account()).isEqualTo(ACME);
      assertThatThrownBy(asProbe::describeOrganization).isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> stsAsProbe.assumeRole(probe(ACME).build()))
          .hasMessageContaining("not authorized to perform: sts:AssumeRole");
    }
  }

  private void denied(AssumeRoleRequest.Builder request) {
    StsException refused =
        catchThrowableOfType(StsException.class, () -> sts.assumeRole(request.build()));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
  }

  private static AssumeRoleRequest.Builder probe(String account) {
    return AssumeRoleRequest.builder()
        .roleArn("arn:aws:iam::" + account + ":role/SWOBootstrap")
        .roleSessionName("aws-setup-bot")
        .externalId("external-7Q2K")
        .durationSeconds((int) Duration.ofMinutes(15).toSeconds())
        .policy(DENY_ALL);
  }

  private static AwsSessionCredentials of(Credentials credentials) {
    return AwsSessionCredentials.create(
        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
  }

  private static Arguments bad(String member, UnaryOperator<AssumeRoleRequest.Builder> spoil) {
    return Arguments.of(member, spoil);
  }
}
