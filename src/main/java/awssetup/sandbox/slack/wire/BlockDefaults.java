package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.SlackIds;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Changes blocks as Slack does when it accepts them: missing IDs are added, and defaults of text
 * objects are spelled out. So an app never gets back exactly what it sent.
 */
public final class BlockDefaults {
  private static final Set<String> WITHOUT_ACTION = Set.of("image", "plain_text", "mrkdwn");

  private final SlackIds ids;

  public BlockDefaults(SlackIds ids) {
    this.ids = ids;
  }

  JsonArray blocks(JsonArray sent) {
    JsonArray blocks = sent.deepCopy();
    for (JsonObject block : JsonTree.objects(blocks)) {
      if (!block.has("block_id")) {
        block.addProperty("block_id", ids.shortOne());
      }
      if (!"rich_text".equals(JsonTree.string(block, "type"))) {
        elements(block).forEach(this::nameAction);
        spellOut(block);
      }
    }
    return blocks;
  }

  /** The elements in a block, from each field that can hold them. */
  static List<JsonObject> elements(JsonObject block) {
    JsonArray all = new JsonArray();
    all.addAll(JsonTree.list(block, "elements"));
    for (String name : List.of("accessory", "element")) {
      if (JsonTree.child(block, name) != null) {
        all.add(JsonTree.child(block, name));
      }
    }
    return JsonTree.objects(all);
  }

  private void nameAction(JsonObject element) {
    if (!element.has("action_id") && !WITHOUT_ACTION.contains(JsonTree.string(element, "type"))) {
      element.addProperty("action_id", ids.shortOne());
    }
  }

  private static void spellOut(JsonElement part) {
    if (part instanceof JsonArray array) {
      array.forEach(BlockDefaults::spellOut);
    } else if (part instanceof JsonObject object) {
      if ("plain_text".equals(JsonTree.string(object, "type")) && !object.has("emoji")) {
        object.addProperty("emoji", true);
      }
      if ("mrkdwn".equals(JsonTree.string(object, "type")) && !object.has("verbatim")) {
        object.addProperty("verbatim", false);
      }
      object.entrySet().forEach(entry -> spellOut(entry.getValue()));
    }
  }
}
