package awssetup.killed;

import awssetup.sandbox.slack.api.SlackCallObserver;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sees every call that the app makes to Slack and AWS and every request of people, and kills the
 * app at one point of a scene. The rest of the scene goes on undisturbed.
 */
final class Saboteur implements SlackCallObserver {
  private final Consumer<String> kill;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<FaultPoint> seen = new ArrayList<>();
  private final ThreadLocal<Boolean> afterwards = ThreadLocal.withInitial(() -> false);
  private String scene = "";
  private Optional<FaultPoint> target = Optional.empty();
  private boolean struck;

  /**
   * @param kill kills the instance that called this host
   */
  Saboteur(Consumer<String> kill) {
    this.kill = kill;
  }

  synchronized void begin(String name, Optional<FaultPoint> point) {
    scene = name;
    target = point;
    struck = false;
    counts.clear();
  }

  synchronized boolean hasStruck() {
    return struck;
  }

  /** All calls so far, each one counted. */
  synchronized List<FaultPoint> seen() {
    return List.copyOf(seen);
  }

  private synchronized Optional<Blow> met(String call) {
    if (struck) {
      return Optional.empty();
    }
    FaultPoint point =
        new FaultPoint(scene, call, counts.merge(call, 1, Integer::sum), Blow.BEFORE);
    seen.add(point);
    Optional<Blow> blow =
        target.filter(t -> t.with(Blow.BEFORE).equals(point)).map(FaultPoint::blow);
    struck = blow.isPresent();
    return blow;
  }

  /** The fault of a call: no effect or a lost answer; none if the kill comes after the answer. */
  private Optional<Blow> strike(String host, String call) {
    Optional<Blow> blow = met(call);
    afterwards.set(blow.equals(Optional.of(Blow.AFTER)));
    Optional<Blow> now = blow.filter(b -> b != Blow.AFTER);
    now.ifPresent(b -> kill.accept(host));
    return now;
  }

  private void strikeLate(String host) {
    if (afterwards.get()) {
      afterwards.remove();
      kill.accept(host);
    }
  }

  @Override
  public Optional<awssetup.sandbox.slack.api.SlackFault> arrived(
      String host, String method, JsonObject arguments) {
    return strike(host, method + about(method, arguments))
        .map(
            blow ->
                blow == Blow.BEFORE
                    ? awssetup.sandbox.slack.api.SlackFault.reset()
                    : awssetup.sandbox.slack.api.SlackFault.loseAnswer());
  }

  @Override
  public void answered(String host, String method, JsonObject arguments) {
    strikeLate(host);
  }

  @Override
  public boolean acknowledged() {
    Optional<Blow> blow = met("acknowledgement");
    blow.ifPresent(b -> kill.accept(""));
    return blow.isEmpty() || blow.get() == Blow.AFTER;
  }

  /** The observer for AWS. */
  awssetup.sandbox.aws.AwsCallObserver atAws() {
    return new awssetup.sandbox.aws.AwsCallObserver() {
      @Override
      public Optional<awssetup.sandbox.aws.AwsFault> arrived(
          String host, String operation, JsonObject input) {
        return strike(host, operation + about(input))
            .map(
                blow ->
                    blow == Blow.BEFORE
                        ? awssetup.sandbox.aws.AwsFault.reset()
                        : awssetup.sandbox.aws.AwsFault.loseAnswer());
      }

      @Override
      public void answered(String host, String operation, JsonObject input) {
        strikeLate(host);
      }
    };
  }

  private static String about(JsonObject input) {
    return input.has("RoleArn") && !input.has("ExternalId") ? " without external ID" : "";
  }

  /** What tells two calls of the same method apart. */
  private static String about(String method, JsonObject arguments) {
    return switch (method) {
      case "chat.postMessage" -> " " + kindAndNumber(arguments.get("blocks"));
      case "views.open" -> " " + tree(arguments.get("view")).get("callback_id").getAsString();
      case "users.info" -> " " + arguments.get("user").getAsString();
      case "conversations.members", "conversations.info" ->
          " " + arguments.get("channel").getAsString();
      default -> "";
    };
  }

  private static String kindAndNumber(JsonElement blocks) {
    JsonArray all =
        blocks.isJsonArray()
            ? blocks.getAsJsonArray()
            : JsonParser.parseString(blocks.getAsString()).getAsJsonArray();
    return all.get(0).getAsJsonObject().get("block_id").getAsString().replaceFirst("^[^:]*:", "");
  }

  private static JsonObject tree(JsonElement element) {
    return element.isJsonObject()
        ? element.getAsJsonObject()
        : JsonParser.parseString(element.getAsString()).getAsJsonObject();
  }
}
