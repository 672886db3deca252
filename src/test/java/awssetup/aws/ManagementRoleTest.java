package awssetup.aws;

import static awssetup.aws.AwsSamples.ACME;
import static awssetup.aws.AwsSamples.CLOCK;
import static awssetup.aws.AwsSamples.SETUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers.Answer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call is made as a role that has to be assumed first, which can fail as well. */
class ManagementRoleTest {
  private static final String ROLE_ARN = "arn:aws:iam::111122223333:role/aws-setup-bot";
  private static final String SESSION =
      "arn:aws:sts::111122223333:assumed-role/aws-setup-bot/aws-setup-bot";

  private ScriptedAws aws;
  private AwsClients clients;
  private OrganizationsTransfers transfers;
  private StsBootstrapRoles roles;

  @BeforeEach
  void start() throws IOException {
    aws = new ScriptedAws();
    clients = new AwsClients(AwsSamples.config(aws.url(), Optional.of(ROLE_ARN)));
    transfers = new OrganizationsTransfers(clients, CLOCK, new AwsRateLimit(duration -> {}, CLOCK));
    roles = new StsBootstrapRoles(clients);
  }

  @AfterEach
  void stop() {
    clients.close();
    aws.close();
  }

  @Test
  void the_role_is_assumed_once_for_all_that_follows() {
    aws.stsLetsIn(SESSION)
        .answers("{\"ResponsibilityTransfers\":[]}")
        .stsRefuses(403, "AccessDenied");

    transfers.forEach(transfer -> {});
    roles.probe(ACME);

    assertThat(aws.asked()).hasSize(3);
    assertThat(aws.asked().get(0).body())
        .contains("RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Faws-setup-bot")
        .contains("RoleSessionName=aws-setup-bot");
  }

  @Test
  void being_denied_our_own_role_says_nothing_about_the_customers() {
    aws.stsRefuses(403, "AccessDenied");

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> roles.probe(ACME))
        .withMessageStartingWith(
            "probing the role in 012345678901: no credentials, AccessDenied, HTTP 403");
  }

  @Test
  void being_denied_our_own_role_counts_as_a_refusal_that_an_engineer_is_told_about() {
    aws.stsRefuses(403, "AccessDenied");

    Answer answer = transfers.invite(AwsSamples.invitationOf(ACME), SETUP);

    assertThat(((Answer.Refused) answer).refusal().code()).isEqualTo("AccessDenied");
  }
}
