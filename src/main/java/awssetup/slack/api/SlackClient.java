package awssetup.slack.api;

import awssetup.ports.SlackBusy;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.ports.WorkListener;
import awssetup.setup.Secret;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Calls the Web API. The one place where {@code ok: false}, HTTP errors and lost connections become
 * our exceptions: the SDK reports the first as a normal return.
 */
public final class SlackClient {
  private static final int TOO_MANY_REQUESTS = 429;

  /** How long to leave Slack alone if it does not say. */
  private static final Duration UNSAID = Duration.ofSeconds(30);

  private final MethodsClient methods;
  private final RateLimits rateLimits;
  private final WorkListener workListener;

  /**
   * @param slack see {@link #quick} and {@link #patient}
   */
  public SlackClient(Slack slack, Secret botToken, RateLimits rateLimits) {
    this(slack, botToken, rateLimits, WorkListener.NONE);
  }

  /**
   * @param workListener is told about every call
   */
  public SlackClient(
      Slack slack, Secret botToken, RateLimits rateLimits, WorkListener workListener) {
    this.methods = slack.methods(botToken.value());
    this.rateLimits = rateLimits;
    this.workListener = workListener;
  }

  /**
   * For calls that a person waits for: reads, and modals, whose trigger works once. A connection
   * that went stale while idle is replaced silently.
   */
  public static Slack quick(URI apiUrl) {
    SlackConfig config = config(apiUrl, Duration.ofMillis(2500));
    return Slack.getInstance(config, SlackHttpClient.buildSlackHttpClient(config));
  }

  /**
   * For messages. OkHttp would repeat a POST whose answer was lost on a connection used before, and
   * so post it twice; here a lost answer is an error, and the message is searched for.
   */
  public static Slack patient(URI apiUrl) {
    SlackConfig config = config(apiUrl, Duration.ofSeconds(10));
    OkHttpClient once =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    return Slack.getInstance(config, new SlackHttpClient(once));
  }

  /** Without statistics, which would ask auth.test once more for each token. */
  private static SlackConfig config(URI apiUrl, Duration patience) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl.toString());
    config.setStatsEnabled(false);
    int millis = Math.toIntExact(patience.toMillis());
    config.setHttpClientCallTimeoutMillis(millis);
    config.setHttpClientReadTimeoutMillis(millis);
    config.setHttpClientWriteTimeoutMillis(millis);
    config.setHttpClientResponseHandlers(List.of());
    return config;
  }

  /** One call of the Web API. */
  public interface Call<T> {
    T on(MethodsClient methods) throws IOException, SlackApiException;
  }

  /**
   * A call that a person waits for.
   *
   * @throws SlackUnavailable if Slack could not be asked or its answer was lost
   * @throws SlackRefused if Slack said no
   */
  public <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
    // Within the time that Slack asked for, the method is not called at all.
    Optional<Duration> rest = rateLimits.restOf(method);
    if (rest.isPresent()) {
      throw new SlackUnavailable(method + " is to be left alone for a while", rest, null);
    }
    rateLimits.spent(method);
    try {
      return send(method, call);
    } catch (TooMuch e) {
      rateLimits.rest(method, Optional.empty(), e.wait);
      throw new SlackUnavailable(method + " answered HTTP 429", Optional.of(e.wait), null);
    }
  }

  /**
   * Takes a call's share of the rate limits, for {@link #taken} to use.
   *
   * @throws SlackBusy if the rate limit makes it wait
   */
  public void take(RateLimitedCall limitedCall) {
    rateLimits.take(limitedCall);
  }

  /**
   * A call that keeps to the rate limits.
   *
   * @throws SlackBusy if the rate limit makes it wait, or Slack still finds it too much
   * @throws SlackUnavailable if Slack could not be asked or its answer was lost
   * @throws SlackRefused if Slack said no
   */
  public <T extends SlackApiTextResponse> T inTurn(RateLimitedCall limitedCall, Call<T> call) {
    take(limitedCall);
    return taken(limitedCall, call);
  }

  /** The same, for a share that was taken before. */
  public <T extends SlackApiTextResponse> T taken(RateLimitedCall limitedCall, Call<T> call) {
    try {
      T answer = send(limitedCall.method(), call);
      rateLimits.made(limitedCall);
      return answer;
    } catch (TooMuch e) {
      throw rateLimits.refused(limitedCall, e.wait);
    }
  }

  private <T extends SlackApiTextResponse> T send(String method, Call<T> call) {
    long begun = System.nanoTime();
    WorkListener.Outcome outcome = WorkListener.Outcome.UNREACHABLE;
    try {
      T answer = ask(method, call);
      outcome = WorkListener.Outcome.OK;
      return answer;
    } catch (SlackRefused e) {
      outcome = WorkListener.Outcome.REFUSED;
      throw e;
    } catch (TooMuch e) {
      outcome = WorkListener.Outcome.THROTTLED;
      throw e;
    } finally {
      workListener.called(
          WorkListener.Service.SLACK, method, outcome, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private <T extends SlackApiTextResponse> T ask(String method, Call<T> call) {
    T answer;
    try {
      answer = call.on(methods);
    } catch (SlackApiException e) {
      int code = e.getResponse().code();
      if (code == TOO_MANY_REQUESTS) {
        throw new TooMuch(retryAfter(e));
      }
      throw new SlackUnavailable(method + " answered HTTP " + code, Optional.empty(), null);
    } catch (IOException e) {
      throw new SlackUnavailable(
          method + " got no answer (" + e.getClass().getSimpleName() + ")", Optional.empty(), e);
    }
    if (answer.isOk()) {
      return answer;
    }
    String error = answer.getError() == null ? "unknown_error" : answer.getError();
    if (SlackErrors.isTemporary(error)) {
      throw new SlackUnavailable(method + " answered " + error, Optional.empty(), null);
    }
    throw new SlackRefused(SlackErrors.kind(error), method + ": " + error + wanted(answer));
  }

  /**
   * Uploads a file to the address that Slack gave for it.
   *
   * @throws SlackUnavailable if it did not arrive
   */
  public void upload(String address, byte[] content) {
    Request request = new Request.Builder().url(address).post(RequestBody.create(content)).build();
    try (Response answer =
        methods.getSlackHttpClient().getOkHttpClient().newCall(request).execute()) {
      if (!answer.isSuccessful()) {
        throw new SlackUnavailable(
            "an upload answered HTTP " + answer.code(), Optional.empty(), null);
      }
    } catch (IOException e) {
      throw new SlackUnavailable(
          "an upload got no answer (" + e.getClass().getSimpleName() + ")", Optional.empty(), e);
    }
  }

  /** Slack's 429. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Duration wait;

    TooMuch(Duration wait) {
      super(null, null, false, false);
      this.wait = wait;
    }
  }

  private static String wanted(SlackApiTextResponse answer) {
    return answer.getNeeded() == null ? "" : " (scope " + answer.getNeeded() + ")";
  }

  private static Duration retryAfter(SlackApiException e) {
    String seconds = e.getResponse().header("Retry-After");
    return seconds != null && seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)))
        : UNSAID;
  }
}
