package awssetup.slack;

import awssetup.setup.Secret;
import awssetup.setup.SlackRefused;
import awssetup.setup.SlackUnavailable;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Calls the Web API. The one place where {@code ok: false}, HTTP errors and lost connections become
 * our exceptions: the SDK reports the first as a normal return.
 */
final class SlackApi {
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "thread_not_found");
  private static final Set<String> CLOSED =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "is_inactive",
          "external_channel_migrating",
          "restricted_action",
          "team_access_not_granted");
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");

  private final MethodsClient methods;

  /**
   * @param patience how long one call may take
   */
  SlackApi(Optional<URI> apiUrl, Secret botToken, Duration patience) {
    this.methods = slack(apiUrl, patience).methods(botToken.value());
  }

  /**
   * A client without side traffic (no statistics, which would ask auth.test once more) and with a
   * limit to each call.
   */
  static Slack slack(Optional<URI> apiUrl, Duration patience) {
    SlackConfig config = new SlackConfig();
    apiUrl.ifPresent(url -> config.setMethodsEndpointUrlPrefix(url.toString()));
    config.setStatsEnabled(false);
    int millis = Math.toIntExact(patience.toMillis());
    config.setHttpClientCallTimeoutMillis(millis);
    config.setHttpClientReadTimeoutMillis(millis);
    config.setHttpClientWriteTimeoutMillis(millis);
    config.setHttpClientResponseHandlers(java.util.List.of());
    return Slack.getInstance(config);
  }

  /** One call of the Web API. */
  interface Call<T> {
    T on(MethodsClient methods) throws IOException, SlackApiException;
  }

  /**
   * @throws SlackUnavailable if Slack could not be asked or its answer was lost
   * @throws SlackRefused if Slack said no
   */
  <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
    T answer;
    try {
      answer = call.on(methods);
    } catch (SlackApiException e) {
      throw new SlackUnavailable(
          method + " answered HTTP " + e.getResponse().code(), retryAfter(e), null);
    } catch (IOException e) {
      throw new SlackUnavailable(
          method + " got no answer (" + e.getClass().getSimpleName() + ")", Optional.empty(), e);
    }
    if (answer.isOk()) {
      return answer;
    }
    String error = answer.getError() == null ? "unknown_error" : answer.getError();
    if (PASSING.contains(error)) {
      throw new SlackUnavailable(method + " answered " + error, Optional.empty(), null);
    }
    throw new SlackRefused(kind(error), method + ": " + error + wanted(answer));
  }

  private static String wanted(SlackApiTextResponse answer) {
    return answer.getNeeded() == null ? "" : " (scope " + answer.getNeeded() + ")";
  }

  private static SlackRefused.Kind kind(String error) {
    if (GONE.contains(error)) {
      return SlackRefused.Kind.MESSAGE_GONE;
    }
    return CLOSED.contains(error) ? SlackRefused.Kind.CHANNEL_CLOSED : SlackRefused.Kind.OTHER;
  }

  private static Optional<Duration> retryAfter(SlackApiException e) {
    String seconds = e.getResponse().header("Retry-After");
    return seconds != null && seconds.matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
        : Optional.empty();
  }
}
