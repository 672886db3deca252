package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.sandbox.slack.api.SlackCall;
import awssetup.sandbox.slack.api.SlackFault;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planned faults, as the real SDK meets them. */
class SlackFaultsTest {
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate_limited", "post_answer_lost", "slack_down", "modal_late"})
  void a_fault_choice_is_listed_until_it_happens(String id) {
    assertThat(rig.slack.faults().getAsJsonArray("faultChoices").toString()).contains(id);
    rig.slack.applyFaultChoice(id);
    assertThat(rig.slack.faults().getAsJsonArray("faults")).hasSize(1);
    rig.slack.clearFaults();
    assertThat(rig.slack.faults().getAsJsonArray("faults")).isEmpty();
  }

  @Test
  void a_planned_error_has_no_effect_and_happens_once() throws Exception {
    rig.slack.failNext("chat.postMessage", SlackFault.error("fatal_error"));
    assertThat(post().getError()).isEqualTo("fatal_error");
    assertThat(rig.workspace().messages("C0ACME")).isEmpty();
    assertThat(post().isOk()).isTrue();
  }

  @Test
  void a_fault_can_come_several_times_and_spares_other_methods() throws Exception {
    rig.slack.failNext("chat.postMessage", SlackFault.error("fatal_error").times(2));
    assertThat(rig.client.authTest(r -> r).isOk()).isTrue();
    assertThat(post().isOk()).isFalse();
    assertThat(post().isOk()).isFalse();
    assertThat(post().isOk()).isTrue();
  }

  @Test
  void a_star_meets_the_next_call_of_any_method_and_can_be_cleared() throws Exception {
    rig.slack.failNext("*", SlackFault.error("fatal_error"));
    assertThat(rig.client.authTest(r -> r).isOk()).isFalse();
    rig.slack.failNext("*", SlackFault.error("fatal_error"));
    rig.slack.clearFaults();
    assertThat(post().isOk()).isTrue();
  }

  @Test
  void a_rate_limit_says_how_long_to_wait() {
    rig.slack.failNext("chat.postMessage", SlackFault.rateLimited(7));
    assertThatThrownBy(this::post)
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> {
              assertThat(e.getResponse().code()).isEqualTo(429);
              assertThat(e.getResponse().header("Retry-After")).isEqualTo("7");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void an_outage_answers_with_a_bare_status(int status) {
    rig.slack.failNext("chat.postMessage", SlackFault.status(status));
    assertThatThrownBy(this::post)
        .isInstanceOfSatisfying(
            SlackApiException.class, e -> assertThat(e.getResponse().code()).isEqualTo(status));
  }

  @Test
  void a_connection_cut_early_has_no_effect() {
    rig.slack.failNext("chat.postMessage", SlackFault.reset().times(2));
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(rig.workspace().messages("C0ACME")).isEmpty();
  }

  @Test
  void a_call_with_a_lost_answer_takes_effect() {
    rig.slack.failNext("chat.postMessage", SlackFault.loseAnswer());
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(rig.workspace().messages("C0ACME")).hasSize(1);
  }

  @Test
  void the_sdk_by_default_repeats_a_lost_post_on_a_used_connection() throws Exception {
    rig.client.authTest(r -> r);
    rig.slack.failNext("chat.postMessage", SlackFault.loseAnswer());
    assertThat(post().isOk()).isTrue();
    assertThat(rig.workspace().messages("C0ACME")).hasSize(2);
  }

  @Test
  void a_hanging_call_ends_with_a_cut_and_without_effect() {
    rig.slack.failNext("chat.postMessage", SlackFault.hang(Duration.ofMillis(50)));
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(rig.workspace().messages("C0ACME")).isEmpty();
  }

  @Test
  void every_call_is_recorded_even_if_it_failed() throws Exception {
    rig.slack.failNext("chat.postMessage", SlackFault.reset());
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    post();
    assertThat(rig.slack.calls()).extracting(SlackCall::method).containsOnly("chat.postMessage");
    assertThat(rig.slack.calls()).hasSize(2);
    SlackCall last = rig.slack.calls().get(1);
    assertThat(last.at()).isEqualTo(Rig.START);
    assertThat(last.arguments().get("text").getAsString()).isEqualTo("x");
    assertThat(last.arguments().has("token")).isFalse();
    assertThat(last.answer().get("ok").getAsBoolean()).isTrue();
  }

  @Test
  void answers_to_clicks_can_fail_as_well() {
    rig.slack.type("U0ENGINEER", "C0ACME", "/aws-status");
    String url = rig.app.last().form().get("response_url");
    rig.slack.failNext("response_url", SlackFault.status(503));
    assertThat(rig.respond(url, "{'text':'x'}").statusCode()).isEqualTo(503);
    assertThat(rig.respond(url, "{'text':'x'}").statusCode()).isEqualTo(200);
  }

  private ChatPostMessageResponse post() throws IOException, SlackApiException {
    return rig.client.chatPostMessage(r -> r.channel("C0ACME").text("x"));
  }
}
