package awssetup.slack.handlers;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.SAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.testkit.AppUnderTest;
import awssetup.testkit.Signed;
import awssetup.testkit.TestClock;
import awssetup.testkit.TestSettings;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The whole app with a client for it, which sends over HTTP what Slack sends and what Slack would
 * never send, reads the answers, and looks into the database.
 */
final class Caller implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Gson GSON = new Gson();

  /** How a request is signed. */
  enum Signing {
    BY_SLACK,
    NONE,
    WRONG
  }

  /**
   * What came back.
   *
   * @param words what the person reads: from the answer itself or by way of the response_url
   */
  record Answer(int status, String body, String words) {}

  final TestClock clock = new TestClock(Instant.parse("2026-12-01T09:00:00Z"));
  final SlackStandIn slack =
      SlackStandIn.start(clock, 0, TestSettings.SIGNING_SECRET, TestSettings.BOT_TOKEN);
  final AwsStandIn aws = AwsStandIn.start(clock, 0);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final HttpServer responseUrl;
  private final AppUnderTest bot;
  private final Connection database;
  private final Signed signed;
  private int accounts;

  Caller(Path directory, Map<String, String> more) {
    String url = "jdbc:sqlite:" + directory.resolve("bot.db");
    Map<String, String> settings = TestSettings.between(slack, aws, url);
    settings.putAll(more);
    responseUrl = listen();
    bot = AppUnderTest.start(settings, clock);
    database = connect(url);
    signed =
        new Signed(
            URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"),
            TestSettings.SIGNING_SECRET);
    slack.deliverTo(signed.events());
  }

  private static Connection connect(String url) {
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpServer listen() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext(
          "/",
          http -> {
            told.add(new String(http.getRequestBody().readAllBytes(), UTF_8));
            http.sendResponseHeaders(200, -1);
            http.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs everything that is due. */
  void settle() {
    bot.runDue();
  }

  // Requests

  Answer command(String user, String channel, String text, Signing signing) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("team_id", "T0HOME");
    fields.put("channel_id", channel);
    fields.put("channel_name", "a-channel");
    fields.put("user_id", user);
    fields.put("command", "/aws-setup");
    fields.put("text", text);
    fields.put("api_app_id", "A0");
    fields.put("response_url", responses());
    fields.put("trigger_id", "1.2.3");
    return form(Signed.form(fields), signing);
  }

  /** Presses a button, with any channel and any value. */
  Answer press(
      String user, String channel, String actionId, String value, String choice, Signing signing) {
    Map<String, Object> payload = pressed(user, actionId, value, choice);
    payload.put("container", Map.of("type", "message", "channel_id", channel));
    payload.put("channel", Map.of("id", channel, "name", "a-channel"));
    payload.put("response_url", responses());
    return form(Signed.form(Map.of("payload", GSON.toJson(payload))), signing);
  }

  /** Presses a button on the Home tab, which is in no channel and has no response_url. */
  Answer pressAtHome(String user, String actionId, String value, String choice, Signing signing) {
    Map<String, Object> payload = pressed(user, actionId, value, choice);
    payload.put("container", Map.of("type", "view", "view_id", "V0HOME"));
    payload.put(
        "view",
        Map.of("id", "V0HOME", "type", "home", "private_metadata", "", "blocks", List.of()));
    return form(Signed.form(Map.of("payload", GSON.toJson(payload))), signing);
  }

  private static Map<String, Object> pressed(
      String user, String actionId, String value, String choice) {
    Map<String, Object> action = new HashMap<>();
    action.put("action_id", actionId);
    action.put("block_id", value + ":actions");
    action.put("type", choice == null ? "button" : "static_select");
    if (choice == null) {
      action.put("value", value);
    } else {
      action.put("selected_option", Map.of("value", choice));
    }
    Map<String, Object> payload = interaction("block_actions", user);
    payload.put("actions", List.of(action));
    return payload;
  }

  /** Submits a modal with any private_metadata and any fields. */
  Answer submit(
      String user,
      String callbackId,
      String metadata,
      Map<String, ?> fields,
      List<?> blocks,
      Signing signing) {
    Map<String, Object> values = new HashMap<>();
    fields.forEach(
        (field, value) ->
            values.put(
                field,
                Map.of(
                    field,
                    value instanceof List<?> ticked
                        ? Map.of("selected_options", ticked.stream().map(Caller::option).toList())
                        : CHOICES.contains(field)
                            ? Map.of("selected_option", option(value))
                            : Map.of("value", value))));
    Map<String, Object> view = new HashMap<>();
    view.put("id", "V0VIEW");
    view.put("type", "modal");
    view.put("callback_id", callbackId);
    view.put("private_metadata", metadata);
    view.put("blocks", blocks);
    view.put("state", Map.of("values", values));
    Map<String, Object> payload = interaction("view_submission", user);
    payload.put("view", view);
    return form(Signed.form(Map.of("payload", GSON.toJson(payload))), signing);
  }

  private static final List<String> CHOICES =
      List.of("option", "support_plan", "start_month", "customer_contact");

  private static Map<String, Object> option(Object value) {
    return Map.of("value", value);
  }

  Answer event(Map<String, ?> event, Signing signing) {
    return send(
        "application/json",
        GSON.toJson(
            Map.of(
                "type", "event_callback", "team_id", "T0HOME", "event_id", "Ev1", "event", event)),
        signing);
  }

  private static Map<String, Object> interaction(String type, String user) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("type", type);
    payload.put("team", Map.of("id", "T0HOME"));
    payload.put("user", Map.of("id", user, "team_id", "T0HOME")); // which proves nothing
    payload.put("api_app_id", "A0");
    payload.put("trigger_id", "1.2.3");
    return payload;
  }

  private String responses() {
    return "http://127.0.0.1:" + responseUrl.getAddress().getPort() + "/";
  }

  private Answer form(String body, Signing signing) {
    return send("application/x-www-form-urlencoded", body, signing);
  }

  /** Sends this body, signed as if it came from Slack. */
  Answer raw(String contentType, String body) {
    return send(contentType, body, Signing.BY_SLACK);
  }

  private Answer send(String contentType, String body, Signing signing) {
    told.clear();
    String now = String.valueOf(Instant.now().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(signed.events())
            .header("Content-Type", contentType)
            .header("X-Slack-Request-Timestamp", now)
            .POST(BodyPublishers.ofString(body));
    switch (signing) {
      case BY_SLACK ->
          request.header("X-Slack-Signature", signed.signature(now, body.getBytes(UTF_8)));
      case WRONG ->
          request.header(
              "X-Slack-Signature",
              new Signed(signed.events(), "guessed").signature(now, body.getBytes(UTF_8)));
      case NONE -> {}
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the presser is told, which comes beside the answer to the request. */
  String told() {
    try {
      String words = told.poll(10, TimeUnit.SECONDS);
      assertThat(words).as("an ephemeral answer").isNotNull();
      return JsonParser.parseString(words).getAsJsonObject().get("text").getAsString();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // Shortcuts to a state, all through Slack's own requests

  /** A setup that Erin started in this channel; its id. */
  String started(String channel, String option) {
    String id = drafted(ERIN, channel);
    assertDone(
        submit(
            ERIN,
            "start_setup",
            id,
            Map.of("option", option, "customer_name", "Acme Robotics", "customer_contact", CARLA),
            List.of(),
            Signing.BY_SLACK));
    return id;
  }

  /** A start modal that this engineer opened in this channel; its id. */
  String drafted(String engineer, String channel) {
    // At the very first command, Slack may not have said yet who the engineer is.
    String words;
    do {
      Answer answer = command(engineer, channel, "", Signing.BY_SLACK);
      assertThat(answer.status()).isEqualTo(200);
      words = answer.words();
    } while (words.contains("did not say in time"));
    return one("SELECT id FROM drafts ORDER BY rowid DESC LIMIT 1");
  }

  /** A setup with its details, and for a transfer its account. */
  String withDetails(String channel, String option) {
    String id = started(channel, option);
    boolean transfer = option.equals("transfer_billing");
    assertDone(
        submit(
            CARLA,
            transfer ? "transfer_details" : "new_account_details",
            id,
            transfer ? transferDetails() : newAccountDetails(),
            List.of(),
            Signing.BY_SLACK));
    return id;
  }

  /** A setup whose account has been reviewed. */
  String cancelled(String channel) {
    String id = started(channel, "transfer_billing");
    assertDone(
        submit(ERIN, "cancel_setup", id, Map.of("reason", "not now"), List.of(), Signing.BY_SLACK));
    return id;
  }

  String reviewed(String channel) {
    String id = withDetails(channel, "transfer_billing");
    assertDone(review(SAM, id, account(id)));
    return id;
  }

  Answer review(String who, String id, String shown) {
    return submit(who, "review_invitation", id, reviewFields(), shown(shown), Signing.BY_SLACK);
  }

  static Map<String, Object> reviewFields() {
    return Map.of("start_month", "2027-01", "source_name", "Acme Robotics");
  }

  /** The block of the review modal that says which account it showed. */
  static List<?> shown(String account) {
    return List.of(
        Map.of(
            "type",
            "section",
            "block_id",
            "reviewed:" + account,
            "text",
            Map.of("type", "mrkdwn", "text", "the account")));
  }

  Map<String, Object> transferDetails() {
    return transferDetails(newAccount());
  }

  static Map<String, Object> transferDetails(String account) {
    return Map.of(
        "account_id", account,
        "contact_name", "Carla Customer",
        "contact_email", "carla@acme.example",
        "support_plan", "partner_led");
  }

  Map<String, Object> newAccountDetails() {
    return Map.of(
        "root_email", "aws-root-" + accounts++ + "@acme.example",
        "account_name", "Acme",
        "card_ready", List.of("ready"),
        "contact_name", "Carla Customer",
        "contact_email", "carla@acme.example",
        "support_plan", "partner_led");
  }

  /** An account ID that no other setup has. */
  String newAccount() {
    return String.valueOf(200_000_000_000L + accounts++);
  }

  String account(String id) {
    return one("SELECT account_id FROM setups WHERE id = '" + id + "'");
  }

  static void assertDone(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  // What is stored

  /** Everything that a request could have changed, in a form to compare. */
  String stored() {
    return String.join(
        "\n",
        all(
            """
            SELECT id || ' v' || version || ' ' || channel FROM setups
            UNION ALL SELECT id || channel || opened_by FROM drafts
            UNION ALL SELECT count(*) FROM audit_events
            UNION ALL SELECT count(*) FROM messages
            UNION ALL SELECT count(*) FROM invitations
            UNION ALL SELECT reader || version FROM home_tabs
            """));
  }

  long version(String id) {
    return Long.parseLong(one("SELECT version FROM setups WHERE id = '" + id + "'"));
  }

  String one(String sql) {
    List<String> all = all(sql);
    return all.isEmpty() ? "" : all.get(0);
  }

  List<String> all(String sql) {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(String.valueOf(rows.getString(1)));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The modals that the app has asked Slack to open, newest last. */
  List<JsonObject> opened() {
    return slack.calls().stream()
        .filter(call -> call.method().equals("views.open"))
        .map(call -> JsonParser.parseString(string(call.arguments(), "view")).getAsJsonObject())
        .toList();
  }

  private static String string(JsonObject object, String name) {
    return object.get(name).isJsonPrimitive()
        ? object.get(name).getAsString()
        : object.get(name).toString();
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    bot.close();
    slack.close();
    aws.close();
    responseUrl.stop(0);
  }
}
