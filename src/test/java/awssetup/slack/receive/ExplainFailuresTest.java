package awssetup.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.Signed;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainFailuresTest {

  private static final String SORRY = "Sorry, something went wrong on our side";

  private final List<Runnable> later = new ArrayList<>();
  private final AppConfig config =
      AppConfig.builder().singleTeamBotToken("xoxb-1").clientId(null).clientSecret(null).build();
  private final App app =
      new App(
          config,
          new ArrayList<>(
              List.of(
                  new ExplainFailures(
                      "Sorry, something went wrong on our side, reference: "::concat,
                      later::add))));
  private RuntimeException failure = new IllegalStateException("the database is away");

  @BeforeEach
  void every_handler_fails() {
    app.command("/aws-setup", (request, ctx) -> fail());
    app.command("/silent", (request, ctx) -> null);
    app.blockAction("check_now", (request, ctx) -> fail());
    app.viewSubmission("transfer_details", (request, ctx) -> fail());
    app.event(AppHomeOpenedEvent.class, (payload, ctx) -> fail());
  }

  @Test
  void only_the_person_who_typed_a_command_is_told() throws Exception {
    Response answer = run("command=%2Faws-setup&text=x");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    JsonObject said = json(answer);
    assertThat(said.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(said.get("text").getAsString())
        .startsWith(SORRY)
        .containsPattern("reference: [0-9a-f]{6}$")
        .doesNotContain("database");
  }

  @Test
  void a_handler_without_an_answer_counts_as_failed() throws Exception {
    assertThat(json(run("command=%2Fsilent&text=x")).get("text").getAsString()).startsWith(SORRY);
  }

  @Test
  void a_modal_stays_open_with_the_sentence_on_its_first_input() throws Exception {
    Response answer =
        run(
            """
            {"type":"view_submission","user":{"id":"U0"},"view":{"type":"modal","callback_id":"transfer_details","blocks":[
              {"type":"section","block_id":"intro","text":{"type":"plain_text","text":"x"}},
              {"type":"input","block_id":"account_id","element":{"type":"plain_text_input"}},
              {"type":"input","block_id":"contact_name","element":{"type":"plain_text_input"}}]}}\
            """);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(json(answer).get("response_action").getAsString()).isEqualTo("errors");
    JsonObject errors = json(answer).getAsJsonObject("errors");
    assertThat(errors.keySet()).containsExactly("account_id");
    assertThat(errors.get("account_id").getAsString()).startsWith(SORRY);
  }

  @Test
  void a_modal_without_inputs_is_left_to_slacks_own_words() throws Exception {
    Response answer =
        run(
            "{\"type\":\"view_submission\",\"user\":{},\"view\":{\"type\":\"modal\",\"callback_id\":\"transfer_details\"}}");
    assertThat(answer.getStatusCode()).isEqualTo(500);
    assertThat(answer.getBody()).isNull();
  }

  @Test
  void a_press_is_acknowledged_first_and_then_only_that_person_is_told() throws Exception {
    AtomicReference<String> posted = new AtomicReference<>();
    HttpServer slack =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack.createContext("/", exchange -> answerOk(exchange, posted));
    slack.start();
    try {
      Response answer =
          run(press("http://127.0.0.1:" + slack.getAddress().getPort() + "/actions/1"));
      assertThat(answer.getStatusCode()).isEqualTo(200);
      assertThat(answer.getBody()).isNull();
      assertThat(posted).hasNullValue();

      later.forEach(Runnable::run);
      JsonObject said = JsonParser.parseString(posted.get()).getAsJsonObject();
      assertThat(said.get("text").getAsString()).startsWith(SORRY);
      assertThat(said.get("response_type").getAsString()).isEqualTo("ephemeral");
      assertThat(said.get("replace_original").getAsBoolean()).isFalse();
    } finally {
      slack.stop(0);
    }
  }

  @Test
  void an_explanation_that_cannot_be_posted_does_no_harm() throws Exception {
    assertThat(run(press("http://127.0.0.1:1/gone")).getStatusCode()).isEqualTo(200);
    later.forEach(Runnable::run);
  }

  @Test
  void an_event_is_left_for_slack_to_repeat() throws Exception {
    String opened =
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_home_opened\",\"user\":\"U0\"}}";
    assertThat(run(opened).getStatusCode()).isEqualTo(500);
    failure = new NullPointerException("no such field");
    assertThat(run(opened).getStatusCode()).isEqualTo(400);
  }

  @Test
  void an_event_without_a_handler_is_taken() throws Exception {
    assertThat(
            run("{\"type\":\"event_callback\",\"event\":{\"type\":\"tokens_revoked\"}}")
                .getStatusCode())
        .isEqualTo(200);
  }

  private static String press(String responseUrl) {
    return """
    {"type":"block_actions","user":{"id":"U0"},"response_url":"%s","actions":[{"action_id":"check_now"}]}\
    """
        .formatted(responseUrl);
  }

  private Response fail() {
    throw failure;
  }

  private Response run(String body) throws Exception {
    String sent =
        body.contains("event_callback") || !body.startsWith("{")
            ? body
            : Signed.form(Map.of("payload", body));
    return app.run(
        new SlackRequestParser(config)
            .parse(
                SlackRequestParser.HttpRequest.builder()
                    .requestUri("/slack/events")
                    .requestBody(sent)
                    .headers(new RequestHeaders(Map.of()))
                    .build()));
  }

  private static JsonObject json(Response answer) {
    return JsonParser.parseString(answer.getBody()).getAsJsonObject();
  }

  private static void answerOk(HttpExchange exchange, AtomicReference<String> posted)
      throws IOException {
    posted.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
