package awssetup.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
  private final FakeClockPanel clock = new FakeClockPanel();
  private final FakeAwsPanel aws = new FakeAwsPanel(clock);
  private final FakeSlackPanel slack = new FakeSlackPanel(clock, aws);
  private final HttpClient http = HttpClient.newHttpClient();
  private PageServer page;

  @BeforeEach
  void start() throws IOException {
    page = PageServer.start(0, slack, aws, clock);
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @Test
  void the_root_redirects_to_the_page() throws Exception {
    HttpResponse<String> answer = get("/");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains("/sandbox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sandbox", "/sandbox/app.js", "/sandbox/style.css", "/sandbox/icon.svg"})
  void serves_the_files_uncached_under_a_strict_policy(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotBlank();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
  }

  @Test
  void each_file_has_its_content_type() throws Exception {
    assertThat(contentType("/sandbox")).isEqualTo("text/html; charset=utf-8");
    assertThat(contentType("/sandbox/app.js")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(contentType("/sandbox/style.css")).isEqualTo("text/css; charset=utf-8");
    assertThat(contentType("/sandbox/icon.svg")).isEqualTo("image/svg+xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/other",
        "/sandbox/nothing.js",
        "/sandbox/../PageServer.class",
        "/sandbox/%2e%2e/PageServer.class",
        "/sandbox/api/nothing",
        "/sandbox/api/slack/nothing"
      })
  void an_unknown_path_is_not_found(String path) throws Exception {
    assertRefused(get(path), 404);
  }

  @Test
  void a_get_request_does_not_act() throws Exception {
    assertRefused(get("/sandbox/api/slack/type"), 405);
    assertRefused(post("/sandbox/api/aws", "{}"), 405);
    assertRefused(post("/sandbox/nothing", "{}"), 404);
  }

  @Test
  void returns_each_panels_snapshot_unchanged() throws Exception {
    JsonObject seen = json(get("/sandbox/api/slack?as=U0ENGINEER&channel=C0GLOBEX"));
    assertThat(seen).isEqualTo(slack.snapshot("U0ENGINEER", "C0GLOBEX"));
    assertThat(json(get("/sandbox/api/aws"))).isEqualTo(aws.snapshot());
    assertThat(json(get("/sandbox/api/clock"))).isEqualTo(clock.snapshot());
  }

  @Test
  void passes_on_what_people_type_unchanged() throws Exception {
    HttpResponse<String> answer =
        post(
            "/sandbox/api/slack/type",
            """
            {"as": "U0CUSTOMER", "channel": "C0ACME", "text": "Grüße & <b> \\"x\\" 🎉"}
            """);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    assertThat(slack.actions).containsExactly("type U0CUSTOMER C0ACME Grüße & <b> \"x\" 🎉");
  }

  @Test
  void passes_on_field_errors() throws Exception {
    JsonObject answer =
        json(
            post(
                "/sandbox/api/slack/submit",
                """
                {"as": "U0CUSTOMER", "view_id": "V0DETAILS",
                 "values": {"account_id": {"account_id": {"type": "plain_text_input", "value": "12"}}}}
                """));
    assertThat(answer.get("ok").getAsBoolean()).isFalse();
    assertThat(answer.getAsJsonObject("errors").get("account_id").getAsString())
        .contains("12 digits");
  }

  @Test
  void a_refusal_by_a_panel_is_a_clean_error() throws Exception {
    assertRefused(get("/sandbox/api/slack?as=U0NOBODY"), 400);
    assertRefused(post("/sandbox/api/aws/accept", "{\"handshakeId\": \"h-none\"}"), 400);
    aws.invite("222233334444");
    String open = "{\"handshakeId\": \"h-examplehandshake0\"}";
    assertThat(post("/sandbox/api/aws/decline", open).statusCode()).isEqualTo(200);
    assertThat(assertRefused(post("/sandbox/api/aws/accept", open), 409))
        .isEqualTo("This invitation is no longer open.");
  }

  @Test
  void a_sign_up_answers_with_the_new_accounts_id() throws Exception {
    JsonObject answer =
        json(
            post(
                "/sandbox/api/aws/sign_up",
                "{\"name\": \"Acme cloud\", \"email\": \"aws-new@acme.example\"}"));
    assertThat(answer.get("accountId").getAsString()).matches("[0-9]{12}");
    assertThat(aws.actions).containsExactly("sign up Acme cloud aws-new@acme.example");
    String wrong = "{\"name\": \"Acme cloud\", \"email\": \"aws-new\"}";
    assertThat(assertRefused(post("/sandbox/api/aws/sign_up", wrong), 400)).contains("e-mail");
    assertRefused(post("/sandbox/api/aws/sign_up", "{\"name\": \"Acme cloud\"}"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[1]", "{", "{\"as\": {}}", "{\"as\": \"U0ENGINEER\"}"})
  void a_malformed_request_is_refused(String body) throws Exception {
    assertRefused(post("/sandbox/api/slack/type", body), 400);
    assertThat(slack.actions).isEmpty();
  }

  @Test
  void a_huge_request_is_refused() throws Exception {
    assertRefused(post("/sandbox/api/slack/type", "x".repeat(300_000)), 413);
  }

  @Test
  void the_clock_moves_by_a_step_or_to_a_given_time() throws Exception {
    long start = clock.epoch();
    assertThat(post("/sandbox/api/clock", "{\"advance\": \"PT1H\"}").statusCode()).isEqualTo(200);
    assertThat(clock.epoch()).isEqualTo(start + 3_600);
    post("/sandbox/api/clock", "{\"to\": %d}".formatted(start + 7_200));
    assertThat(clock.epoch()).isEqualTo(start + 7_200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"advance\": \"soon\"}",
        "{\"advance\": \"PT-1H\"}",
        "{\"advance\": \"P400D\"}",
        "{\"to\": \"soon\"}",
        "{\"to\": 9999999999}",
        "{\"to\": 99999999999999999}"
      })
  void the_clock_refuses_invalid_input(String body) throws Exception {
    long start = clock.epoch();
    assertRefused(post("/sandbox/api/clock", body), 400);
    assertThat(clock.epoch()).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil", "[::2]", ""})
  void another_name_for_this_computer_is_refused(String host) throws Exception {
    assertThat(statusWithHost(host)).contains("403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost:8080", "LOCALHOST", "[::1]:3000"})
  void loopback_names_are_served(String host) throws Exception {
    assertThat(statusWithHost(host)).contains("200");
  }

  @Test
  void a_request_from_another_site_is_refused() throws Exception {
    String body = "{\"advance\": \"PT1H\"}";
    for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
      assertRefused(send(request("/sandbox/api/clock").header("Origin", origin), body), 403);
    }
    String own = "http://" + page.url().getAuthority();
    HttpResponse<String> answer = send(request("/sandbox/api/clock").header("Origin", own), body);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void every_open_page_is_told_of_a_change() throws Exception {
    HttpRequest events = request("/sandbox/events").build();
    HttpResponse<java.io.InputStream> stream = http.send(events, BodyHandlers.ofInputStream());
    assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      assertThat(nextEvent(lines)).isEqualTo("event: change\ndata: {}\n");
      page.changed();
      assertThat(nextEvent(lines)).isEqualTo("event: change\ndata: {}\n");
      post("/sandbox/api/clock", "{\"advance\": \"PT1H\"}");
      assertThat(nextEvent(lines)).isEqualTo("event: change\ndata: {}\n");
    }
  }

  @Test
  void closing_ends_the_event_streams() throws Exception {
    HttpResponse<java.io.InputStream> stream =
        http.send(request("/sandbox/events").build(), BodyHandlers.ofInputStream());
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      nextEvent(lines);
      page.close();
      assertThat(restOf(lines)).doesNotContain("data");
    }
  }

  private static String restOf(BufferedReader lines) {
    try {
      return String.valueOf(lines.readLine());
    } catch (IOException cut) {
      return "";
    }
  }

  /** The next event, without the retry advice and heartbeats between events. */
  private static String nextEvent(BufferedReader lines) throws IOException {
    StringBuilder event = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() && event.length() > 0) {
        return event.toString();
      }
      if (!line.isEmpty() && !line.startsWith("retry") && !line.startsWith(":")) {
        event.append(line).append('\n');
      }
    }
    throw new IOException("the stream ended");
  }

  private String statusWithHost(String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", page.url().getPort())) {
      String request = "GET /sandbox/api/aws HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(host).getBytes(UTF_8));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }
  }

  private String contentType(String path) throws Exception {
    return get(path).headers().firstValue("Content-Type").orElseThrow();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path), body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String body) throws Exception {
    return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d%s".formatted(page.url().getPort(), path)));
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static String assertRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonObject refusal = json(answer);
    assertThat(refusal.get("ok").getAsBoolean()).isFalse();
    return refusal.get("error").getAsString();
  }
}
