package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same workspace as different people see it. */
class SlackSnapshotTest {
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
  void people_see_their_own_channels_and_who_shares_them() {
    JsonObject erin = rig.slack.snapshot("U0ENGINEER", "C0ACME");
    assertThat(erin.get("now").getAsLong()).isEqualTo(Rig.START.getEpochSecond());
    assertThat(erin.getAsJsonObject("viewer").get("kind").getAsString()).isEqualTo("engineer");
    assertThat(erin.getAsJsonArray("channels")).hasSize(4);
    assertThat(erin.getAsJsonObject("channel").toString().replace('"', '\''))
        .isEqualTo(
            "{'id':'C0ACME','name':'acme-aws','private':false,'shared':true,"
                + "'with':'Acme Robotics','memberCount':5}");
    JsonObject carla = rig.slack.snapshot("U0CUSTOMER", "C0ACME");
    assertThat(carla.getAsJsonArray("channels")).hasSize(1);
    assertThat(carla.getAsJsonObject("channel").get("with").getAsString()).isEqualTo("SoftwareOne");
    assertThat(carla.getAsJsonObject("viewer").get("teamName").getAsString())
        .isEqualTo("Acme Robotics");
    assertThat(carla.getAsJsonArray("people")).hasSize(7);
  }

  @Test
  void commands_are_offered_to_full_members_of_the_home_workspace() {
    assertThat(rig.slack.snapshot("U0ENGINEER", null).getAsJsonArray("commands").get(0).toString())
        .contains("/aws-setup", "usage_hint", "new | transfer");
    assertThat(rig.slack.snapshot("U0CUSTOMER", null).getAsJsonArray("commands")).isEmpty();
    assertThat(rig.slack.snapshot("U0GUEST", null).getAsJsonArray("commands")).isEmpty();
  }

  @Test
  void replies_are_in_threads_and_an_ephemeral_is_shown_to_its_reader_only() {
    String card = rig.post("C0ACME", "[{'type':'divider'}]");
    rig.slack.type("U0CUSTOMER", "C0ACME", "a question", card);
    rig.call("chat.postEphemeral", "{'channel':'C0ACME','user':'U0CUSTOMER','text':'you'}");
    JsonObject carla = rig.slack.snapshot("U0CUSTOMER", "C0ACME");
    assertThat(carla.getAsJsonArray("messages")).hasSize(2);
    JsonObject shown = carla.getAsJsonArray("messages").get(0).getAsJsonObject();
    assertThat(shown.getAsJsonObject("replies").get("count").getAsInt()).isEqualTo(1);
    assertThat(shown.get("bot").getAsBoolean()).isTrue();
    assertThat(shown.getAsJsonArray("blocks")).hasSize(1);
    assertThat(carla.getAsJsonObject("threads").getAsJsonArray(card)).hasSize(1);
    JsonObject ephemeral = carla.getAsJsonArray("messages").get(1).getAsJsonObject();
    assertThat(ephemeral.get("ephemeral").getAsBoolean()).isTrue();
    assertThat(rig.slack.snapshot("U0ENGINEER", "C0ACME").getAsJsonArray("messages")).hasSize(1);
  }

  @Test
  void a_modal_is_shown_with_its_texts() {
    rig.open(
        "U0ENGINEER",
        "{'type':'modal','callback_id':'c','title':{'type':'plain_text','text':'T'},"
            + "'submit':{'type':'plain_text','text':'S'},'blocks':[{'type':'divider'}]}");
    JsonObject view =
        rig.slack.snapshot("U0ENGINEER", null).getAsJsonArray("views").get(0).getAsJsonObject();
    assertThat(view.get("title").getAsString()).isEqualTo("T");
    assertThat(view.get("submit").getAsString()).isEqualTo("S");
    assertThat(view.get("close").isJsonNull()).isTrue();
    assertThat(view.get("callback_id").getAsString()).isEqualTo("c");
    assertThat(view.getAsJsonArray("blocks")).hasSize(1);
    assertThat(view.getAsJsonObject("errors").isEmpty()).isTrue();
  }

  @Test
  void a_channel_shows_no_messages_to_people_who_are_not_in_it() {
    rig.post("C0OPS", "[]");
    assertThat(rig.slack.snapshot("U0CUSTOMER", "C0OPS").getAsJsonArray("messages")).isEmpty();
  }

  @Test
  void a_listener_is_told_of_changes_until_it_is_closed_and_may_read_at_once() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    AutoCloseable listening =
        rig.slack.onChange(
            () -> {
              assertThat(Thread.holdsLock(rig.workspace())).isFalse();
              rig.slack.snapshot("U0ENGINEER", "C0ACME");
              heard.incrementAndGet();
            });
    rig.slack.type("U0ENGINEER", "C0ACME", "hello");
    int afterTyping = heard.get();
    assertThat(afterTyping).isPositive();
    rig.workspace().deleteMessage("C0ACME", rig.workspace().messages("C0ACME").get(0).ts());
    assertThat(heard.get()).isGreaterThan(afterTyping);
    listening.close();
    int before = heard.get();
    rig.slack.type("U0ENGINEER", "C0ACME", "again");
    assertThat(heard.get()).isEqualTo(before);
  }
}
