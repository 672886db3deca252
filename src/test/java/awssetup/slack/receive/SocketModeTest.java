package awssetup.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import awssetup.setup.Secret;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketModeTest {

  private static final Secret APP_TOKEN = new Secret("xapp-1-hush");

  private final CyclicBarrier together = new CyclicBarrier(2);
  private SocketSide slack;
  private App app;
  private SocketMode socket;

  @BeforeEach
  void build() throws Exception {
    slack = new SocketSide();
    app = app(slack.apiUrl());
    app.command("/aws-setup", (request, ctx) -> ctx.ack("heard " + request.getPayload().getText()));
    app.command(
        "/broken",
        (request, ctx) -> {
          throw new IllegalStateException("the database is away");
        });
    app.command(
        "/together",
        (request, ctx) -> {
          await(together);
          return ctx.ack();
        });
  }

  @AfterEach
  void stop() {
    if (socket != null) {
      socket.close();
    }
    slack.close();
  }

  @Test
  void a_command_comes_in_and_its_answer_goes_out_with_the_acknowledgement() throws Exception {
    socket = SocketMode.start(app, APP_TOKEN);
    slack.connection().send(command("e-1", "/aws-setup", "status – Jörg"));
    JsonObject ack = slack.ack();
    assertThat(ack.get("envelope_id").getAsString()).isEqualTo("e-1");
    assertThat(ack.getAsJsonObject("payload").get("text").getAsString())
        .isEqualTo("heard status – Jörg");
  }

  @Test
  void a_handler_that_fails_is_acknowledged_with_an_explanation() throws Exception {
    socket = SocketMode.start(app, APP_TOKEN);
    slack.connection().send(command("e-2", "/broken", ""));
    JsonObject ack = slack.ack();
    assertThat(ack.get("envelope_id").getAsString()).isEqualTo("e-2");
    assertThat(ack.getAsJsonObject("payload").get("text").getAsString())
        .startsWith("Sorry, something went wrong on our side");
  }

  @Test
  void one_request_does_not_wait_for_another() throws Exception {
    socket = SocketMode.start(app, APP_TOKEN);
    WebSocket connection = slack.connection();
    connection.send(command("e-3", "/together", ""));
    connection.send(command("e-4", "/together", ""));
    assertThat(List.of(slack.ack(), slack.ack()))
        .extracting(ack -> ack.get("envelope_id").getAsString())
        .containsExactlyInAnyOrder("e-3", "e-4");
  }

  @Test
  void it_reconnects_when_slack_asks_for_it() throws Exception {
    socket = SocketMode.start(app, APP_TOKEN);
    slack.connection().send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    slack.connection().send(command("e-5", "/aws-setup", "again"));
    assertThat(slack.ack().get("envelope_id").getAsString()).isEqualTo("e-5");
  }

  @Test
  void a_refused_token_is_reported_in_one_line_without_the_token() {
    slack.refuse("invalid_auth");
    assertThatIOException()
        .isThrownBy(() -> SocketMode.start(app, APP_TOKEN))
        .withMessage(
            "SLACK_APP_TOKEN is refused by Slack (invalid_auth); expected an app-level token with"
                + " the scope connections:write, of an app with Socket Mode on");
  }

  @Test
  void a_slack_that_cannot_be_reached_is_reported_in_one_line() {
    String nowhere = "http://127.0.0.1:1/api/";
    assertThatIOException()
        .isThrownBy(() -> SocketMode.start(app(nowhere), APP_TOKEN))
        .withMessage("Slack could not be reached at " + nowhere);
  }

  @Test
  void closing_hangs_up() throws Exception {
    socket = SocketMode.start(app, APP_TOKEN);
    WebSocket connection = slack.connection();
    socket.close();
    assertThat(slack.hungUp()).isSameAs(connection);
  }

  private static App app(String apiUrl) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setProxyUrl(null);
    config.setStatsEnabled(false); // would ask auth.test about the app token
    return new App(
        AppConfig.builder()
            .slack(Slack.getInstance(config))
            .singleTeamBotToken("xoxb-1")
            .clientId(null)
            .clientSecret(null)
            .build(),
        new ArrayList<>(
            List.of(
                new ExplainFailures(
                    "Sorry, something went wrong on our side, reference: "::concat,
                    Runnable::run))));
  }

  private static String command(String envelope, String command, String text) {
    return """
    {"type":"slash_commands","envelope_id":"%s","accepts_response_payload":true,
     "payload":{"command":"%s","text":"%s","user_id":"U0ENGINEER","team_id":"T0HOME"}}\
    """
        .formatted(envelope, command, text);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
