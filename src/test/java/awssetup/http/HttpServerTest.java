package awssetup.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import awssetup.setup.Secret;
import awssetup.slack.receive.ExplainFailures;
import awssetup.slack.receive.SlackEndpoint;
import awssetup.testkit.Signed;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(PER_CLASS) // one server serves all tests
class HttpServerTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Map<String, String> COMMAND =
      Map.of(
          "command",
          "/aws-setup",
          "text",
          "status – Jörg 🚀",
          "user_id",
          "U0ENGINEER",
          "team_id",
          "T0HOME");

  private final List<String> heard = new ArrayList<>();
  private final App app =
      new App(
          AppConfig.builder()
              .singleTeamBotToken("xoxb-1")
              .signingSecret(null)
              .clientId(null)
              .clientSecret(null)
              .build(),
          new ArrayList<>(
              List.of(
                  new ExplainFailures(
                      "Sorry, that did not work, reference: "::concat, Runnable::run))));
  private HttpServer server;
  private Signed slack;

  @BeforeAll
  void start() throws IOException {
    app.command(
        "/aws-setup",
        (request, ctx) -> {
          heard.add(request.getPayload().getText());
          return ctx.ack("heard – " + request.getPayload().getText());
        });
    app.command("/plain", (request, ctx) -> Response.ok("Grüße"));
    app.command(
        "/broken",
        (request, ctx) -> {
          throw new IllegalStateException("hush");
        });
    SlackEndpoint endpoint = new SlackEndpoint(app, new Secret(SECRET), InstantSource.fixed(NOW));
    server =
        HttpServer.on(0)
            .host("127.0.0.1")
            .servlet(SlackEndpoint.PATH, endpoint.servlet(), endpoint.filter())
            .page("/health", () -> Page.ok("ok\n"))
            .start();
    slack = new Signed(at("/slack/events"), SECRET);
  }

  @BeforeEach
  void forget() {
    heard.clear();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_signed_command_reaches_its_handler_and_its_answer_slack() {
    HttpResponse<String> answer = slack.command(COMMAND);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).isEqualToIgnoringCase("application/json;charset=utf-8"));
    assertThat(answer.body()).contains("heard – status – Jörg 🚀");
    assertThat(heard).containsExactly("status – Jörg 🚀");
  }

  @Test
  void plain_text_goes_out_as_utf_8() {
    HttpResponse<String> answer = slack.command(Map.of("command", "/plain"));
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase())
        .isEqualTo("text/plain;charset=utf-8");
    assertThat(answer.body()).isEqualTo("Grüße");
  }

  @Test
  void slack_may_verify_the_url() {
    HttpResponse<String> answer =
        slack.event("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}\n");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("3eZbrw1a");
  }

  @ParameterizedTest
  @CsvSource({"-300, 200", "300, 200", "-301, 401", "301, 401", "-86400, 401", "86400, 401"})
  void a_timestamp_counts_for_five_minutes_on_both_sides(long seconds, int status) {
    assertThat(
            slack
                .post(
                    "application/x-www-form-urlencoded",
                    Signed.form(COMMAND),
                    NOW.plusSeconds(seconds))
                .statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-1",
        "1e9",
        "99999999999",
        "999999999999999999999",
        "17e8",
        " 1700000000x"
      })
  void a_missing_or_malformed_timestamp_is_refused(String timestamp) {
    assertRefused(post(timestamp, slack.signature(timestamp, "x".getBytes(UTF_8)), "x"));
  }

  @Test
  void a_signature_that_does_not_fit_is_refused() {
    String timestamp = String.valueOf(NOW.getEpochSecond());
    String body = Signed.form(COMMAND);
    String right = slack.signature(timestamp, body.getBytes(UTF_8));
    assertThat(post(timestamp, right, body).statusCode()).isEqualTo(200);
    assertRefused(post(timestamp, right, body + " "));
    assertRefused(post(timestamp, right + "0", body));
    assertRefused(post(timestamp, right.substring(3), body));
    assertRefused(post(timestamp, "", body));
    assertRefused(post(String.valueOf(NOW.getEpochSecond() + 1), right, body));
    assertRefused(
        post(
            timestamp,
            new Signed(slack.events(), "another").signature(timestamp, body.getBytes(UTF_8)),
            body));
    assertThat(heard).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssl_check=1", "[1]", "{", "", "payload=%7B%7D", "command=%2Faws-setup"})
  void nothing_unsigned_is_even_read(String body) {
    assertRefused(
        Signed.send(
            HttpRequest.newBuilder(slack.events()).POST(BodyPublishers.ofString(body)).build()));
    assertThat(heard).isEmpty();
  }

  @Test
  void the_trailing_line_break_of_a_body_is_signed_too() {
    assertThat(
            slack
                .post(
                    "application/json",
                    "{\"type\":\"url_verification\",\"challenge\":\"c\"}\r\n\n",
                    NOW)
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[1]",
        "[",
        "{}",
        "{\"type\":1}",
        "{\"type\":null}",
        "{\"type\":[]}",
        "not json",
        "a=b",
        "payload=x",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":[]}",
        "{\"type\":\"event_callback\",\"event\":{}}",
        "payload=%5B1%5D",
        "payload=%7B%7D",
        "payload=null",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%22type%22%3A%22view_submission%22%7D",
        "payload=%7B%22type%22%3A%22view_closed%22%7D",
        "payload=%7B%22type%22%3A%22unheard_of%22%7D",
        "payload=%zz",
        "command=%zz",
        "command="
      })
  void a_signed_payload_that_makes_no_sense_is_a_bad_request_without_a_stack_trace(String body) {
    HttpResponse<String> answer = slack.post("application/json", body, NOW);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).hasSizeLessThan(60).doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"a\":",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_home_opened\",\"tab\":[",
        "payload=%5B",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B",
        "payload=%7B%22type%22%3A%22view_submission%22%2C%22view%22%3A%7B%22state%22%3A%5B"
      })
  void nesting_too_deep_for_the_parser_is_a_bad_request(String opening) {
    int levels = 10_000;
    String level = opening.startsWith("payload") ? "%5B%7B%22a%22%3A" : "[{\"a\":";
    String closing = opening.startsWith("payload") ? "%7D%5D" : "}]";
    for (String body :
        List.of(
            opening + level.repeat(levels),
            opening + level.repeat(levels) + "1" + closing.repeat(levels))) {
      HttpResponse<String> answer = slack.post("application/json", body, NOW);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertPlainLine(answer);
    }
  }

  @Test
  void slack_may_check_the_certificate() {
    HttpResponse<String> answer = slack.command(Map.of("ssl_check", "1", "token", "old"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void an_event_without_a_handler_is_acknowledged_so_that_slack_does_not_repeat_it() {
    assertThat(
            slack
                .event("{\"type\":\"event_callback\",\"event\":{\"type\":\"tokens_revoked\"}}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_unknown_button_or_command_is_not_found() {
    assertThat(slack.command(Map.of("command", "/unheard-of")).statusCode()).isEqualTo(404);
    assertThat(
            slack
                .interaction(
                    "{\"type\":\"block_actions\",\"user\":{\"id\":\"U0\"},\"actions\":[{\"action_id\":\"gone\"}]}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_body_over_a_mebibyte_is_refused() throws IOException {
    String body = "a".repeat(1024 * 1024 + 1);
    assertThat(slack.post("application/json", body, NOW).statusCode()).isEqualTo(413);
    HttpRequest chunked =
        HttpRequest.newBuilder(slack.events())
            .header("X-Slack-Request-Timestamp", String.valueOf(NOW.getEpochSecond()))
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)))
            .build();
    assertThat(Signed.send(chunked).statusCode()).isEqualTo(413);
    assertThat(slack.post("application/json", body.substring(1), NOW).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /slack/events,  405",
    "PUT,    /slack/events,  405",
    "TRACE_, /slack/events,  405",
    "POST,   /health,        405",
    "OPTIONS, /health,       405",
    "GET,    /,              404",
    "GET,    /slack/events/, 404",
    "POST,   /slack,         404",
    "GET,    /health/x,      404"
  })
  void other_methods_and_paths_are_not_served(String method, String path, int status) {
    HttpResponse<String> answer =
        Signed.send(
            HttpRequest.newBuilder(at(path)).method(method, BodyPublishers.noBody()).build());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertPlainLine(answer);
  }

  @Test
  void a_page_does_not_tell_what_software_serves_it() {
    HttpResponse<String> answer = Signed.send(HttpRequest.newBuilder(at("/health")).build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ok\n");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
  }

  @Test
  void without_slack_only_the_given_pages_are_served() throws IOException {
    try (HttpServer small =
        HttpServer.on(0)
            .page("/health", () -> Page.of("application/json", "{\"ok\":true}"))
            .page("/ready", () -> Page.unavailable("watch: not yet\n"))
            .page(
                "/metrics",
                () -> {
                  throw new IllegalStateException("hush");
                })
            .start()) {
      URI base = URI.create("http://127.0.0.1:" + small.port());
      HttpResponse<String> health =
          Signed.send(HttpRequest.newBuilder(base.resolve("/health")).build());
      assertThat(health.body()).isEqualTo("{\"ok\":true}");
      assertThat(health.headers().firstValue("Content-Type")).contains("application/json");
      HttpResponse<String> ready =
          Signed.send(HttpRequest.newBuilder(base.resolve("/ready")).build());
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("watch: not yet\n");
      HttpResponse<String> metrics =
          Signed.send(HttpRequest.newBuilder(base.resolve("/metrics")).build());
      assertThat(metrics.statusCode()).isEqualTo(503);
      assertPlainLine(metrics);
      assertThat(new Signed(base.resolve("/slack/events"), SECRET).command(COMMAND).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void garbage_instead_of_http_is_answered_with_a_plain_line() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: a b\r\nHost: c\r\n\r\n".getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Jetty", "Exception", "<html");
    }
  }

  @Test
  void bodies_that_never_end_block_no_other_request() throws IOException {
    String unfinished =
        "POST /slack/events HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Length: 9000\r\n"
            + "X-Slack-Request-Timestamp: "
            + NOW.getEpochSecond()
            + "\r\n\r\npayload=";
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = new Socket("127.0.0.1", server.port());
        sockets.add(socket);
        socket.getOutputStream().write(unfinished.getBytes(UTF_8));
      }
      assertThat(CompletableFuture.supplyAsync(() -> slack.command(COMMAND)))
          .succeedsWithin(Duration.ofSeconds(5))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(200);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void stopping_lets_a_running_handler_finish() throws Exception {
    CompletableFuture<Void> running = new CompletableFuture<>();
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    app.command(
        "/slow",
        (request, ctx) -> {
          running.complete(null);
          goOn.join();
          return ctx.ack("done");
        });
    SlackEndpoint endpoint = new SlackEndpoint(app, new Secret(SECRET), InstantSource.system());
    HttpServer stopping =
        HttpServer.on(0)
            .host("127.0.0.1")
            .servlet(SlackEndpoint.PATH, endpoint.servlet(), endpoint.filter())
            .start();
    Signed toStopping =
        new Signed(URI.create("http://127.0.0.1:" + stopping.port() + "/slack/events"), SECRET);
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> toStopping.command(Map.of("command", "/slow")));
    running.get(10, TimeUnit.SECONDS);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(stopping::close);
    goOn.complete(null);
    assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains("done");
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(15));
  }

  @Test
  void a_taken_port_is_named() {
    assertThatIOException()
        .isThrownBy(() -> HttpServer.on(server.port()).host("127.0.0.1").start())
        .withMessageContaining(String.valueOf(server.port()));
  }

  private void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertPlainLine(answer);
  }

  private static void assertPlainLine(HttpResponse<String> answer) {
    assertThat(answer.body()).matches("[A-Za-z ]+\n");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
  }

  private HttpResponse<String> post(String timestamp, String signature, String body) {
    return Signed.send(
        HttpRequest.newBuilder(slack.events())
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
