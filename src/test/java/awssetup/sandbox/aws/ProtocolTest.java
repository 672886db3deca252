package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Requests that no SDK would send, and answers as they are before an SDK reads them. */
class ProtocolTest extends AwsStandInTest {
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20261110/%s/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature="
          + "0".repeat(64);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void times_are_epoch_seconds_with_a_fraction() throws Exception {
    HttpResponse<String> answer =
        organizations(
            "InviteOrganizationToTransferResponsibility",
            """
            {"Type": "BILLING", "Target": {"Type": "ACCOUNT", "Id": "222233334444"},
             "StartTimestamp": 1796083200.000, "SourceName": "Acme"}\
            """);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.1");
    assertThat(answer.body())
        .contains("\"RequestedTimestamp\":1794312000.000")
        .contains("\"ExpirationTimestamp\":1795608000.000");
  }

  @Test
  void error_has_a_type_a_message_and_a_reason() throws Exception {
    HttpResponse<String> answer = organizations("DescribeHandshake", "{\"HandshakeId\": \"h-1\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonObject error = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(error.keySet()).containsExactlyInAnyOrder("__type", "Message", "Reason");
    assertThat(error.get("__type").getAsString()).isEqualTo("InvalidInputException");
    assertThat(error.get("Reason").getAsString()).isEqualTo("INVALID_PATTERN");
  }

  @Test
  void unknown_operation_has_its_own_error() throws Exception {
    assertThat(type(organizations("CreateAccount", "{}"))).isEqualTo("UnknownOperationException");
    assertThat(sts("Action=GetSessionToken&Version=2011-06-15").body())
        .contains("<Code>InvalidAction</Code>");
    assertThat(sts("").body()).contains("<Code>InvalidAction</Code>");
  }

  @Test
  void unknown_member_is_refused_unless_the_stand_in_is_lenient() throws Exception {
    assertThat(type(organizations("DescribeOrganization", "{\"Verbose\": true}")))
        .isEqualTo("SerializationException");

    aws.strict(false);

    assertThat(organizations("DescribeOrganization", "{\"Verbose\": true}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void malformed_json_cannot_be_read() throws Exception {
    for (String body : new String[] {"", "[]", "{Id: 1}", "{\"Id\": 1}", "{\"Id\": [\"rt-1\"]}"}) {
      assertThat(type(organizations("DescribeResponsibilityTransfer", body)))
          .as(body)
          .isEqualTo("SerializationException");
    }
  }

  @Test
  void request_without_a_signature_is_refused() throws Exception {
    HttpResponse<String> organizations =
        http.send(
            HttpRequest.newBuilder(aws.url())
                .header("X-Amz-Target", "AWSOrganizationsV20161128.DescribeOrganization")
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    HttpResponse<String> sts =
        http.send(
            HttpRequest.newBuilder(aws.url())
                .POST(BodyPublishers.ofString("Action=GetCallerIdentity&Version=2011-06-15"))
                .build(),
            BodyHandlers.ofString());

    assertThat(organizations.statusCode()).isEqualTo(403);
    assertThat(type(organizations)).isEqualTo("MissingAuthenticationToken");
    assertThat(sts.statusCode()).isEqualTo(403);
    assertThat(sts.body()).contains("<Code>MissingAuthenticationToken</Code>");
  }

  @Test
  void signature_of_another_form_region_or_service_is_refused() throws Exception {
    assertThat(type(describeOrganization("Bearer token"))).isEqualTo("IncompleteSignature");
    assertThat(type(describeOrganization(SIGNED.formatted("eu-west-1/organizations"))))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(type(describeOrganization(SIGNED.formatted("us-east-1/sts"))))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(describeOrganization(SIGNED.formatted("us-east-1/organizations")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void only_posts_to_the_root_are_answered() throws Exception {
    assertThat(
            http.send(HttpRequest.newBuilder(aws.url()).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(404);
    assertThat(
            http.send(
                    HttpRequest.newBuilder(aws.url().resolve("/other"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> organizations(String operation, String body) throws Exception {
    return post(
        request(SIGNED.formatted("us-east-1/organizations"))
            .header("X-Amz-Target", "AWSOrganizationsV20161128." + operation)
            .header("Content-Type", "application/x-amz-json-1.1"),
        body);
  }

  private HttpResponse<String> describeOrganization(String authorization) throws Exception {
    return post(
        request(authorization)
            .header("X-Amz-Target", "AWSOrganizationsV20161128.DescribeOrganization")
            .header("Content-Type", "application/x-amz-json-1.1"),
        "{}");
  }

  private HttpResponse<String> sts(String form) throws Exception {
    return post(request(SIGNED.formatted("us-east-1/sts")), form);
  }

  private HttpRequest.Builder request(String authorization) {
    return HttpRequest.newBuilder(aws.url())
        .header("Authorization", authorization)
        .header("X-Amz-Date", "20261110T120000Z");
  }

  private HttpResponse<String> post(HttpRequest.Builder request, String body) throws Exception {
    return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private static String type(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("__type").getAsString();
  }
}
