package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.ApiRequest;
import awssetup.sandbox.slack.wire.HttpReply;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.BoundedList;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.StandInContext;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The response URLs that come with commands and clicks: each takes five posts within thirty
 * minutes, without a token. docs.slack.dev/interactivity/handling-user-interaction
 */
public final class ResponseUrls implements HttpHandler {
  /** The path under which the addresses are served. */
  public static final String PREFIX = "/response/";

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int MOST_USES = 5;
  private static final int MOST = 2_000;

  private record Address(String channel, String user, String sourceTs, Instant expires, int uses) {
    Address used() {
      return new Address(channel, user, sourceTs, expires, uses + 1);
    }
  }

  private final Map<String, Address> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Address> eldest) {
          return size() > MOST;
        }
      };
  private final StandInContext context;
  private final EphemeralAnswers answers;
  private final FaultyAnswers faultyAnswers;
  private final BoundedList<SlackCall> calls;
  private final URI base;

  public ResponseUrls(
      StandInContext context, URI base, FaultyAnswers faultyAnswers, BoundedList<SlackCall> calls) {
    this.context = context;
    this.answers = new EphemeralAnswers(context);
    this.base = base;
    this.faultyAnswers = faultyAnswers;
    this.calls = calls;
  }

  /**
   * A new response URL.
   *
   * @param sourceTs the message that was clicked, or null for a command
   */
  public String issue(String channel, String user, String sourceTs) {
    String id = context.ids().next("R");
    Instant expires = context.clock().instant().plus(LIFE);
    synchronized (context.workspace()) {
      known.put(id, new Address(channel, user, sourceTs, expires, 0));
    }
    return base.resolve(PREFIX + id).toString();
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    try {
      ApiRequest request = ApiRequest.read(http, PREFIX);
      faultyAnswers.serve(
          "response_url",
          request.arguments(),
          http,
          () -> use(request),
          (status, answer) ->
              calls.add(
                  new SlackCall(
                      context.clock().instant(),
                      "response_url",
                      request.arguments().deepCopy(),
                      answer.deepCopy())));
    } finally {
      http.close();
      context.workspace().changes().announce();
    }
  }

  private HttpReply use(ApiRequest request) {
    synchronized (context.workspace()) {
      Address address = known.get(request.method());
      if (address == null || context.clock().instant().isAfter(address.expires())) {
        return refusal(404, address == null ? "not_found" : "expired_url");
      }
      if (address.uses() == MOST_USES) {
        context.problems().add("response_url used more than " + MOST_USES + " times");
        return refusal(404, "used_url");
      }
      if (request.unreadable() != null) {
        return refusal(400, "invalid_payload");
      }
      known.put(request.method(), address.used());
      try {
        answers.apply(request.arguments(), address.channel(), address.user(), address.sourceTs());
        return HttpReply.json(200, JsonTree.object("ok", true));
      } catch (ApiError e) {
        context.problems().add("response_url: " + e.answer());
        return HttpReply.json(e.code().equals("message_not_found") ? 404 : 400, e.answer());
      }
    }
  }

  private static HttpReply refusal(int status, String code) {
    JsonObject answer = ApiError.of(code).answer();
    return HttpReply.json(status, answer);
  }
}
