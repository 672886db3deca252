package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** No {@code block_id} twice on one surface, no {@code action_id} twice in one block. */
final class UniqueIds {
  private UniqueIds() {}

  static void check(JsonElement blocks, Complaints findings) {
    if (!(blocks instanceof JsonArray array)) {
      return;
    }
    Set<String> blockIds = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonObject block) {
        refuseRepeated(block, "block_id", blockIds, findings.at(i));
        actionIds(block, findings.at(i));
      }
    }
  }

  private static void actionIds(JsonObject block, Complaints findings) {
    if (!(block.get("elements") instanceof JsonArray elements)) {
      return;
    }
    Set<String> actionIds = new HashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof JsonObject element) {
        refuseRepeated(element, "action_id", actionIds, findings.at("elements").at(i));
      }
    }
  }

  private static void refuseRepeated(
      JsonObject holder, String name, Set<String> seen, Complaints findings) {
    String id = JsonRule.stringOr(holder.get(name), "");
    if (!id.isEmpty() && !seen.add(id)) {
      findings.at(name).add("`" + name + "` \"" + id + "\" already exists");
    }
  }
}
