package awssetup.sandbox.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * What Slack does to blocks as it takes them in: ids for what came without, and defaults of text
 * objects spelled out. What comes back is therefore never quite what was sent.
 */
final class Tidy {
  private static final Set<String> WITHOUT_ACTION = Set.of("image", "plain_text", "mrkdwn");

  private final Ids ids;

  Tidy(Ids ids) {
    this.ids = ids;
  }

  JsonArray blocks(JsonArray sent) {
    JsonArray blocks = sent.deepCopy();
    for (JsonObject block : Json.objects(blocks)) {
      if (!block.has("block_id")) {
        block.addProperty("block_id", ids.shortOne());
      }
      if (!"rich_text".equals(Json.string(block, "type"))) {
        elements(block).forEach(this::nameAction);
        spellOut(block);
      }
    }
    return blocks;
  }

  /** The elements in a block, wherever that type of block keeps them. */
  static List<JsonObject> elements(JsonObject block) {
    JsonArray all = new JsonArray();
    all.addAll(Json.list(block, "elements"));
    for (String name : List.of("accessory", "element")) {
      if (Json.child(block, name) != null) {
        all.add(Json.child(block, name));
      }
    }
    return Json.objects(all);
  }

  private void nameAction(JsonObject element) {
    if (!element.has("action_id") && !WITHOUT_ACTION.contains(Json.string(element, "type"))) {
      element.addProperty("action_id", ids.shortOne());
    }
  }

  private static void spellOut(JsonElement part) {
    if (part instanceof JsonArray array) {
      array.forEach(Tidy::spellOut);
    } else if (part instanceof JsonObject object) {
      if ("plain_text".equals(Json.string(object, "type")) && !object.has("emoji")) {
        object.addProperty("emoji", true);
      }
      if ("mrkdwn".equals(Json.string(object, "type")) && !object.has("verbatim")) {
        object.addProperty("verbatim", false);
      }
      object.entrySet().forEach(entry -> spellOut(entry.getValue()));
    }
  }
}
