package awssetup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.AccountId;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsChecksTest {
  private static final AccountId PARTNER = new AccountId("111122223333");
  private static final String NO_TRANSFERS = "{\"ResponsibilityTransfers\":[]}";

  private ScriptedAws aws;
  private AwsClients clients;
  private AwsChecks check;

  @BeforeEach
  void start() throws IOException {
    aws = new ScriptedAws();
    connect(AwsSamples.config(aws.url()));
  }

  private void connect(AwsConfig config) {
    clients = new AwsClients(config);
    check = new AwsChecks(clients);
  }

  @AfterEach
  void stop() {
    clients.close();
    aws.close();
  }

  private void callerIs(String account) {
    aws.answers(
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetCallerIdentityResult><Arn>arn:aws:iam::%s:user/bot</Arn><UserId>AIDA</UserId>
        <Account>%s</Account></GetCallerIdentityResult></GetCallerIdentityResponse>\
        """
            .formatted(account, account));
  }

  private void organizationIs(String features) {
    aws.answers(
        "{\"Organization\":{\"Id\":\"o-abc\",\"MasterAccountId\":\"111122223333\",\"FeatureSet\":\"%s\"}}"
            .formatted(features));
  }

  @Test
  void finds_nothing_if_all_is_well() {
    callerIs("111122223333");
    organizationIs("ALL");
    aws.answers(NO_TRANSFERS);

    assertThat(check.findings()).isEmpty();
    assertThat(check.knownPartnerAccount()).contains(PARTNER);
  }

  @Test
  void finds_the_wrong_account_and_missing_features() {
    callerIs("444455556666");
    organizationIs("CONSOLIDATED_BILLING");
    aws.refuses(400, "AccessDeniedException", null);

    assertThat(check.findings())
        .containsExactly(
            "AWS: account 444455556666 is not the management account of its organization, which is"
                + " 111122223333: only that one can invite. Use its credentials, or set"
                + " AWS_MANAGEMENT_ROLE_ARN to a role in it.",
            "AWS: organization o-abc has the feature set CONSOLIDATED_BILLING: billing transfers"
                + " need ALL. Enable all features in the AWS Organizations console under Settings.",
            "AWS: the bot may not use organizations:ListInboundResponsibilityTransfers"
                + " (AccessDeniedException, HTTP 400, request request-3): allow it in the policy of"
                + " the bot's role.");
  }

  @Test
  void finds_that_our_account_is_in_no_organization() {
    callerIs("111122223333");
    aws.refuses(400, "AWSOrganizationsNotInUseException", null);

    assertThat(check.findings())
        .singleElement()
        .asString()
        .startsWith("AWS: our account belongs to no organization:");
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidClientTokenId, AWS: the credentials are refused (InvalidClientTokenId",
    "SignatureDoesNotMatch, AWS: the credentials are refused (SignatureDoesNotMatch",
    "ExpiredToken, AWS: the credentials have expired (ExpiredToken",
  })
  void finds_credentials_that_aws_refuses(String code, String line) {
    aws.stsRefuses(403, code);

    assertThat(check.findings()).singleElement().asString().startsWith(line);
  }

  @Test
  void finds_that_the_management_role_does_not_let_us_in() {
    connect(
        AwsSamples.config(aws.url(), Optional.of("arn:aws:iam::111122223333:role/aws-setup-bot")));
    aws.stsRefuses(403, "AccessDenied");

    assertThat(check.findings())
        .singleElement()
        .asString()
        .startsWith(
            "AWS: the role in AWS_MANAGEMENT_ROLE_ARN does not let the bot in (AccessDenied");
  }

  @Test
  void says_that_it_keeps_trying_if_aws_does_not_answer() throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    connect(AwsSamples.config(URI.create("http://127.0.0.1:" + closedPort)));

    assertThat(check.findings())
        .singleElement()
        .asString()
        .startsWith(
            "AWS: cannot be asked at present (ConnectException: Connection refused): the bot")
        .contains("goes on trying");
    assertThat(check.partnerAccount()).isEmpty();
  }

  @Test
  void asks_for_our_own_account_until_it_is_known() {
    assertThat(check.knownPartnerAccount()).isEmpty();
    aws.stsRefuses(403, "ExpiredToken");
    assertThat(check.partnerAccount()).isEmpty();

    callerIs("111122223333");
    assertThat(check.partnerAccount()).contains(PARTNER);
    assertThat(check.partnerAccount()).contains(PARTNER);
    assertThat(aws.asked()).hasSize(2);
  }
}
