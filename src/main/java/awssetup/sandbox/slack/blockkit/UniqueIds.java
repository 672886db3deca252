package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** No {@code block_id} twice on one surface, no {@code action_id} twice in one block. */
final class UniqueIds {
  private UniqueIds() {}

  static void check(JsonElement blocks, Complaints complaints) {
    if (!(blocks instanceof JsonArray array)) {
      return;
    }
    Set<String> blockIds = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonObject block) {
        refuseRepeated(block, "block_id", blockIds, complaints.at(i));
        actionIds(block, complaints.at(i));
      }
    }
  }

  private static void actionIds(JsonObject block, Complaints complaints) {
    if (!(block.get("elements") instanceof JsonArray elements)) {
      return;
    }
    Set<String> actionIds = new HashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof JsonObject element) {
        refuseRepeated(element, "action_id", actionIds, complaints.at("elements").at(i));
      }
    }
  }

  private static void refuseRepeated(
      JsonObject holder, String name, Set<String> seen, Complaints complaints) {
    String id = JsonRule.stringOr(holder.get(name), "");
    if (!id.isEmpty() && !seen.add(id)) {
      complaints.at(name).add("`" + name + "` \"" + id + "\" already exists");
    }
  }
}
