package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwsSnapshotTest extends AwsStandInTest {

  @Test
  void page_sees_the_invitation_and_the_call_that_sent_it() {
    String handshakeId = invite(ACME).id();

    JsonObject snapshot = aws.snapshot();

    String transferId = aws.invitations().get(0).transferId();
    assertThat(snapshot.get("now").getAsLong()).isEqualTo(1794312000);
    assertThat(snapshot.get("partner").getAsString()).isEqualTo("111122223333");
    assertThat(snapshot.get("invitations"))
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"handshakeId": "%s", "transferId": "%s", "accountId": "222233334444",
                  "name": "Acme Robotics 7Q2K", "status": "REQUESTED", "sentAt": 1794312000,
                  "expiresAt": 1795608000, "startsAt": 1796083200, "notes": null}]\
                """
                    .formatted(handshakeId, transferId)));
    assertThat(snapshot.get("calls"))
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"at": 1794312000, "operation": "InviteOrganizationToTransferResponsibility",
                  "status": 200, "error": null}]\
                """));
  }

  @Test
  void page_sees_the_roles_of_customers_and_of_accounts_without_an_organization() {
    aws.deployRole(ACME, "SWOBootstrap", "external-7Q2K");
    aws.deployRole("888888888888", "SWOBootstrap", null);

    JsonArray accounts = aws.snapshot().getAsJsonArray("accounts");

    assertThat(accounts.get(0))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"id": "222233334444", "name": "Acme Robotics", "email": "aws-root@acme.example",
                 "role": {"name": "SWOBootstrap", "deployed": true, "safe": true}}\
                """));
    assertThat(accounts.get(1).getAsJsonObject().get("role").isJsonNull()).isTrue();
    JsonObject other = accounts.get(4).getAsJsonObject();
    assertThat(other.get("id").getAsString()).isEqualTo("888888888888");
    assertThat(other.getAsJsonObject("role").get("safe").getAsBoolean()).isFalse();
  }

  @Test
  void every_fault_choice_is_shown_until_it_happens() {
    List<String> ids =
        aws.snapshot().getAsJsonArray("faultChoices").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .map(choice -> choice.get("id").getAsString())
            .toList();
    assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();

    ids.forEach(aws::applyFaultChoice);

    JsonArray faults = aws.snapshot().getAsJsonArray("faults");
    assertThat(faults).hasSameSizeAs(ids);
    assertThat(faults.get(1))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"operation": "InviteOrganizationToTransferResponsibility",
                 "fault": "HandshakeConstraintViolationException PAYMENT_INSTRUMENT_REQUIRED",
                 "times": 1}\
                """));
    aws.clearFaults();
    assertThat(aws.snapshot().getAsJsonArray("faults")).isEmpty();
  }

  @Test
  void page_sees_the_latest_twenty_calls() {
    for (int i = 0; i < 25; i++) {
      sts.getCallerIdentity();
    }

    assertThat(aws.calls()).hasSize(25);
    assertThat(aws.snapshot().getAsJsonArray("calls")).hasSize(20);
  }

  @Test
  void call_is_logged_with_its_input_and_its_error() {
    assertThatThrownBy(() -> invite(INITECH)).isInstanceOf(RuntimeException.class);

    AwsCall call = aws.calls().get(0);

    assertThat(call.operation()).isEqualTo("InviteOrganizationToTransferResponsibility");
    assertThat(call.input().getAsJsonObject("Target").get("Id").getAsString()).isEqualTo(INITECH);
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.error())
        .isEqualTo("ConstraintViolationException ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
  }

  @Test
  void listener_is_told_of_changes_and_calls_until_it_is_closed() throws Exception {
    AtomicInteger changes = new AtomicInteger();
    AutoCloseable listening = aws.onChange(changes::incrementAndGet);

    invite(ACME);
    assertThat(changes).hasValue(1);
    aws.accept(aws.invitations().get(0).handshakeId());
    aws.deployRole(ACME, "SWOBootstrap", null);
    aws.applyFaultChoice("throttled");
    assertThat(changes).hasValue(4);

    listening.close();
    aws.clearFaults();
    assertThat(changes).hasValue(4);
  }

  @Test
  void customer_added_later_can_be_invited() {
    aws.addOrganization("777788889999", "Hooli", "aws@hooli.example");

    assertThat(invite("777788889999").stateAsString()).isEqualTo("REQUESTED");
    assertThatThrownBy(() -> aws.addOrganization("777", "Hooli", "aws@hooli.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> aws.addOrganization("111122223333", "We", "we@hooli.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
