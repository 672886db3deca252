package awssetup.aws;

import static awssetup.aws.AwsSamples.ACME;
import static awssetup.aws.AwsSamples.CLOCK;
import static awssetup.aws.AwsSamples.NOW;
import static awssetup.aws.AwsSamples.SETUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers.Answer;
import awssetup.setup.Refusal;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferInvitingTest {
  private static final String NO_TRANSFERS = "{\"ResponsibilityTransfers\":[]}";

  private ScriptedAws aws;
  private AwsClients clients;
  private OrganizationsTransfers transfers;

  @BeforeEach
  void start() throws IOException {
    aws = new ScriptedAws();
    clients = new AwsClients(AwsSamples.config(aws.url()));
    transfers = new OrganizationsTransfers(clients, CLOCK, new AwsRateLimit(duration -> {}, CLOCK));
  }

  @AfterEach
  void stop() {
    clients.close();
    aws.close();
  }

  private Answer invite() {
    return transfers.invite(AwsSamples.invitationOf(ACME), SETUP);
  }

  private Refusal refusal() {
    return ((Answer.Refused) invite()).refusal();
  }

  private static String handshake(String resources) {
    return """
    {"Handshake":{"Id":"h-abcdefgh","State":"REQUESTED","Action":"TRANSFER_RESPONSIBILITY",
     "ExpirationTimestamp":1798000000.5,"Resources":%s}}\
    """
        .formatted(resources);
  }

  @Test
  void says_which_account_is_invited_from_when_and_for_which_setup() {
    aws.answers(handshake("[{\"Type\":\"RESPONSIBILITY_TRANSFER\",\"Value\":\"rt-abcdefgh\"}]"));

    assertThat(invite())
        .isEqualTo(
            new Answer.Invited(
                "h-abcdefgh",
                "rt-abcdefgh",
                Optional.of(Instant.parse("2026-12-23T04:26:40.500Z"))));
    assertThat(aws.asked()).hasSize(1);
    assertThat(aws.asked().get(0).target()).isEqualTo("InviteOrganizationToTransferResponsibility");
    assertThat(aws.asked().get(0).json())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"Type":"BILLING","Target":{"Id":"012345678901","Type":"ACCOUNT"},
                 "Notes":"Order 4711","StartTimestamp":1798761600.000,
                 "SourceName":"Acme Robotics 7Q2K000000000000",
                 "Tags":[{"Key":"aws-setup-bot:setup","Value":"7Q2K000000000000"}]}\
                """));
  }

  @Test
  void finds_the_transfer_id_at_any_depth() {
    aws.answers(
        handshake(
            """
            [{"Type":"ORGANIZATION","Value":"o-abc","Resources":[{"Type":"MANAGEMENT_NAME","Value":"x"}]},
             {"Type":"NEW_IN_2027","Resources":[{"Type":"TRANSFER_TYPE","Value":"BILLING"},
               {"Type":"X","Resources":[{"Type":"RESPONSIBILITY_TRANSFER","Value":"rt-deepdeep"}]}]}]\
            """));

    assertThat(((Answer.Invited) invite()).transferId()).isEqualTo("rt-deepdeep");
  }

  @Test
  void looks_up_a_missing_transfer_id_in_the_list() {
    aws.answers(handshake("[]"))
        .answers(
            """
            {"ResponsibilityTransfers":[{"Id":"rt-11111111","ActiveHandshakeId":"h-11111111"}],
             "NextToken":"2"}\
            """)
        .answers(
            "{\"ResponsibilityTransfers\":[{\"Id\":\"rt-22222222\",\"ActiveHandshakeId\":\"h-abcdefgh\"}]}");

    assertThat(((Answer.Invited) invite()).transferId()).isEqualTo("rt-22222222");
  }

  @Test
  void an_answer_without_a_transfer_anywhere_counts_as_lost() {
    aws.answers(handshake("[{\"Type\":\"RESPONSIBILITY_TRANSFER\"}]"))
        .answers(NO_TRANSFERS)
        .answers("{}");

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(this::invite)
        .withMessage("inviting 012345678901: h-abcdefgh does not name its transfer yet");
    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(this::invite)
        .withMessageContaining("without naming the handshake");
  }

  @ParameterizedTest
  @CsvSource({
    "400, HandshakeConstraintViolationException, PAYMENT_INSTRUMENT_REQUIRED",
    "400, HandshakeConstraintViolationException, PAST_DUE_INVOICE",
    "400, ConstraintViolationException, RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
    "400, ConstraintViolationException, WRITTEN_IN_2031",
    "400, InvalidInputException, START_DATE_TOO_EARLY",
    "400, InvalidInputException,",
    "400, DuplicateHandshakeException,",
    "400, AccessDeniedException,",
    "403, AccessDeniedException,",
    "400, AWSOrganizationsNotInUseException,",
    "400, UnsupportedAPIEndpointException,",
    "400, UnrecognizedClientException,",
    "403, InvalidClientTokenId,",
    "400, SomethingNewException,",
  })
  void passes_a_refusal_on_with_its_codes(int status, String code, String reason) {
    aws.refuses(status, code, reason);

    assertThat(refusal())
        .isEqualTo(
            new Refusal(
                code,
                Optional.ofNullable(reason),
                "AWS's own words",
                Optional.of("request-1"),
                NOW));
    assertThat(aws.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, TooManyRequestsException, true",
    "400, ThrottlingException, true",
    "429, Whatever, true",
    "500, ServiceException, false",
    "503, ServiceUnavailable, false",
    "400, ServiceException, false",
    "400, ConcurrentModificationException, false",
    "400, ExpiredTokenException, false",
    "403, ExpiredToken, false",
    "403, RequestExpired, false",
  })
  void asks_once_and_reports_trouble_as_unavailable(int status, String code, boolean throttled) {
    aws.refuses(status, code, null);

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(this::invite)
        .withMessage(
            "inviting 012345678901: %s, HTTP %s, request request-1".formatted(code, status))
        .matches(e -> e.isThrottled() == throttled);
    assertThat(aws.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "403, <html>Blocked by the proxy</html>",
    "200, <html>Please sign in</html>",
    "502, ''"
  })
  void an_answer_that_is_not_from_aws_does_not_count(int status, String body) {
    aws.answers(status, body);

    assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(this::invite);
    assertThat(aws.asked()).hasSize(1);
  }

  @Test
  void asks_once_when_the_connection_breaks() {
    aws.cuts();

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(this::invite)
        .matches(e -> !e.isThrottled());
    assertThat(aws.asked()).hasSize(1);
  }

  @Test
  void asks_once_when_a_connection_in_use_breaks() {
    aws.answers(NO_TRANSFERS).cuts();
    transfers.forEach(transfer -> {});

    assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(this::invite);
    assertThat(aws.asked()).hasSize(2);
  }

  @Test
  void signed_headers_that_aws_repeats_are_not_passed_on() {
    String talkative =
        "{\"__type\":\"InvalidSignatureException\",\"message\":\"x-amz-security-token:session-token-of-ours\"}";
    aws.answers(403, talkative).answers(403, talkative);

    assertThat(refusal().message()).isEmpty();
    AwsUnavailable e =
        catchThrowableOfType(AwsUnavailable.class, () -> transfers.expiry("h-abcdefgh"));
    StringWriter printed = new StringWriter();
    e.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString())
        .contains("InvalidSignatureException")
        .doesNotContain("session-token-of-ours");
  }

  @Test
  void asks_when_an_invitation_expires() {
    aws.answers(handshake("[]")).refuses(400, "HandshakeNotFoundException", null).answers("{}");

    assertThat(transfers.expiry("h-abcdefgh")).contains(Instant.parse("2026-12-23T04:26:40.500Z"));
    assertThat(transfers.expiry("h-abcdefgh")).isEmpty();
    assertThat(transfers.expiry("h-abcdefgh")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HandshakeAlreadyInStateException",
    "InvalidHandshakeTransitionException",
    "HandshakeNotFoundException"
  })
  void cancelling_an_invitation_that_is_over_is_no_error(String code) {
    aws.answers(handshake("[]")).refuses(400, code, null);

    transfers.cancel("h-abcdefgh");
    transfers.cancel("h-abcdefgh");

    assertThat(aws.asked().get(1).target()).isEqualTo("CancelHandshake");
    assertThat(aws.asked().get(1).json().get("HandshakeId").getAsString()).isEqualTo("h-abcdefgh");
  }

  @Test
  void a_cancellation_that_aws_denies_is_an_error() {
    aws.refuses(400, "AccessDeniedException", null);

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> transfers.cancel("h-abcdefgh"))
        .withMessageStartingWith("cancelling h-abcdefgh: AccessDeniedException");
  }
}
