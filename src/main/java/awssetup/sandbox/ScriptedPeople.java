package awssetup.sandbox;

import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.StandInMessage;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plays people in Slack for a {@link Scenario}, one deed after another, each when the app has done
 * what followed from the last.
 */
final class ScriptedPeople {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long GLANCE_MILLIS = 20;
  private static final Set<String> ONE_OF_SEVERAL = Set.of("radio_buttons", "static_select");

  private final SlackStandIn slack;
  private final SandboxClock clock;
  private final Supplier<List<PlannedWork>> planned;
  private final Runnable lookNow;

  ScriptedPeople(
      SlackStandIn slack,
      SandboxClock clock,
      Supplier<List<PlannedWork>> planned,
      Runnable lookNow) {
    this.slack = slack;
    this.clock = clock;
    this.planned = planned;
    this.lookNow = lookNow;
  }

  void type(String who, String channel, String text) {
    expectOk(slack.type(who, channel, text), text);
    settle();
  }

  /** Presses a button of the channel's newest card. */
  void press(String who, String channel, String actionId) {
    Offer offer = await(() -> offer(channel, actionId), "card with " + actionId);
    expectOk(slack.press(who, channel, offer.ts(), offer.blockId(), actionId, null), actionId);
    settle();
  }

  /** Opens the app's Home tab. */
  void openHome(String who) {
    slack.openHome(who);
    settle();
  }

  /** Waits until the channel's newest card says this. */
  void awaitCard(String channel, String words) {
    await(
        () -> card(channel).filter(card -> card.blocks().toString().contains(words)),
        "card that says " + words);
  }

  /** Submits the modal in front of somebody; what is not named keeps what it began with. */
  void submit(String who, Map<String, String> fields) {
    JsonObject view = await(() -> last(slack.workspace().views(who)), "modal");
    JsonObject values = new JsonObject();
    for (JsonElement block : view.getAsJsonArray("blocks")) {
      JsonElement id = block.getAsJsonObject().get("block_id");
      String value = id == null ? null : fields.get(id.getAsString());
      if (value != null) {
        JsonObject action = new JsonObject();
        action.add(id.getAsString(), held(block.getAsJsonObject(), value));
        values.add(id.getAsString(), action);
      }
    }
    Delivery delivery = slack.submit(who, view.get("id").getAsString(), values);
    expectOk(delivery, view.get("callback_id").getAsString());
    settle();
  }

  /** Lets time pass up to the next reminder for this customer, and has the app send it. */
  void awaitReminder(String customer) {
    Instant due =
        planned.get().stream()
            .filter(plan -> plan.customer().equals(customer) && plan.kind().equals("reminder"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No reminder is planned for " + customer))
            .at();
    pass(Duration.between(clock.instant(), due));
  }

  void pass(Duration time) {
    clock.advance(time);
    lookNow.run();
    settle();
  }

  private static JsonObject held(JsonObject block, String value) {
    String type = block.getAsJsonObject("element").get("type").getAsString();
    JsonObject held = new JsonObject();
    held.addProperty("type", type);
    JsonObject option = new JsonObject();
    option.addProperty("value", value);
    if (ONE_OF_SEVERAL.contains(type)) {
      held.add("selected_option", option);
    } else if (type.equals("checkboxes")) {
      JsonArray options = new JsonArray();
      options.add(option);
      held.add("selected_options", options);
    } else {
      held.addProperty("value", value);
    }
    return held;
  }

  private Optional<StandInMessage> card(String channel) {
    return last(
        slack.workspace().messages(channel).stream()
            .filter(message -> message.blocks().toString().contains(":card:"))
            .toList());
  }

  /** A button that can be pressed. */
  private record Offer(String ts, String blockId) {}

  private Optional<Offer> offer(String channel, String actionId) {
    return card(channel).flatMap(card -> offer(card, actionId));
  }

  private static Optional<Offer> offer(StandInMessage card, String actionId) {
    for (JsonElement block : card.blocks()) {
      if (block.toString().contains("\"action_id\":\"" + actionId + "\"")) {
        return Optional.of(
            new Offer(card.ts(), block.getAsJsonObject().get("block_id").getAsString()));
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<T> last(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private static void expectOk(Delivery delivery, String what) {
    if (!delivery.ok()) {
      throw new IllegalStateException(
          what + " did not go through: " + delivery.shownError() + " " + delivery.fieldErrors());
    }
  }

  /** Waits until the app has nothing due. */
  private void settle() {
    await(
        () ->
            planned.get().stream().allMatch(plan -> plan.at().isAfter(clock.instant()))
                ? Optional.of(true)
                : Optional.empty(),
        "rest");
  }

  /** Waits for what the app is to bring about. */
  <T> T await(Supplier<Optional<T>> sight, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> seen = sight.get();
    while (seen.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The app does not come to a " + what);
      }
      try {
        Thread.sleep(GLANCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
      seen = sight.get();
    }
    return seen.get();
  }
}
