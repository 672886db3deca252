package awssetup.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** Reads and fills in a modal's fields. */
public final class ModalFields {
  private ModalFields() {}

  /** The values of a modal's fields as Slack sends them. */
  public static JsonObject values(JsonObject view, Map<String, ?> fields) {
    JsonObject values = new JsonObject();
    fields.forEach(
        (field, value) -> {
          JsonObject element = new JsonObject();
          JsonObject input = elementOf(view, field);
          String type = input.get("type").getAsString();
          if (value instanceof List<?> ticked) {
            JsonArray options = new JsonArray();
            ticked.forEach(t -> options.add(option(t.toString())));
            element.add("selected_options", options);
          } else if (type.equals("radio_buttons") || type.equals("static_select")) {
            element.add("selected_option", option(value.toString()));
          } else {
            element.addProperty("value", value.toString());
          }
          element.addProperty("type", type);
          JsonObject action = new JsonObject();
          action.add(field, element);
          values.add(field, action);
        });
    return values;
  }

  private static JsonObject option(String value) {
    JsonObject option = new JsonObject();
    option.addProperty("value", value);
    return option;
  }

  public static JsonObject elementOf(JsonObject view, String field) {
    for (JsonElement block : view.getAsJsonArray("blocks")) {
      JsonObject object = block.getAsJsonObject();
      if (object.has("block_id") && object.get("block_id").getAsString().equals(field)) {
        return object.getAsJsonObject("element");
      }
    }
    throw new AssertionError("the modal has no field " + field);
  }
}
