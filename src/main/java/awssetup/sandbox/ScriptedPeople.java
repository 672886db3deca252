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
 * Plays people in Slack for a {@link Scenario}, one action after another. After each action it
 * waits until the app has done everything that follows from it.
 */
final class ScriptedPeople {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 20;
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

  /** Types a line in the channel. */
  void type(String who, String channel, String text) {
    expectOk(slack.type(who, channel, text), text);
    settle();
  }

  /** Presses a button of the newest card in the channel. */
  void press(String who, String channel, String actionId) {
    Button button = await(() -> button(channel, actionId), "card with " + actionId);
    expectOk(slack.press(who, channel, button.ts(), button.blockId(), actionId, null), actionId);
    settle();
  }

  /** Opens the app's Home tab. */
  void openHome(String who) {
    slack.openHome(who);
    settle();
  }

  /** Waits until the newest card in the channel contains these words. */
  void awaitCard(String channel, String words) {
    await(
        () -> card(channel).filter(card -> card.blocks().toString().contains(words)),
        "card that says " + words);
  }

  /**
   * Submits the modal in front of this person. Fields that are not named keep their first value.
   */
  void submit(String who, Map<String, String> fields) {
    JsonObject view = await(() -> last(slack.workspace().views(who)), "modal");
    JsonObject values = new JsonObject();
    for (JsonElement block : view.getAsJsonArray("blocks")) {
      JsonElement id = block.getAsJsonObject().get("block_id");
      String value = id == null ? null : fields.get(id.getAsString());
      if (value != null) {
        JsonObject action = new JsonObject();
        action.add(id.getAsString(), fieldState(block.getAsJsonObject(), value));
        values.add(id.getAsString(), action);
      }
    }
    Delivery delivery = slack.submit(who, view.get("id").getAsString(), values);
    expectOk(delivery, view.get("callback_id").getAsString());
    settle();
  }

  /** Moves the clock to the next reminder for this customer and has the app send it. */
  void awaitReminder(String customer) {
    Instant due =
        planned.get().stream()
            .filter(plan -> plan.customer().equals(customer) && plan.kind().equals("reminder"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No reminder is planned for " + customer))
            .at();
    pass(Duration.between(clock.instant(), due));
  }

  /** Moves the clock on and has the app do what is due then. */
  void pass(Duration time) {
    clock.advance(time);
    lookNow.run();
    settle();
  }

  private static JsonObject fieldState(JsonObject block, String value) {
    String type = block.getAsJsonObject("element").get("type").getAsString();
    JsonObject state = new JsonObject();
    state.addProperty("type", type);
    JsonObject option = new JsonObject();
    option.addProperty("value", value);
    if (ONE_OF_SEVERAL.contains(type)) {
      state.add("selected_option", option);
    } else if (type.equals("checkboxes")) {
      JsonArray options = new JsonArray();
      options.add(option);
      state.add("selected_options", options);
    } else {
      state.addProperty("value", value);
    }
    return state;
  }

  private Optional<StandInMessage> card(String channel) {
    return last(
        slack.workspace().messages(channel).stream()
            .filter(message -> message.blocks().toString().contains(":card:"))
            .toList());
  }

  /** Where a button is that can be pressed. */
  private record Button(String ts, String blockId) {}

  private Optional<Button> button(String channel, String actionId) {
    return card(channel).flatMap(card -> button(card, actionId));
  }

  private static Optional<Button> button(StandInMessage card, String actionId) {
    for (JsonElement block : card.blocks()) {
      if (block.toString().contains("\"action_id\":\"" + actionId + "\"")) {
        return Optional.of(
            new Button(card.ts(), block.getAsJsonObject().get("block_id").getAsString()));
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

  /**
   * Waits until the supplier finds something.
   *
   * @param what names it in the error
   * @throws IllegalStateException if it is not there after 30 seconds
   */
  <T> T await(Supplier<Optional<T>> look, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Still missing after 30 seconds: " + what);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
      found = look.get();
    }
    return found.get();
  }
}
