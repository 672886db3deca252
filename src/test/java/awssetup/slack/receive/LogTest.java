package awssetup.slack.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.http.HttpServer;
import awssetup.setup.Secret;
import awssetup.testkit.Signed;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogTest {

  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) ";
  private static final Logger log = LoggerFactory.getLogger(LogTest.class);

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void stop_listening() {
    System.setErr(before);
  }

  @Test
  void a_line_has_time_level_logger_and_message() {
    log.info("Started with {} setups", 3);
    assertThat(printed()).matches(TIME + "INFO  LogTest: Started with 3 setups\n");
  }

  @Test
  void information_has_no_trace_and_a_warning_a_short_one() {
    log.info("Hm", new IllegalStateException("away"));
    assertThat(printed()).matches(TIME + "INFO  LogTest: Hm\n");
    printed.reset();
    log.warn("Hm", new IllegalStateException("away", new IllegalArgumentException("odd")));
    assertThat(printed())
        .matches(
            TIME
                + "WARN  LogTest: Hm \\| java.lang.IllegalStateException: away \\| at .*"
                + "Caused by: java.lang.IllegalArgumentException: odd \\| at .*\n")
        .hasLineCount(1);
  }

  @Test
  void a_text_cannot_pass_for_another_line() {
    log.info("typed: {}", "a\r\n2026-11-23T09:00:00.000Z ERROR Main: gone");
    log.error("typed: {}", "b\n c", new IllegalStateException("d\ne"));
    assertThat(printed().lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xoxb-123-hush",
        "xoxe.xoxp-1-hush",
        "xapp-1-A1-hush",
        "https://hooks.slack.com/commands/T1/1/hush",
        "wss://wss-primary.slack.com/link/?ticket=hush&app_id=1"
      })
  void tokens_and_addresses_of_slack_are_cut_out(String secret) {
    log.info("using {} now", secret);
    log.error("using {} now", secret, new IllegalStateException("refused " + secret));
    assertThat(printed().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("(secret)"))
        .noneMatch(line -> line.contains("hush"));
  }

  @Test
  void the_libraries_that_print_payloads_or_chatter_are_quiet() {
    assertThat(
            LoggerFactory.getLogger("com.slack.api.bolt.util.SlackRequestParser").isErrorEnabled())
        .isFalse();
    assertThat(LoggerFactory.getLogger("com.slack.api.bolt.App").isWarnEnabled()).isFalse();
    for (String name :
        List.of(
            "com.slack.api.Slack",
            "com.slack.api.socket_mode.SocketModeClient",
            "com.github.kagkarlsson.scheduler.Scheduler",
            "com.zaxxer.hikari.HikariDataSource",
            "org.eclipse.jetty.server.Server",
            "org.flywaydb.core.FlywayExecutor",
            "software.amazon.awssdk.request")) {
      assertThat(LoggerFactory.getLogger(name).isInfoEnabled()).as(name).isFalse();
      assertThat(LoggerFactory.getLogger(name).isWarnEnabled()).as(name).isTrue();
    }
  }

  @Test
  void no_payload_reaches_the_log_however_odd_it_is() throws Exception {
    App app =
        new App(
            AppConfig.builder()
                .singleTeamBotToken("xoxb-hush")
                .clientId(null)
                .clientSecret(null)
                .build(),
            new ArrayList<>(
                List.of(
                    new ExplainFailures(
                        "Sorry, that did not work, reference: "::concat, Runnable::run))));
    SlackEndpoint endpoint =
        new SlackEndpoint(app, new Secret("hush-secret"), InstantSource.system());
    try (HttpServer server =
        HttpServer.on(0)
            .host("127.0.0.1")
            .servlet(SlackEndpoint.PATH, endpoint.servlet(), endpoint.filter())
            .start()) {
      Signed slack =
          new Signed(
              URI.create("http://127.0.0.1:" + server.port() + "/slack/events"), "hush-secret");
      for (String body :
          List.of(
              "hush",
              "[\"hush\"]",
              "{\"type\":\"hush\"}",
              "{\"type\":[\"hush\"]}",
              "{\"type\":\"event_callback\",\"event\":\"hush\"}",
              "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"text\":\"hush\"}}",
              "payload=hush",
              "payload=%7B%22type%22%3A%22hush%22%7D",
              "payload=%7B%22type%22%3A%22block_actions%22%2C%22x%22%3A%22hush%22%7D",
              "command=%2Fgone&text=hush&response_url=https%3A%2F%2Fhooks.slack.com%2Fhush",
              "ssl_check=1&token=hush")) {
        slack.post("application/json", body, Instant.now());
      }
    }
    assertThat(printed().lines()).hasSize(10).noneMatch(line -> line.contains("hush"));
  }

  private String printed() {
    return printed.toString(UTF_8).replace("\r\n", "\n");
  }
}
