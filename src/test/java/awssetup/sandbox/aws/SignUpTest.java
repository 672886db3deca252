package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer signs up with AWS, and the partner invites the new account. */
class SignUpTest extends AwsStandInTest {
  @Test
  void a_new_account_can_be_invited_at_once() {
    String id = aws.signUp(" Acme cloud ", "aws-new@acme.example");
    assertThat(id).matches("[0-9]{12}");
    assertThat(invite(id).stateAsString()).isEqualTo("REQUESTED");
    assertThat(aws.invitations().get(0).accountId()).isEqualTo(id);
  }

  @Test
  void the_page_sees_the_new_account_and_its_sign_up_time() {
    String id = aws.signUp("Acme cloud", "aws-new@acme.example");
    JsonArray accounts = aws.snapshot().getAsJsonArray("accounts");
    JsonObject last = accounts.get(accounts.size() - 1).getAsJsonObject();
    assertThat(last.get("id").getAsString()).isEqualTo(id);
    assertThat(last.get("name").getAsString()).isEqualTo("Acme cloud");
    assertThat(last.get("signedUpAt").getAsLong()).isEqualTo(clock.instant().getEpochSecond());
    assertThat(accounts.get(0).getAsJsonObject().has("signedUpAt")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aws-root@acme.example", "AWS-Root@Acme.example", "aws-root@partner.example"})
  void an_address_can_be_used_for_one_account_only(String email) {
    assertThatThrownBy(() -> aws.signUp("Acme cloud", email))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("exists already");
  }

  @ParameterizedTest
  @CsvSource({
    "'', aws-new@acme.example",
    "<Acme>, aws-new@acme.example",
    "Ácme, aws-new@acme.example",
    "123456789012345678901234567890123456789012345678901, aws-new@acme.example",
    "Acme, aws-new",
    "Acme, aws-new@acme",
    "Acme, .aws@acme.example",
    "Acme, aws@müller.example",
    "Acme, 12345678901234567890123456789012345678901234567890123@acme.example"
  })
  void an_invalid_name_or_address_is_refused(String name, String email) {
    assertThatThrownBy(() -> aws.signUp(name, email)).isInstanceOf(IllegalArgumentException.class);
  }
}
