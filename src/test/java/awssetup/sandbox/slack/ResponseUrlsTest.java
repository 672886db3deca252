package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.world.StandInMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five answers in thirty minutes, to the one who asked or in place of what they clicked. */
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
  void an_answer_is_for_the_one_who_clicked() {
    assertThat(rig.respond(url, "{'text':'Not for you'}").statusCode()).isEqualTo(200);
    assertThat(rig.workspace().ephemerals("C0ACME", "U0CUSTOMER"))
        .extracting(StandInMessage::text)
        .containsExactly("Not for you");
    assertThat(rig.slack.calls().get(rig.slack.calls().size() - 1).method())
        .isEqualTo("response_url");
  }

  @Test
  void an_answer_may_take_the_place_of_the_message_or_take_it_away() {
    rig.respond(url, "{'replace_original':true,'text':'Replaced'}");
    assertThat(rig.workspace().message("C0ACME", card).orElseThrow().text()).isEqualTo("Replaced");
    rig.respond(url, "{'delete_original':true}");
    assertThat(rig.workspace().message("C0ACME", card)).isEmpty();
    assertThat(rig.respond(url, "{'replace_original':true,'text':'x'}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_reply_goes_to_the_thread_for_all() {
    rig.respond(
        url, "{'text':'In thread','thread_ts':'%s','response_type':'in_channel'}".formatted(card));
    assertThat(rig.workspace().thread("C0ACME", card)).hasSize(2);
  }

  @Test
  void a_sixth_answer_is_refused_and_noted() {
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
  void it_lasts_thirty_minutes_of_the_sandboxs_clock() {
    rig.clock.advance(Duration.ofMinutes(30));
    assertThat(rig.respond(url, "{'text':'x'}").statusCode()).isEqualTo(200);
    rig.clock.advance(Duration.ofSeconds(1));
    var late = rig.respond(url, "{'text':'x'}");
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("expired_url");
  }

  @Test
  void bad_words_are_refused() {
    assertThat(rig.respond(url, "{'blocks':[{'type':'x'}]}").statusCode()).isEqualTo(400);
    assertThat(rig.respond(url, "{}").body()).contains("no_text");
    assertThat(rig.respond(url, "[]").body()).contains("invalid_payload");
    assertThat(rig.respond(url + "x", "{'text':'x'}").statusCode()).isEqualTo(404);
  }

  @Test
  void a_commands_address_posts_anew_for_there_is_nothing_to_replace() {
    rig.slack.type("U0ENGINEER", "C0ACME", "/aws-status");
    String address = rig.app.last().form().get("response_url");
    assertThat(rig.respond(address, "{'replace_original':true,'text':'x'}").statusCode())
        .isEqualTo(200);
    assertThat(rig.workspace().ephemerals("C0ACME", "U0ENGINEER")).hasSize(1);
    assertThat(rig.respond(address, "{'delete_original':true}").statusCode()).isEqualTo(404);
  }
}
