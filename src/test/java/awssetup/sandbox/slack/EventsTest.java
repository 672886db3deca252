package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which events the app gets, how often, and the Home tab that it may publish in return. */
class EventsTest {
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
  void opening_the_home_tab_sends_an_event_in_its_envelope() {
    assertThat(rig.slack.openHome("U0ENGINEER").ok()).isTrue();
    JsonObject envelope = rig.app.last().json();
    assertThat(envelope.get("type").getAsString()).isEqualTo("event_callback");
    assertThat(envelope.get("event_id").getAsString()).startsWith("Ev");
    assertThat(envelope.get("event_time").getAsLong()).isEqualTo(Rig.START.getEpochSecond());
    JsonObject event = envelope.getAsJsonObject("event");
    assertThat(event.get("type").getAsString()).isEqualTo("app_home_opened");
    assertThat(event.get("tab").getAsString()).isEqualTo("home");
    assertThat(event.get("channel").getAsString()).startsWith("D0");
  }

  @Test
  void a_published_home_tab_is_shown_to_home_people_only() {
    String publish = "{'user_id':'%s','view':{'type':'home','blocks':[{'type':'divider'}]}}";
    assertThat(rig.call("views.publish", publish.formatted("U0ENGINEER")).get("ok").getAsBoolean())
        .isTrue();
    assertThat(rig.call("views.publish", publish.formatted("U0CUSTOMER")).get("ok").getAsBoolean())
        .isTrue();
    assertThat(rig.slack.snapshot("U0ENGINEER", null).getAsJsonObject("home").keySet())
        .containsExactly("id", "blocks");
    assertThat(rig.slack.snapshot("U0CUSTOMER", null).get("home").isJsonNull()).isTrue();
  }

  @Test
  void a_home_tab_keeps_its_id_when_it_is_published_again() {
    String publish = "{'user_id':'U0ENGINEER','view':{'type':'home','blocks':[%s]}}";
    JsonObject first = rig.call("views.publish", publish.formatted("{'type':'divider'}"));
    JsonObject second = rig.call("views.publish", publish.formatted(""));
    assertThat(second.getAsJsonObject("view").get("id"))
        .isEqualTo(first.getAsJsonObject("view").get("id"));
    assertThat(second.getAsJsonObject("view").get("hash"))
        .isNotEqualTo(first.getAsJsonObject("view").get("hash"));
  }

  @Test
  void an_event_that_is_not_accepted_is_sent_three_times_more_with_the_same_id() {
    rig.app.answers(500, "");
    assertThat(rig.slack.openHome("U0ENGINEER").ok()).isFalse();
    List<TinyApp.Received> told = rig.app.received();
    assertThat(told).hasSize(4);
    assertThat(told)
        .extracting(t -> t.header("X-Slack-Retry-Num"))
        .containsExactly(null, "1", "2", "3");
    assertThat(told.get(1).header("X-Slack-Retry-Reason")).isEqualTo("http_error");
    assertThat(told)
        .extracting(t -> t.json().get("event_id").getAsString())
        .containsOnly(told.get(0).json().get("event_id").getAsString());
  }

  @Test
  void an_app_may_refuse_retries() {
    rig.app.answers(request -> new TinyApp.Reply(500, "", Map.of("X-Slack-No-Retry", "1")));
    rig.slack.openHome("U0ENGINEER");
    assertThat(rig.app.received()).hasSize(1);
  }

  @Test
  void a_channel_that_changes_its_id_keeps_its_messages() {
    String ts = rig.post("C0OPS", "[]");
    assertThat(rig.slack.channels().changeId("C0OPS", "C0OPSNEW").ok()).isTrue();
    JsonObject event = rig.app.last().json().getAsJsonObject("event");
    assertThat(event.get("old_channel_id").getAsString()).isEqualTo("C0OPS");
    assertThat(event.get("new_channel_id").getAsString()).isEqualTo("C0OPSNEW");
    assertThat(rig.workspace().message("C0OPSNEW", ts)).isPresent();
    assertThat(rig.call("chat.postMessage", "{'channel':'C0OPS','text':'x'}").toString())
        .contains("channel_not_found");
  }
}
