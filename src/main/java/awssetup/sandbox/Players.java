package awssetup.sandbox;

import awssetup.sandbox.slack.Delivery;
import awssetup.sandbox.slack.Message;
import awssetup.sandbox.slack.SlackStandIn;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plays people in Slack for a {@link Scenario}, one deed after another, each when the app has done
 * what followed from the last.
 */
final class Players {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long GLANCE_MILLIS = 20;
  private static final Set<String> ONE_OF_SEVERAL = Set.of("radio_buttons", "static_select");

  private final SlackStandIn slack;
  private final SandboxClock clock;
  private final Supplier<List<Sandbox.Planned>> planned;
  private final Runnable lookNow;

  Players(
      SlackStandIn slack,
      SandboxClock clock,
      Supplier<List<Sandbox.Planned>> planned,
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
    Message card = card(channel);
    String block = blockWith(card, actionId);
    expectOk(slack.press(who, channel, card.ts(), block, actionId, null), actionId);
    settle();
  }

  /** Submits the modal in front of somebody; what is not named keeps what it began with. */
  void submit(String who, Map<String, String> fields) {
    List<JsonObject> views = slack.workspace().views(who);
    JsonObject view = views.get(views.size() - 1);
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

  private Message card(String channel) {
    List<Message> cards =
        slack.workspace().messages(channel).stream()
            .filter(message -> message.blocks().toString().contains(":card:"))
            .toList();
    return cards.get(cards.size() - 1);
  }

  private static String blockWith(Message card, String actionId) {
    for (JsonElement block : card.blocks()) {
      if (block.toString().contains("\"action_id\":\"" + actionId + "\"")) {
        return block.getAsJsonObject().get("block_id").getAsString();
      }
    }
    throw new IllegalStateException("The card offers no " + actionId);
  }

  private static void expectOk(Delivery delivery, String what) {
    if (!delivery.ok()) {
      throw new IllegalStateException(
          what + " did not go through: " + delivery.shownError() + " " + delivery.fieldErrors());
    }
  }

  /** Waits until the app has nothing due. */
  private void settle() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (planned.get().stream().anyMatch(plan -> !plan.at().isAfter(clock.instant()))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The app does not come to rest");
      }
      try {
        Thread.sleep(GLANCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
    }
  }
}
