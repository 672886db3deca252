package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import awssetup.sandbox.slack.api.SlackCall;
import awssetup.sandbox.slack.world.StandInChannel;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error that an app has to expect, and what causes it. */
class WebApiErrorsTest {
  private static final String MODAL =
      "{'type':'modal','title':{'type':'plain_text','text':'T'},'blocks':[]}";
  private static final String SECTION = "{'type':'section','text':{'type':'mrkdwn','text':'%s'}}";

  private Rig rig;
  private String card;
  private String words;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
    card = rig.post("C0ACME", "[]");
    rig.slack.type("U0CUSTOMER", "C0ACME", "hello");
    words = rig.workspace().messages("C0ACME").get(1).ts();
    rig.workspace().put(StandInChannel.open("C0OLD", "old", "U0ENGINEER", "U0BOT").archive());
    rig.workspace().put(StandInChannel.closed("C0SECRET", "secret", "U0ENGINEER"));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  static Stream<Arguments> each_mistake_gets_its_own_error() {
    String x4001 = "x".repeat(4001);
    return Stream.of(
        arguments("no.such", "{}", "unknown_method"),
        arguments("chat.postMessage", "[]", "invalid_json"),
        arguments("chat.postMessage", "{'text':'x'}", "invalid_arguments"),
        arguments("chat.postMessage", "{'channel':'C0ACME'}", "no_text"),
        arguments("chat.postMessage", "{'channel':'C0ACME','text':''}", "no_text"),
        arguments("chat.postMessage", "{'channel':'C0NONE','text':'x'}", "channel_not_found"),
        arguments("chat.postMessage", "{'channel':'#acme-aws','text':'x'}", "channel_not_found"),
        arguments("chat.postMessage", "{'channel':'C0SECRET','text':'x'}", "channel_not_found"),
        arguments("chat.postMessage", "{'channel':'C0RANDOM','text':'x'}", "not_in_channel"),
        arguments("chat.postMessage", "{'channel':'C0OLD','text':'x'}", "is_archived"),
        arguments("chat.postMessage", "{'channel':'U0BOT','text':'x'}", "cannot_dm_bot"),
        arguments("conversations.open", "{}", "invalid_arguments"),
        arguments("conversations.open", "{'users':'U0NOBODY'}", "user_not_found"),
        arguments("conversations.open", "{'users':'U0BOT'}", "cannot_dm_bot"),
        arguments("files.upload", "{}", "unknown_method"),
        arguments("files.getUploadURLExternal", "{'length':3}", "invalid_arguments"),
        arguments("files.getUploadURLExternal", "{'filename':'a.csv'}", "missing_argument"),
        arguments("files.completeUploadExternal", "{}", "invalid_arguments"),
        arguments("files.completeUploadExternal", "{'files':[{'id':'F0'}]}", "file_not_found"),
        arguments(
            "chat.postMessage",
            "{'channel':'C0ACME','text':'x','thread_ts':'1.000000'}",
            "thread_not_found"),
        arguments(
            "chat.postMessage", "{'channel':'C0ACME','blocks':[{'type':'x'}]}", "invalid_blocks"),
        arguments(
            "chat.postMessage", "{'channel':'C0ACME','blocks':'[{'}", "invalid_blocks_format"),
        arguments("chat.postMessage", "{'channel':'C0ACME','blocks':{}}", "invalid_blocks_format"),
        arguments(
            "chat.postMessage",
            "{'channel':'C0ACME','blocks':[%s]}"
                .formatted(
                    String.join(",", Collections.nCopies(5, SECTION.formatted("x".repeat(2500))))),
            "msg_blocks_too_long"),
        arguments(
            "chat.postMessage",
            "{'channel':'C0ACME','text':'x','metadata':{'event_type':'a'}}",
            "invalid_metadata_format"),
        arguments("chat.update", "{'channel':'C0ACME','text':'x'}", "invalid_arguments"),
        arguments("chat.update", "{'channel':'C0ACME','ts':'1.0','text':'x'}", "message_not_found"),
        arguments(
            "chat.update", "{'channel':'U0CUSTOMER','ts':'1.0','text':'x'}", "channel_not_found"),
        arguments(
            "chat.update", "{'channel':'C0ACME','ts':'WORDS','text':'x'}", "cant_update_message"),
        arguments("chat.update", "{'channel':'C0ACME','ts':'CARD'}", "no_text"),
        arguments(
            "chat.update",
            "{'channel':'C0ACME','ts':'CARD','text':'%s'}".formatted(x4001),
            "msg_too_long"),
        arguments("chat.postEphemeral", "{'channel':'C0ACME','text':'x'}", "invalid_arguments"),
        arguments(
            "chat.postEphemeral",
            "{'channel':'C0ACME','user':'U0OUTSIDER','text':'x'}",
            "user_not_in_channel"),
        arguments(
            "chat.postEphemeral",
            "{'channel':'C0ACME','user':'U0CUSTOMER','text':'%s'}".formatted("ü".repeat(2001)),
            "msg_too_long"),
        arguments("users.info", "{}", "invalid_arguments"),
        arguments("users.info", "{'user':'U0NONE'}", "user_not_found"),
        arguments("usergroups.users.list", "{'usergroup':'S0NONE'}", "no_such_subteam"),
        arguments("conversations.info", "{'channel':'C0NONE'}", "channel_not_found"),
        arguments("conversations.info", "{'channel':'C0SECRET'}", "channel_not_found"),
        arguments("conversations.members", "{'channel':'C0SECRET'}", "channel_not_found"),
        arguments("conversations.members", "{'channel':'C0ACME','cursor':'bad'}", "invalid_cursor"),
        arguments("conversations.members", "{'channel':'C0ACME','limit':0}", "invalid_limit"),
        arguments("conversations.history", "{'channel':'C0RANDOM'}", "not_in_channel"),
        arguments("conversations.history", "{'channel':'C0SECRET'}", "channel_not_found"),
        arguments(
            "conversations.history", "{'channel':'C0ACME','oldest':'x'}", "invalid_ts_oldest"),
        arguments(
            "conversations.history", "{'channel':'C0ACME','latest':'x'}", "invalid_ts_latest"),
        arguments("conversations.history", "{'channel':'C0ACME','cursor':'bad'}", "invalid_cursor"),
        arguments(
            "conversations.replies", "{'channel':'C0ACME','ts':'1.000000'}", "thread_not_found"),
        arguments("views.open", "{'view':%s}".formatted(MODAL), "invalid_arguments"),
        arguments("views.open", "{'trigger_id':'1.2.3'}", "invalid_arguments"),
        arguments(
            "views.open",
            "{'trigger_id':'1.2.3','view':%s}".formatted(MODAL),
            "invalid_trigger_id"),
        arguments(
            "views.open",
            "{'trigger_id':'1.2.3','view':%s}".formatted(MODAL.replace("'T'", "''")),
            "invalid_arguments"),
        arguments("views.update", "{'view':%s}".formatted(MODAL), "invalid_arguments"),
        arguments("views.update", "{'view_id':'V1','view':%s}".formatted(MODAL), "not_found"),
        arguments("views.update", "{'external_id':'e1','view':%s}".formatted(MODAL), "not_found"),
        arguments(
            "views.publish",
            "{'user_id':'U0NONE','view':{'type':'home','blocks':[]}}",
            "user_not_found"),
        arguments(
            "views.publish",
            "{'user_id':'U0ENGINEER','view':%s}".formatted(MODAL),
            "invalid_arguments"),
        arguments(
            "views.publish",
            "{'user_id':'U0ENGINEER','view':{'type':'home','blocks':[%s]}}"
                .formatted(
                    String.join(",", Collections.nCopies(90, SECTION.formatted("x".repeat(2990))))),
            "view_too_large"));
  }

  @ParameterizedTest
  @MethodSource
  void each_mistake_gets_its_own_error(String method, String arguments, String error) {
    String body = arguments.replace("CARD", card).replace("WORDS", words);
    JsonObject answer = rig.call(method, body);
    assertThat(answer.get("ok").getAsBoolean()).isFalse();
    assertThat(answer.get("error").getAsString()).isEqualTo(error);
    SlackCall last = rig.slack.calls().get(rig.slack.calls().size() - 1);
    assertThat(last.method()).isEqualTo(method);
    assertThat(last.answer()).isEqualTo(answer);
  }

  @Test
  void block_complaints_come_with_pointers() {
    JsonObject answer =
        rig.call("chat.postMessage", "{'channel':'C0ACME','blocks':[{'type':'section'}]}");
    assertThat(answer.getAsJsonObject("response_metadata").get("messages").toString())
        .isEqualTo("[\"[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0]\"]");
  }

  @Test
  void view_complaints_begin_with_the_whole_view() {
    JsonObject answer =
        rig.call(
            "views.open", "{'trigger_id':'1','view':%s}".formatted(MODAL.replace("'T'", "''")));
    assertThat(answer.getAsJsonObject("response_metadata").getAsJsonArray("messages"))
        .extracting(each -> each.getAsString())
        .containsExactly(
            "[ERROR] failed to match all allowed schemas [json-pointer:/view]",
            "[ERROR] must be more than 0 characters [json-pointer:/view/title/text]");
  }

  @Test
  void a_token_is_required_and_checked() {
    assertThat(rig.form("auth.test", Map.of()).body()).contains("not_authed");
    assertThat(rig.form("auth.test", Map.of("token", "xoxb-other")).body())
        .contains("invalid_auth");
    assertThat(rig.form("auth.test", Map.of("token", Rig.TOKEN)).body()).contains("\"ok\":true");
  }

  static Stream<Arguments> a_missing_scope_is_named() {
    return Stream.of(
        arguments("chat.postMessage", "{'channel':'C0ACME','text':'x'}", "chat:write"),
        arguments("users.info", "{'user':'U0ENGINEER'}", "users:read"),
        arguments("usergroups.users.list", "{'usergroup':'S0'}", "usergroups:read"),
        arguments("conversations.info", "{'channel':'C0ACME'}", "channels:read"),
        arguments("conversations.info", "{'channel':'C0OPS'}", "groups:read"),
        arguments("conversations.members", "{'channel':'C0OPS'}", "groups:read"),
        arguments("conversations.history", "{'channel':'C0ACME'}", "channels:history"),
        arguments("conversations.replies", "{'channel':'C0OPS','ts':'1.0'}", "groups:history"));
  }

  @ParameterizedTest
  @MethodSource
  void a_missing_scope_is_named(String method, String arguments, String needed) {
    rig.slack.settings().scopes(Set.of("commands"));
    JsonObject answer = rig.call(method, arguments);
    assertThat(answer.get("error").getAsString()).isEqualTo("missing_scope");
    assertThat(answer.get("needed").getAsString()).isEqualTo(needed);
    assertThat(answer.get("provided").getAsString()).isEqualTo("commands");
  }

  @Test
  void a_trigger_works_once_and_for_three_seconds_of_the_wall_clock() {
    rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup");
    String first = rig.app.last().form().get("trigger_id");
    rig.clock.advance(Duration.ofHours(1));
    rig.wall.advance(Duration.ofSeconds(3));
    assertThat(rig.open(first, Rig.json(MODAL)).get("ok").getAsBoolean()).isTrue();
    assertThat(rig.open(first, Rig.json(MODAL)).get("error").getAsString())
        .isEqualTo("exchanged_trigger_id");
    rig.slack.type("U0ENGINEER", "C0ACME", "/aws-setup");
    String second = rig.app.last().form().get("trigger_id");
    rig.wall.advance(Duration.ofMillis(3001));
    assertThat(rig.open(second, Rig.json(MODAL)).get("error").getAsString())
        .isEqualTo("expired_trigger_id");
  }

  @Test
  void an_update_with_an_old_hash_is_refused() {
    JsonObject view = rig.open("U0ENGINEER", MODAL);
    String update = "{'view_id':'%s','hash':'%s','view':%s}";
    String body =
        update.formatted(view.get("id").getAsString(), view.get("hash").getAsString(), MODAL);
    assertThat(rig.call("views.update", body).get("ok").getAsBoolean()).isTrue();
    assertThat(rig.call("views.update", body).get("error").getAsString())
        .isEqualTo("hash_conflict");
  }

  @Test
  void an_external_id_names_one_view_only() {
    String named = MODAL.replace("'blocks'", "'external_id':'e1','blocks'");
    rig.open("U0ENGINEER", named);
    rig.slack.type("U0SECOND", "C0ACME", "/aws-setup");
    String trigger = rig.app.last().form().get("trigger_id");
    assertThat(rig.open(trigger, Rig.json(named)).get("error").getAsString())
        .isEqualTo("duplicate_external_id");
    assertThat(
            rig.call("views.update", "{'external_id':'e1','view':%s}".formatted(named))
                .get("ok")
                .getAsBoolean())
        .isTrue();
  }

  @Test
  void a_message_in_an_archived_channel_cannot_be_edited() {
    rig.workspace().put(rig.workspace().channel("C0ACME").archive());
    String body = "{'channel':'C0ACME','ts':'%s','text':'x'}".formatted(card);
    assertThat(rig.call("chat.update", body).get("error").getAsString()).isEqualTo("is_inactive");
  }

  @Test
  void a_long_text_is_cut_and_counts_as_a_problem() {
    String text = "x".repeat(40_001);
    JsonObject answer =
        rig.call("chat.postMessage", "{'channel':'C0ACME','text':'%s'}".formatted(text));
    assertThat(answer.getAsJsonObject("message").get("text").getAsString()).hasSize(40_000);
    assertThat(rig.slack.problems()).hasSize(1);
  }
}
