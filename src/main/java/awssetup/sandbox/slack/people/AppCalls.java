package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.wire.AppAnswer;
import awssetup.sandbox.slack.wire.RequestSigner;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInSettings;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sends Slack's signed requests to the app, and waits for the whole answer as long as Slack would.
 */
public final class AppCalls {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final InstantSource wall;
  private final StandInSettings settings;
  private final String signingSecret;
  private final Supplier<SlackCallObserver> observer;
  private volatile URI target;

  /**
   * @param signingSecret the secret that the app checks signatures with
   * @param observer the observer to ask about each answer
   */
  public AppCalls(
      StandInContext context, String signingSecret, Supplier<SlackCallObserver> observer) {
    this.wall = context.wall();
    this.settings = context.settings();
    this.observer = observer;
    this.signingSecret = signingSecret;
  }

  /** Sends requests to this address from now on. */
  public void deliverTo(URI eventsUrl) {
    target = eventsUrl;
  }

  AppAnswer command(Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(FORM, body, Map.of());
  }

  AppAnswer interaction(JsonObject payload) {
    return send(FORM, "payload=" + encoded(payload.toString()), Map.of());
  }

  AppAnswer event(JsonObject envelope, Map<String, String> headers) {
    return send("application/json", envelope.toString(), headers);
  }

  private AppAnswer send(String type, String body, Map<String, String> headers) {
    if (target == null) {
      return AppAnswer.unreachable();
    }
    String timestamp = String.valueOf(wall.instant().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .header("Content-Type", type)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", RequestSigner.of(signingSecret, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      AppAnswer came =
          AppAnswer.of(answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS));
      return observer.get().acknowledged() ? came : AppAnswer.unreachable();
    } catch (TimeoutException e) {
      answer.cancel(true);
      return AppAnswer.late();
    } catch (ExecutionException e) {
      return e.getCause() instanceof IOException ? AppAnswer.unreachable() : AppAnswer.late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return AppAnswer.unreachable();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
