package awssetup.slack.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.slack.handlers.Caller.Answer;
import awssetup.testkit.LogWatch;
import awssetup.testkit.People;
import awssetup.testkit.Signed;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One signed request of each kind that makes no sense: the answer has no stack trace, nothing is
 * stored, and the log gets one line at most.
 */
class OddRequestsTest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir static Path directory;
  private static Caller caller;
  private static String setup;
  private LogWatch log;

  @BeforeAll
  static void open() {
    caller = new Caller(directory, Map.of());
    setup = caller.started(People.ACME, "transfer_billing");
    caller.settle();
  }

  @AfterAll
  static void close() {
    caller.close();
  }

  @BeforeEach
  void listen() {
    log = LogWatch.begin();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  static Stream<Arguments> odd() {
    String press =
        "{'type':'block_actions','user':{'id':'U0ENGINEER'},'channel':{'id':'C0ACME'},'actions':%s}";
    String submission = "{'type':'view_submission','user':{'id':'U0ENGINEER'},'view':%s}";
    return Stream.of(
        odd("no content type that Slack uses", "text/html", "<p>", 400, 404),
        odd("a form in parts", "multipart/form-data; boundary=x", "--x--", 400, 404),
        odd("an empty body", JSON, "", 400, 404),
        odd("JSON that ends too soon", JSON, "{\"type\":\"event_callback\",", 400, 400),
        odd("a list", JSON, "[1]", 400, 400),
        odd("a number", JSON, "7", 400, 400),
        odd("a type that is a list", JSON, "{\"type\":[\"event_callback\"]}", 400, 400),
        odd("an event without an event", JSON, "{\"type\":\"event_callback\"}", 200, 400),
        odd(
            "an event of an unknown type",
            JSON,
            "{\"type\":\"event_callback\",\"event\":{\"type\":\"moon_rise\"}}",
            200,
            200),
        odd(
            "a channel's event without its channel",
            JSON,
            "{\"type\":\"event_callback\",\"event\":{\"type\":\"channel_archive\"}}",
            200,
            400),
        odd("a deep nest", JSON, "[".repeat(50_000) + "]".repeat(50_000), 400, 400),
        odd("a deep nest in a payload", payload("{'a':".repeat(9_000) + "1" + "}".repeat(9_000))),
        odd("a payload that is no JSON", payload("{'type':")),
        odd("a payload of an unknown type", payload("{'type':'moon_rise'}")),
        odd("a press without actions", payload(press.formatted("[]"))),
        odd("a press whose actions are a text", payload(press.formatted("'x'"))),
        odd(
            "a press of an unknown button",
            payload(press.formatted("[{'action_id':'launch','value':'" + setup + "'}]"))),
        odd(
            "a press whose value is a tree",
            payload(press.formatted("[{'action_id':'check_now','value':{'a':[1]}}]"))),
        odd("a press without a value", payload(press.formatted("[{'action_id':'check_now'}]"))),
        odd("a submission without a view", payload("{'type':'view_submission'}")),
        odd(
            "a submission of an unknown form",
            payload(submission.formatted("{'callback_id':'launch'}"))),
        odd(
            "a submission without fields",
            payload(
                submission.formatted(
                    "{'callback_id':'transfer_details','private_metadata':'" + setup + "'}"))),
        odd(
            "a submission whose metadata is none of ours",
            payload(
                submission.formatted(
                    "{'callback_id':'cancel_setup','private_metadata':'../../etc'}"))),
        odd("an unknown command", "command=%2Flaunch&user_id=U0ENGINEER&channel_id=C0ACME"),
        odd("a command without a user", "command=%2Faws-setup&text=status"),
        odd("an empty form", "a=b"),
        odd("broken escapes", "payload=%zz%"),
        odd("a check of the certificate", "ssl_check=1&token=x"));
  }

  private static Arguments odd(String what, String contentType, String body, int from, int to) {
    return Arguments.of(what, contentType, body, from, to);
  }

  private static Arguments odd(String what, String form) {
    return Arguments.of(what, FORM, form, 200, 404);
  }

  private static String payload(String json) {
    return Signed.form(Map.of("payload", json.replace('\'', '"')));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void is_answered_plainly_and_changes_nothing(
      String what, String contentType, String body, int from, int to) {
    String before = caller.stored();
    Answer answer = caller.raw(contentType, body);
    assertThat(answer.status()).isBetween(from, to);
    assertThat(answer.status())
        .satisfiesAnyOf(
            status -> assertThat(status).isBetween(200, 299),
            status -> assertThat(status).isBetween(400, 499));
    assertThat(answer.body()).doesNotContain("\tat ", "Exception", "java.", "com.slack");
    assertThat(caller.stored()).isEqualTo(before);
    assertThat(log.lines()).as("log lines").hasSizeLessThanOrEqualTo(1);
  }
}
