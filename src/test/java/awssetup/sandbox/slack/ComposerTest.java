package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.SlashCommand;
import awssetup.sandbox.slack.world.StandInMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may type what, what the app is sent, and what people see of its answer. */
class ComposerTest {
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void what_people_type_is_escaped_and_mentions_no_one() {
    rig.slack.type("U0CUSTOMER", "C0ACME", "Is a < b & <!channel>?");
    assertThat(rig.workspace().messages("C0ACME").get(0).text())
        .isEqualTo("Is a &lt; b &amp; &lt;!channel&gt;?");
  }

  @Test
  void a_command_reaches_the_app_signed_and_complete() {
    Delivery delivery = rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup  transfer ümläut & co ");
    assertThat(delivery.ok()).isTrue();
    var form = rig.app.last().form();
    assertThat(form)
        .containsEntry("command", "/aws-setup")
        .containsEntry("text", "transfer ümläut & co")
        .containsEntry("team_id", "T0HOME")
        .containsEntry("team_domain", "softwareone")
        .containsEntry("channel_id", "C0ACME")
        .containsEntry("channel_name", "acme-aws")
        .containsEntry("user_id", "U0ENGINEER")
        .containsEntry("is_enterprise_install", "false")
        .containsKeys("trigger_id", "response_url", "api_app_id")
        .doesNotContainKeys("enterprise_id", "enterprise_name");
  }

  @Test
  void private_channels_and_direct_messages_are_not_named() {
    rig.slack.type("U0ENGINEER", "C0OPS", "/aws-status");
    assertThat(rig.app.last().form()).containsEntry("channel_name", "privategroup");
    String direct = rig.workspace().directMessage("U0ENGINEER");
    rig.slack.type("U0ENGINEER", direct, "/aws-status");
    assertThat(rig.app.last().form()).containsEntry("channel_name", "directmessage");
  }

  @Test
  void a_command_works_in_a_channel_without_the_app() {
    assertThat(rig.slack.type("U0ENGINEER", "C0RANDOM", "/aws-setup").ok()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "U0CUSTOMER,C0ACME,/aws-setup new,/aws-setup is not a valid command.",
    "U0OUTSIDER,C0GLOBEX,/aws-setup,/aws-setup is not a valid command.",
    "U0GUEST,C0GLOBEX,/aws-setup,/aws-setup is not a valid command.",
    "U0ENGINEER,C0ACME,/aws-steup,/aws-steup is not a valid command.",
    "U0CUSTOMER,C0OPS,hello,You are not in this channel."
  })
  void slack_refuses_without_asking_the_app(
      String user, String channel, String text, String notice) {
    Delivery delivery = rig.slack.type(user, channel, text);
    assertThat(delivery.ok()).isFalse();
    assertThat(delivery.status()).isZero();
    assertThat(delivery.shownError()).isEqualTo(notice);
    assertThat(rig.slack.snapshot(user, null).get("notice").getAsString()).isEqualTo(notice);
    assertThat(rig.app.received()).isEmpty();
  }

  @Test
  void a_command_cannot_be_typed_in_a_thread() {
    String card = rig.post("C0ACME", "[]");
    Delivery delivery = rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup", card);
    assertThat(delivery.shownError()).isEqualTo("/aws-setup is not supported in threads. Sorry!");
    assertThat(rig.app.received()).isEmpty();
  }

  @Test
  void text_becomes_a_message_that_the_app_may_read() {
    rig.slack.type("U0CUSTOMER", "C0ACME", "Hello!");
    var message = rig.workspace().messages("C0ACME").get(0);
    rig.slack.type("U0ENGINEER", "C0ACME", "Hi Carla", message.ts());
    assertThat(message.user()).isEqualTo("U0CUSTOMER");
    assertThat(message.bot()).isFalse();
    assertThat(rig.workspace().thread("C0ACME", message.ts()))
        .extracting(StandInMessage::text)
        .containsExactly("Hello!", "Hi Carla");
    assertThat(rig.app.received()).isEmpty();
  }

  @Test
  void an_answer_is_shown_to_the_person_who_typed() {
    rig.app.answers(200, "{'text':'Nothing open here.'}");
    rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup status");
    var answers = rig.workspace().ephemerals("C0ACME", "U0ENGINEER");
    assertThat(answers).extracting(StandInMessage::text).containsExactly("Nothing open here.");
    assertThat(rig.workspace().messages("C0ACME")).isEmpty();
  }

  @Test
  void a_plain_text_answer_is_shown_as_it_is() {
    rig.app.answers(200, "Just words");
    rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup help");
    assertThat(rig.workspace().ephemerals("C0ACME", "U0ENGINEER").get(0).text())
        .isEqualTo("Just words");
  }

  @Test
  void an_answer_may_be_for_everyone() {
    rig.app.answers(200, "{'response_type':'in_channel','text':'To all'}");
    rig.slack.type("U0ENGINEER", "C0RANDOM", "/aws-setup help");
    assertThat(rig.workspace().messages("C0RANDOM")).hasSize(1);
  }

  @Test
  void an_answer_with_invalid_blocks_fails_and_counts_as_a_problem() {
    rig.app.answers(200, "{'blocks':[{'type':'section'}]}");
    Delivery delivery = rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup help");
    assertThat(delivery.shownError())
        .isEqualTo("/aws-setup failed with the error \"invalid_blocks\"");
    assertThat(rig.slack.problems()).hasSize(1);
  }

  @Test
  void an_app_that_takes_too_long_gives_a_timeout() throws Exception {
    rig.slack.settings().patience(Duration.ofMillis(50));
    var late = new CountDownLatch(1);
    rig.app.answers(
        request -> {
          try {
            late.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return TinyApp.reply(200, "");
        });
    Delivery delivery = rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup");
    late.countDown();
    assertThat(delivery.status()).isZero();
    assertThat(delivery.shownError())
        .isEqualTo("/aws-setup failed with the error \"operation_timeout\"");
  }

  @Test
  void an_app_that_fails_or_is_gone_gives_dispatch_failed() {
    rig.app.answers(500, "");
    Delivery delivery = rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup");
    assertThat(delivery.status()).isEqualTo(500);
    assertThat(delivery.shownError())
        .isEqualTo("/aws-setup failed with the error \"dispatch_failed\"");
    rig.app.close();
    assertThat(rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup").shownError())
        .isEqualTo("/aws-setup failed with the error \"dispatch_failed\"");
  }

  @Test
  void the_next_action_of_a_person_removes_the_notice() {
    rig.slack.type("U0CUSTOMER", "C0ACME", "/aws-setup");
    rig.slack.type("U0CUSTOMER", "C0ACME", "never mind");
    assertThat(rig.slack.snapshot("U0CUSTOMER", null).get("notice").isJsonNull()).isTrue();
  }

  @Test
  void other_commands_can_be_registered() {
    rig.slack.settings().commands(List.of(new SlashCommand("/other", "Something else", "")));
    assertThat(rig.slack.type("U0ENGINEER", "C0ACME", "/other").ok()).isTrue();
    assertThat(rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup").ok()).isFalse();
  }

  @Test
  void an_unknown_person_or_channel_cannot_be_used() {
    assertThatThrownBy(() -> rig.slack.type("U0NOBODY", "C0ACME", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rig.slack.type("U0ENGINEER", "C0NOWHERE", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
