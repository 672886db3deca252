package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.world.StandInMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five answers within thirty minutes, to the person who acted or in place of the message. */
class ResponseUrlsTest {
  private static final String CARD =
      "[{'type':'actions','block_id':'acts','elements':[{'type':'button','action_id':'go',"
          + "'text':{'type':'plain_text','text':'Go'}}]}]";

  private Rig rig;
  private String card;
  private String url;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
    card = rig.post("C0ACME", CARD);
    rig.slack.press("U0CUSTOMER", "C0ACME", card, "acts", "go", null);
    url = rig.app.last().json().get("response_url").getAsString();
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void an_answer_is_shown_to_the_person_who_clicked() {
    assertThat(rig.respond(url, "{'text':'Not for you'}").statusCode()).isEqualTo(200);
    assertThat(rig.workspace().ephemerals("C0ACME", "U0CUSTOMER"))
        .extracting(StandInMessage::text)
        .containsExactly("Not for you");
    assertThat(rig.slack.calls().get(rig.slack.calls().size() - 1).method())
        .isEqualTo("response_url");
  }

  @Test
  void an_answer_may_replace_or_delete_the_message() {
    rig.respond(url, "{'replace_original':true,'text':'Replaced'}");
    assertThat(rig.workspace().message("C0ACME", card).orElseThrow().text()).isEqualTo("Replaced");
    rig.respond(url, "{'delete_original':true}");
    assertThat(rig.workspace().message("C0ACME", card)).isEmpty();
    assertThat(rig.respond(url, "{'replace_original':true,'text':'x'}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_answer_may_be_a_reply_for_everyone() {
    rig.respond(
        url, "{'text':'In thread','thread_ts':'%s','response_type':'in_channel'}".formatted(card));
    assertThat(rig.workspace().thread("C0ACME", card)).hasSize(2);
  }

  @Test
  void a_sixth_answer_is_refused_and_counts_as_a_problem() {
    for (int i = 0; i < 5; i++) {
      assertThat(rig.respond(url, "{'text':'x'}").statusCode()).isEqualTo(200);
    }
    assertThat(rig.slack.problems()).isEmpty();
    var sixth = rig.respond(url, "{'text':'x'}");
    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).contains("used_url");
    assertThat(rig.slack.problems()).hasSize(1);
  }

  @Test
  void a_url_expires_after_thirty_minutes_of_the_sandboxs_clock() {
    rig.clock.advance(Duration.ofMinutes(30));
    assertThat(rig.respond(url, "{'text':'x'}").statusCode()).isEqualTo(200);
    rig.clock.advance(Duration.ofSeconds(1));
    var late = rig.respond(url, "{'text':'x'}");
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("expired_url");
  }

  @Test
  void an_invalid_answer_is_refused() {
    assertThat(rig.respond(url, "{'blocks':[{'type':'x'}]}").statusCode()).isEqualTo(400);
    assertThat(rig.respond(url, "{}").body()).contains("no_text");
    assertThat(rig.respond(url, "[]").body()).contains("invalid_payload");
    assertThat(rig.respond(url + "x", "{'text':'x'}").statusCode()).isEqualTo(404);
  }

  @Test
  void an_answer_to_a_command_is_a_new_message_as_there_is_none_to_replace() {
    rig.slack.type("U0ENGINEER", "C0ACME", "/aws-status");
    String address = rig.app.last().form().get("response_url");
    assertThat(rig.respond(address, "{'replace_original':true,'text':'x'}").statusCode())
        .isEqualTo(200);
    assertThat(rig.workspace().ephemerals("C0ACME", "U0ENGINEER")).hasSize(1);
    assertThat(rig.respond(address, "{'delete_original':true}").statusCode()).isEqualTo(404);
  }
}
