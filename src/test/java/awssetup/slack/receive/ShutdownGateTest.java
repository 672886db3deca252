package awssetup.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.Signed;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShutdownGateTest {
  private static final String LATER = "The bot is restarting";

  private final AppConfig config =
      AppConfig.builder().singleTeamBotToken("xoxb-1").clientId(null).clientSecret(null).build();
  private final ShutdownGate gate = new ShutdownGate(() -> LATER, Runnable::run);
  private final App app = new App(config, new ArrayList<>(List.of(gate)));
  private final CompletableFuture<Void> inside = new CompletableFuture<>();
  private final CompletableFuture<Void> goOn = new CompletableFuture<>();

  @BeforeEach
  void handlers() {
    app.command("/quick", (request, ctx) -> ctx.ack("done"));
    app.command(
        "/slow",
        (request, ctx) -> {
          inside.complete(null);
          goOn.join();
          return ctx.ack("done");
        });
    app.viewSubmission("start_setup", (request, ctx) -> ctx.ack());
    app.event(AppHomeOpenedEvent.class, (payload, ctx) -> ctx.ack());
  }

  @Test
  void it_is_open_at_first() throws Exception {
    assertThat(run("command=%2Fquick&text=x").getBody()).contains("done");
  }

  @Test
  void it_notices_when_requests_come_fast() throws Exception {
    run("command=%2Fquick&text=x");
    assertThat(gate.isRushed()).isFalse();
    do {
      run("command=%2Fquick&text=x");
    } while (!gate.isRushed());
    assertThat(gate.isRushed()).isTrue();
  }

  @Test
  void a_request_that_comes_too_late_is_asked_to_try_again_and_keeps_what_was_typed()
      throws Exception {
    gate.shut();
    assertThat(run("command=%2Fquick&text=x").getBody())
        .contains(LATER, "ephemeral")
        .doesNotContain("done");
    Response modal =
        run(
            """
            {"type":"view_submission","user":{"id":"U0"},"view":{"type":"modal","callback_id":"start_setup","blocks":[
              {"type":"input","block_id":"option","element":{"type":"plain_text_input"}}]}}\
            """);
    assertThat(modal.getStatusCode()).isEqualTo(200);
    assertThat(modal.getBody()).contains("errors", "option", LATER);
  }

  @Test
  void an_event_is_left_to_slack_to_repeat() throws Exception {
    String event =
        """
        {"type":"event_callback","event":{"type":"app_home_opened","user":"U0","tab":"home"}}\
        """;
    assertThat(run(event).getStatusCode()).isEqualTo(200);
    gate.shut();
    assertThat(run(event).getStatusCode()).isEqualTo(503);
  }

  @Test
  void the_gate_waits_for_a_request_inside_until_it_has_finished() throws Exception {
    CompletableFuture<Response> slow = CompletableFuture.supplyAsync(() -> runs("command=%2Fslow"));
    inside.get(10, TimeUnit.SECONDS);
    gate.shut();
    CompletableFuture<Void> last = CompletableFuture.runAsync(gate::awaitLast);
    assertThat(run("command=%2Fquick&text=x").getBody()).contains(LATER);
    assertThat(last).isNotDone();
    goOn.complete(null);
    assertThat(last).succeedsWithin(Duration.ofSeconds(3));
    assertThat(slow.get(10, TimeUnit.SECONDS).getBody()).contains("done");
  }

  @Test
  void the_gate_does_not_wait_if_no_request_is_inside() {
    assertThat(CompletableFuture.runAsync(gate::awaitLast)).succeedsWithin(Duration.ofSeconds(1));
  }

  private Response runs(String body) {
    try {
      return run(body);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Response run(String body) throws Exception {
    String sent = body.contains("view_submission") ? Signed.form(Map.of("payload", body)) : body;
    return app.run(
        new SlackRequestParser(config)
            .parse(
                SlackRequestParser.HttpRequest.builder()
                    .requestUri("/slack/events")
                    .requestBody(sent)
                    .headers(new RequestHeaders(Map.of()))
                    .build()));
  }
}
