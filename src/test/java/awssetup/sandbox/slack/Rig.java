package awssetup.sandbox.slack;

import awssetup.sandbox.slack.world.DemoWorkspace;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import awssetup.testkit.TestClock;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A stand-in at a fixed time with a tiny app behind it, called by the SDK's client and by a plain
 * one.
 */
final class Rig implements AutoCloseable {
  static final String SECRET = "signing-secret-for-tests";
  static final String TOKEN = "xoxb-1111111111-for-tests";
  static final Instant START = Instant.parse("2027-01-04T09:00:00Z");

  final TestClock clock = new TestClock(START);
  final TestClock wall = new TestClock(Instant.now());
  final SlackStandIn slack;
  final TinyApp app;
  final MethodsClient client;
  private final Slack sdk;
  private final HttpClient http = HttpClient.newHttpClient();

  Rig() throws IOException {
    slack =
        SlackStandIn.start(StandInContext.of(DemoWorkspace.build(), clock, wall), 0, SECRET, TOKEN);
    app = new TinyApp(SECRET);
    slack.deliverTo(app.url());
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl().toString());
    config.setStatsEnabled(false);
    sdk = Slack.getInstance(config);
    client = sdk.methods(TOKEN);
  }

  StandInWorkspace workspace() {
    return slack.workspace();
  }

  /** Posts a message as the bot and returns its ts. */
  String post(String channel, String blocks) {
    JsonObject answer =
        call(
            "chat.postMessage",
            "{'channel':'%s','blocks':%s,'text':'t'}".formatted(channel, blocks));
    return answer.get("ts").getAsString();
  }

  /** Opens a modal for a person, who types the command for it, and returns its view. */
  JsonObject open(String userId, String view) {
    slack.type(userId, "C0ACME", "/aws-setup new");
    return open(app.last().form().get("trigger_id"), json(view)).getAsJsonObject("view");
  }

  JsonObject open(String triggerId, JsonElement view) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("trigger_id", triggerId);
    arguments.add("view", view);
    return call("views.open", arguments.toString());
  }

  /** A call with a JSON body in single quotes. */
  JsonObject call(String method, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(slack.apiUrl().resolve(method))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer " + TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    return json(send(request).body()).getAsJsonObject();
  }

  HttpResponse<String> form(String method, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(slack.apiUrl().resolve(method))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> respond(String url, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonElement json(String text) {
    return JsonParser.parseString(text.replace('\'', '"'));
  }

  static JsonObject object(String text) {
    return json(text).getAsJsonObject();
  }

  @Override
  public void close() throws IOException {
    app.close();
    slack.close();
    try {
      sdk.close();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
