package awssetup.testkit;

import awssetup.sandbox.slack.world.StandInMessage;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads messages as people do, and finds the keys and buttons in their blocks. */
public final class MessageText {
  private MessageText() {}

  public static String key(StandInMessage message) {
    JsonArray blocks = message.blocks();
    return blocks == null || blocks.isEmpty() || !blocks.get(0).getAsJsonObject().has("block_id")
        ? ""
        : blocks.get(0).getAsJsonObject().get("block_id").getAsString();
  }

  /** Everything that a person reads in a message, blocks included. */
  public static String of(StandInMessage message) {
    List<String> texts = new ArrayList<>();
    if (message.blocks() == null || message.blocks().isEmpty()) {
      texts.add(message.text());
    } else {
      collect(message.blocks(), texts);
    }
    return String.join("\n", texts);
  }

  private static void collect(JsonElement element, List<String> texts) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(e -> collect(e, texts));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      object
          .entrySet()
          .forEach(
              entry -> {
                if (entry.getKey().equals("text") && entry.getValue().isJsonPrimitive()) {
                  texts.add(entry.getValue().getAsString());
                } else {
                  collect(entry.getValue(), texts);
                }
              });
    }
  }

  public static String blockOf(StandInMessage message, String actionId) {
    for (JsonElement block : message.blocks()) {
      JsonObject object = block.getAsJsonObject();
      if (object.has("elements")) {
        for (JsonElement element : object.getAsJsonArray("elements")) {
          JsonObject e = element.getAsJsonObject();
          if (e.has("action_id") && e.get("action_id").getAsString().equals(actionId)) {
            return object.get("block_id").getAsString();
          }
        }
      }
    }
    throw new AssertionError("no button " + actionId + " on:\n" + of(message));
  }
}
