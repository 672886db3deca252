package awssetup.sandbox.page;

import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The page's JSON endpoints: one line for each path, which hands the request to one of the three
 * panels.
 */
final class PageApi {
  private static final Duration FARTHEST_STEP = Duration.ofDays(366);
  private final Map<String, Function<PageRequest, JsonObject>> reads = new HashMap<>();
  private final Map<String, Function<PageRequest, JsonObject>> actions = new HashMap<>();
  private final ClockPanel clock;

  PageApi(SlackPanel slack, AwsPanel aws, ClockPanel clock) {
    this.clock = clock;
    reads.put("slack", ask -> slack.snapshot(ask.text("as"), ask.textOrNull("channel")));
    reads.put("slack/faults", ask -> slack.faults());
    reads.put("aws", ask -> aws.snapshot());
    reads.put("clock", ask -> clock.snapshot());
    addSlack(slack);
    addAws(aws);
    actions.put("clock", this::letTimePass);
  }

  private void addSlack(SlackPanel slack) {
    actions.put(
        "slack/type",
        ask ->
            slack.type(
                ask.text("as"),
                ask.text("channel"),
                ask.text("text"),
                ask.textOrNull("thread_ts")));
    actions.put(
        "slack/press",
        ask ->
            slack.press(
                ask.text("as"),
                ask.text("channel"),
                ask.text("ts"),
                ask.text("block_id"),
                ask.text("action_id"),
                ask.textOrNull("value")));
    actions.put(
        "slack/press_in_view",
        ask ->
            slack.pressInView(
                ask.text("as"),
                ask.text("view_id"),
                ask.text("block_id"),
                ask.text("action_id"),
                ask.textOrNull("value"),
                ask.objectOrEmpty("values")));
    actions.put(
        "slack/submit",
        ask -> slack.submit(ask.text("as"), ask.text("view_id"), ask.object("values")));
    actions.put("slack/close", ask -> slack.closeView(ask.text("as"), ask.text("view_id")));
    actions.put("slack/home", ask -> slack.openHome(ask.text("as")));
    actions.put("slack/fault", done(ask -> slack.fault(ask.text("id"))));
    actions.put("slack/clear_faults", done(ask -> slack.clearFaults()));
  }

  private void addAws(AwsPanel aws) {
    actions.put(
        "aws/sign_up",
        ask -> {
          JsonObject answer = PanelAnswer.done();
          answer.addProperty("accountId", aws.signUp(ask.text("name"), ask.text("email")));
          return answer;
        });
    actions.put("aws/accept", done(ask -> aws.accept(ask.text("handshakeId"))));
    actions.put("aws/decline", done(ask -> aws.decline(ask.text("handshakeId"))));
    actions.put("aws/cancel", done(ask -> aws.cancel(ask.text("handshakeId"))));
    actions.put("aws/withdraw", done(ask -> aws.withdraw(ask.text("transferId"))));
    actions.put("aws/role", done(ask -> aws.role(ask.text("accountId"), ask.flag("deploy"))));
    actions.put("aws/fault", done(ask -> aws.fault(ask.text("id"))));
    actions.put("aws/clear_faults", done(ask -> aws.clearFaults()));
  }

  /**
   * @throws PageRefusal if there is no such path, or the panel refuses
   */
  JsonObject read(String path, PageRequest request) {
    return serve(reads, path, request);
  }

  /**
   * @throws PageRefusal if there is no such path, or the panel refuses
   */
  JsonObject act(String path, PageRequest request) {
    return serve(actions, path, request);
  }

  boolean knows(String path) {
    return reads.containsKey(path) || actions.containsKey(path);
  }

  private JsonObject serve(
      Map<String, Function<PageRequest, JsonObject>> paths, String path, PageRequest request) {
    Function<PageRequest, JsonObject> handler = paths.get(path);
    if (handler == null) {
      throw knows(path)
          ? new PageRefusal(405, "That is not how to ask for this.")
          : new PageRefusal(404, "There is nothing here.");
    }
    try {
      return handler.apply(request);
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new PageRefusal(400, e.getMessage());
    } catch (IllegalStateException e) {
      throw new PageRefusal(409, e.getMessage());
    }
  }

  private JsonObject letTimePass(PageRequest request) {
    String step = request.textOrNull("advance");
    try {
      if (step != null) {
        clock.advance(checked(Duration.parse(step)));
      } else {
        Instant moment = Instant.ofEpochSecond(Long.parseLong(request.text("to")));
        Instant now = Instant.ofEpochSecond(clock.snapshot().get("now").getAsLong());
        checked(moment.isBefore(now) ? Duration.ZERO : Duration.between(now, moment));
        clock.travelTo(moment);
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new PageRefusal(400, "Say advance, such as PT1H, or to, in seconds since 1970.");
    }
    return PanelAnswer.done();
  }

  private static Duration checked(Duration step) {
    if (step.isNegative() || step.compareTo(FARTHEST_STEP) > 0) {
      throw new PageRefusal(400, "The clock goes forward, by a year at most.");
    }
    return step;
  }

  private static Function<PageRequest, JsonObject> done(Consumer<PageRequest> action) {
    return request -> {
      action.accept(request);
      return PanelAnswer.done();
    };
  }
}
