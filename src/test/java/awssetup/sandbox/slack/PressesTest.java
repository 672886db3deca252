package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.sandbox.slack.people.Delivery;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The payload of a click, by who clicked and where. */
class PressesTest {
  private static final String CARD =
      """
      [{'type':'section','block_id':'mark','text':{'type':'mrkdwn','text':'Card'}},
       {'type':'actions','block_id':'acts','elements':[
         {'type':'button','action_id':'check_now','value':'7Q2K','text':{'type':'plain_text','text':'Check now'}},
         {'type':'static_select','action_id':'snooze','options':[
           {'text':{'type':'plain_text','text':'1 day'},'value':'1'},
           {'text':{'type':'plain_text','text':'3 days'},'value':'3'}]}]}]
      """;

  private Rig rig;
  private String card;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
    card = rig.post("C0ACME", CARD);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void a_customers_click_names_their_own_team_and_the_installing_one() {
    Delivery delivery = rig.slack.press("U0CUSTOMER", "C0ACME", card, "acts", "check_now", null);
    assertThat(delivery.ok()).isTrue();
    JsonObject payload = rig.app.last().json();
    assertThat(payload.get("type").getAsString()).isEqualTo("block_actions");
    assertThat(payload.getAsJsonObject("user").get("team_id").getAsString())
        .isEqualTo("T0CUSTOMER");
    assertThat(payload.getAsJsonObject("team").get("id").getAsString()).isEqualTo("T0HOME");
    assertThat(payload.getAsJsonObject("channel").get("id").getAsString()).isEqualTo("C0ACME");
    assertThat(payload.getAsJsonObject("container").get("message_ts").getAsString())
        .isEqualTo(card);
    assertThat(payload.getAsJsonObject("message").getAsJsonArray("blocks")).hasSize(2);
    assertThat(payload.get("enterprise").isJsonNull()).isTrue();
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    assertThat(action.get("value").getAsString()).isEqualTo("7Q2K");
    assertThat(action.get("type").getAsString()).isEqualTo("button");
    assertThat(action.keySet()).contains("action_id", "block_id", "action_ts");
    assertThat(
            payload
                .getAsJsonObject("state")
                .getAsJsonObject("values")
                .getAsJsonObject("acts")
                .getAsJsonObject("snooze")
                .get("selected_option")
                .isJsonNull())
        .isTrue();
  }

  @Test
  void a_choice_is_sent_as_a_whole_option_and_in_the_state() {
    rig.slack.press("U0ENGINEER", "C0ACME", card, "acts", "snooze", "3");
    JsonObject payload = rig.app.last().json();
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    JsonObject option = action.getAsJsonObject("selected_option");
    assertThat(option.get("value").getAsString()).isEqualTo("3");
    assertThat(option.getAsJsonObject("text").get("text").getAsString()).isEqualTo("3 days");
    assertThat(payload.getAsJsonObject("state").toString()).contains("3 days");
  }

  @Test
  void a_click_in_a_thread_names_the_thread() {
    String reply =
        rig.call(
                "chat.postMessage",
                "{'channel':'C0ACME','text':'x','thread_ts':'%s','blocks':%s}"
                    .formatted(card, CARD))
            .get("ts")
            .getAsString();
    rig.slack.press("U0CUSTOMER", "C0ACME", reply, "acts", "check_now", null);
    JsonObject container = rig.app.last().json().getAsJsonObject("container");
    assertThat(container.get("thread_ts").getAsString()).isEqualTo(card);
  }

  @Test
  void a_click_on_an_ephemeral_comes_without_the_message() {
    rig.call(
        "chat.postEphemeral",
        "{'channel':'C0ACME','user':'U0CUSTOMER','text':'x','blocks':%s}".formatted(CARD));
    String ts = rig.workspace().ephemerals("C0ACME", "U0CUSTOMER").get(0).ts();
    rig.slack.press("U0CUSTOMER", "C0ACME", ts, "acts", "check_now", null);
    JsonObject payload = rig.app.last().json();
    assertThat(payload.getAsJsonObject("container").get("is_ephemeral").getAsBoolean()).isTrue();
    assertThat(payload.has("message")).isFalse();
    assertThatThrownBy(() -> rig.slack.press("U0ENGINEER", "C0ACME", ts, "acts", "check_now", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_what_people_see_can_be_pressed() {
    assertThatThrownBy(() -> rig.slack.press("U0ENGINEER", "C0ACME", card, "acts", "gone", null))
        .hasMessageContaining("acts/gone");
    assertThatThrownBy(() -> rig.slack.press("U0ENGINEER", "C0ACME", card, "acts", "snooze", "9"))
        .hasMessageContaining("does not offer 9");
    assertThatThrownBy(() -> rig.slack.press("U0ENGINEER", "C0ACME", card, "acts", "snooze", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> rig.slack.press("U0OUTSIDER", "C0ACME", card, "acts", "check_now", null))
        .hasMessageContaining("not in C0ACME");
  }

  @Test
  void a_failure_of_the_app_is_shown_to_the_person_who_clicked() {
    rig.app.answers(404, "");
    Delivery delivery = rig.slack.press("U0CUSTOMER", "C0ACME", card, "acts", "check_now", null);
    assertThat(delivery.ok()).isFalse();
    assertThat(delivery.status()).isEqualTo(404);
    assertThat(delivery.shownError()).isEqualTo("We had some trouble connecting. Try again?");
  }

  @Test
  void a_click_may_open_a_modal_for_an_external_person() {
    rig.slack.press("U0CUSTOMER", "C0ACME", card, "acts", "check_now", null);
    String trigger = rig.app.last().json().get("trigger_id").getAsString();
    JsonObject answer =
        rig.open(
            trigger,
            Rig.json("{'type':'modal','title':{'type':'plain_text','text':'T'},'blocks':[]}"));
    assertThat(answer.getAsJsonObject("view").get("team_id").getAsString()).isEqualTo("T0CUSTOMER");
    assertThat(answer.getAsJsonObject("view").get("app_installed_team_id").getAsString())
        .isEqualTo("T0HOME");
    assertThat(rig.workspace().views("U0CUSTOMER")).hasSize(1);
  }
}
