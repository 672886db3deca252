package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.ApiRequest;
import awssetup.sandbox.slack.wire.Arguments;
import awssetup.sandbox.slack.wire.HttpReply;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.BoundedList;
import awssetup.sandbox.slack.world.StandInContext;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Web API over HTTP: checks the token, finds the method, and keeps a record of every call. */
public final class WebApi implements HttpHandler {
  private final StandInContext context;
  private final String botToken;
  private final Map<String, Method> methods = new TreeMap<>();
  private final FaultyAnswers faultyAnswers;
  private final StandInRateLimits limits;
  private final BoundedList<SlackCall> calls;

  public WebApi(
      StandInContext context,
      String botToken,
      FileMethods files,
      FaultyAnswers faultyAnswers,
      BoundedList<SlackCall> calls) {
    this.limits = new StandInRateLimits(context);
    this.context = context;
    this.botToken = botToken;
    this.faultyAnswers = faultyAnswers;
    this.calls = calls;
    new AuthMethods(context).addTo(methods);
    new ChatMethods(context).addTo(methods);
    new ConversationMethods(context).addTo(methods);
    files.addTo(methods);
    new PeopleMethods(context).addTo(methods);
    new ViewMethods(context).addTo(methods);
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    try {
      ApiRequest request = ApiRequest.read(http, "/api/");
      faultyAnswers.serve(
          request.method(),
          request.arguments(),
          http,
          () ->
              limits
                  .refusal(request.method(), request.arguments())
                  .orElseGet(() -> answerOf(request)),
          (code, answer) -> record(request, answer));
    } finally {
      http.close();
      context.workspace().changes().announce();
    }
  }

  private HttpReply answerOf(ApiRequest request) {
    JsonObject answer;
    try {
      authorise(request);
      answer = call(request);
      answer.addProperty("ok", true);
    } catch (ApiError e) {
      answer = e.answer();
    } catch (RuntimeException e) {
      context.problems().add(request.method() + ": the stand-in failed: " + e);
      answer = ApiError.of("internal_error").answer();
    }
    HttpReply reply = HttpReply.json(200, answer);
    return botToken.equals(request.token())
        ? reply.with("x-oauth-scopes", context.settings().scopeList())
        : reply;
  }

  private void authorise(ApiRequest request) {
    if (request.unreadable() != null) {
      throw ApiError.of(request.unreadable());
    }
    if (request.token() == null) {
      throw ApiError.of("not_authed");
    }
    boolean asBot = request.token().equals(botToken);
    if (!asBot && !request.token().equals(context.settings().appToken())) {
      throw ApiError.of("invalid_auth");
    }
    if (asBot == request.method().equals(AuthMethods.FOR_APP_TOKEN)) {
      throw ApiError.of("not_allowed_token_type");
    }
  }

  private JsonObject call(ApiRequest request) {
    Method method =
        Optional.ofNullable(methods.get(request.method()))
            .orElseThrow(() -> ApiError.with("unknown_method", "req_method", request.method()));
    if (method.scope() != null && !context.settings().scopes().contains(method.scope())) {
      throw ApiError.missingScope(method.scope(), context.settings().scopeList());
    }
    synchronized (context.workspace()) {
      return method.body().apply(new Arguments(request.arguments()));
    }
  }

  private void record(ApiRequest request, JsonObject answer) {
    calls.add(
        new SlackCall(
            context.clock().instant(),
            request.method(),
            request.arguments().deepCopy(),
            answer.deepCopy()));
  }
}
