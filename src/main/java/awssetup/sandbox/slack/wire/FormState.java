package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * Makes {@code state.values}: every field's value by block and action, null if nothing was chosen
 * or written.
 */
public final class FormState {
  private FormState() {}

  /**
   * @param given what a person filled in, {@code {block: {action: {value-name: …}}}}; the other
   *     fields keep their first value
   * @throws IllegalArgumentException for a field that does not exist
   */
  public static JsonObject of(JsonArray blocks, JsonObject given) {
    List<Field> fields = Field.in(blocks).stream().filter(Field::hasState).toList();
    refuseUnknown(fields, given);
    JsonObject values = new JsonObject();
    for (Field field : fields) {
      if (!values.has(field.blockId())) {
        values.add(field.blockId(), new JsonObject());
      }
      JsonObject touched = JsonTree.child(JsonTree.child(given, field.blockId()), field.actionId());
      values
          .getAsJsonObject(field.blockId())
          .add(
              field.actionId(),
              touched == null ? field.untouched() : field.state(touched.get(field.valueName())));
    }
    return values;
  }

  private static void refuseUnknown(List<Field> fields, JsonObject given) {
    for (String blockId : given.keySet()) {
      for (String actionId : given.getAsJsonObject(blockId).keySet()) {
        if (fields.stream()
            .noneMatch(f -> f.blockId().equals(blockId) && f.actionId().equals(actionId))) {
          throw new IllegalArgumentException("No field " + blockId + "/" + actionId + " here");
        }
      }
    }
  }
}
