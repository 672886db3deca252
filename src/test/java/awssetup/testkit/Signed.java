package awssetup.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts what Slack would post, signed as Slack signs it. It computes signatures by itself, so that
 * it also holds the app's own computation to Slack's rule.
 *
 * @param events the app's {@code /slack/events}
 * @param signingSecret what both sides know
 */
public record Signed(URI events, String signingSecret) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * A slash command; {@code fields} such as command, text, user_id, team_id, channel_id,
   * trigger_id, response_url.
   */
  public HttpResponse<String> command(Map<String, String> fields) {
    return post(FORM, form(fields), Instant.now());
  }

  /** Block actions, view submissions and their like, given as the JSON of their payload. */
  public HttpResponse<String> interaction(String payload) {
    return post(FORM, form(Map.of("payload", payload)), Instant.now());
  }

  /** An event with its envelope, or a URL verification. */
  public HttpResponse<String> event(String json) {
    return post("application/json", json, Instant.now());
  }

  /** Any body, signed for any moment. */
  public HttpResponse<String> post(String contentType, String body, Instant at) {
    String timestamp = String.valueOf(at.getEpochSecond());
    return send(
        HttpRequest.newBuilder(events)
            .header("Content-Type", contentType)
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature(timestamp, body.getBytes(UTF_8)))
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Slack's signature of a body. */
  public String signature(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(signingSecret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fields as a form-encoded body. */
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(joining("&"));
  }

  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
