package awssetup.aws;

import static awssetup.aws.AwsSamples.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import awssetup.ports.AwsUnavailable;
import awssetup.ports.BootstrapRoles.ProbeResult;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StsBootstrapRolesTest {
  /**
   * Computed with: printf 012345678901 | openssl dgst -sha256 -hmac "correct horse battery staple"
   */
  private static final String EXTERNAL_ID =
      "225c63d1f046402b7316f029ba1b19f90ba0e33107a80d8b5dae92339fb504f6";

  private static final String SESSION_AT_ACME =
      "arn:aws:sts::012345678901:assumed-role/EssentialsBootstrapRole/aws-setup-bot-probe";

  private ScriptedAws aws;
  private AwsClients clients;
  private StsBootstrapRoles roles;

  @BeforeEach
  void start() throws IOException {
    aws = new ScriptedAws();
    clients = new AwsClients(AwsSamples.config(aws.url()));
    roles = new StsBootstrapRoles(clients);
  }

  @AfterEach
  void stop() {
    clients.close();
    aws.close();
  }

  private Map<String, String> form(int request) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : aws.asked().get(request).body().split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  @Test
  void a_role_that_wants_the_external_id_is_deployed() {
    aws.stsLetsIn(SESSION_AT_ACME).stsRefuses(403, "AccessDenied");

    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.DEPLOYED);
    assertThat(form(0))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Action", "AssumeRole",
                "Version", "2011-06-15",
                "RoleArn", "arn:aws:iam::012345678901:role/EssentialsBootstrapRole",
                "RoleSessionName", "aws-setup-bot-probe",
                "DurationSeconds", "900",
                "ExternalId", EXTERNAL_ID,
                "Policy",
                    "{\"Version\":\"2012-10-17\",\"Statement\":"
                        + "[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}"));
    Map<String, String> withoutExternalId = form(0);
    withoutExternalId.remove("ExternalId");
    assertThat(form(1)).isEqualTo(withoutExternalId);
  }

  @Test
  void a_role_that_does_not_ask_for_the_external_id_is_unsafe() {
    aws.stsLetsIn(SESSION_AT_ACME).stsLetsIn(SESSION_AT_ACME);

    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.UNSAFE);
  }

  @Test
  void denied_means_not_visible_and_nothing_more() {
    aws.stsRefuses(403, "AccessDenied");

    assertThat(roles.probe(ACME)).isEqualTo(ProbeResult.NOT_VISIBLE);
    assertThat(aws.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "403, ExpiredToken",
    "403, InvalidClientTokenId",
    "403, SignatureDoesNotMatch",
    "403, RegionDisabledException",
    "400, MalformedPolicyDocument",
    "400, ValidationError",
    "400, AccessDenied",
  })
  void any_other_refusal_says_nothing_about_the_role(int status, String code) {
    aws.stsRefuses(status, code);

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> roles.probe(ACME))
        .withMessageStartingWith("probing the role in 012345678901: " + code + ", HTTP " + status);
  }

  @Test
  void a_fault_of_sts_is_retried_and_then_says_nothing_about_the_role() {
    aws.stsRefuses(500, "InternalFailure")
        .stsRefuses(503, "ServiceUnavailable")
        .stsRefuses(500, "InternalFailure");

    assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(() -> roles.probe(ACME));
    assertThat(aws.asked()).hasSize(3);
  }

  @Test
  void a_denial_that_is_not_worded_by_aws_says_nothing_about_the_role() {
    aws.answers(403, "<html>Blocked by the proxy</html>");

    assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(() -> roles.probe(ACME));
  }

  @Test
  void trouble_with_the_second_question_makes_the_first_answer_void() {
    aws.stsLetsIn(SESSION_AT_ACME).stsRefuses(403, "ExpiredToken");

    assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(() -> roles.probe(ACME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sts::444455556666:assumed-role/EssentialsBootstrapRole/aws-setup-bot-probe",
        "arn:aws:sts::444455556666:assumed-role/x/012345678901",
        "012345678901",
        ""
      })
  void a_session_in_another_account_is_no_success(String arn) {
    aws.stsLetsIn(arn);

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> roles.probe(ACME))
        .withMessage("probing the role in 012345678901: STS answered for another account");
  }

  @Test
  void no_credentials_of_the_customer_are_printed() {
    aws.stsLetsIn("arn:aws:sts::444455556666:assumed-role/x/y");

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> roles.probe(ACME))
        .satisfies(e -> assertThat(e).hasStackTraceContaining("another account"))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("DROPPED"))
        .withNoCause();
  }

  @Test
  void each_account_has_an_external_id_of_its_own() {
    assertThat(roles.externalId(ACME)).isEqualTo(EXTERNAL_ID);
    assertThat(roles.externalId(AwsSamples.GLOBEX)).hasSize(64).isNotEqualTo(EXTERNAL_ID);
  }

  @Test
  void the_quick_create_page_comes_filled_in() {
    assertThat(roles.quickCreateUrl(ACME))
        .isEqualTo(
            "https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1"
                + "#/stacks/create/review"
                + "?templateURL=https%3A%2F%2Fexample-bucket.s3.amazonaws.com%2Fbootstrap%20role%2B1.yaml"
                + "&stackName=essentials-bootstrap&param_ExternalId="
                + EXTERNAL_ID);
  }
}
