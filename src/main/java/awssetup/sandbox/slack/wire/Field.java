package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element in a block that a person can press, choose or write into, and the value that it has in
 * payloads.
 */
public record Field(JsonObject block, JsonObject element) {
  private static final Map<String, String> VALUE_NAMES =
      Map.ofEntries(
          Map.entry("plain_text_input", "value"),
          Map.entry("email_text_input", "value"),
          Map.entry("url_text_input", "value"),
          Map.entry("number_input", "value"),
          Map.entry("static_select", "selected_option"),
          Map.entry("radio_buttons", "selected_option"),
          Map.entry("checkboxes", "selected_options"),
          Map.entry("multi_static_select", "selected_options"),
          Map.entry("users_select", "selected_user"),
          Map.entry("conversations_select", "selected_conversation"),
          Map.entry("channels_select", "selected_channel"),
          Map.entry("datepicker", "selected_date"),
          Map.entry("timepicker", "selected_time"),
          Map.entry("datetimepicker", "selected_date_time"));
  private static final Set<String> PRESSED_ONLY = Set.of("button", "overflow");

  public static List<Field> in(JsonArray blocks) {
    List<Field> fields = new ArrayList<>();
    for (JsonObject block : JsonTree.objects(blocks)) {
      for (JsonObject element : BlockDefaults.elements(block)) {
        Field field = new Field(block, element);
        if (field.hasState() || PRESSED_ONLY.contains(field.type())) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  public static Optional<Field> find(JsonArray blocks, String blockId, String actionId) {
    return in(blocks).stream()
        .filter(field -> field.blockId().equals(blockId) && field.actionId().equals(actionId))
        .findFirst();
  }

  public String type() {
    return JsonTree.string(element, "type");
  }

  public String blockId() {
    return JsonTree.string(block, "block_id");
  }

  public String actionId() {
    return JsonTree.string(element, "action_id");
  }

  public boolean isInput() {
    return "input".equals(JsonTree.string(block, "type"));
  }

  public boolean hasState() {
    return VALUE_NAMES.containsKey(type());
  }

  /** The name of its value in a payload; null for a button, which has none. */
  public String valueName() {
    return "overflow".equals(type()) ? "selected_option" : VALUE_NAMES.get(type());
  }

  /** Its value before it is touched. */
  JsonObject untouched() {
    String name = valueName().equals("value") ? "initial_value" : valueName();
    return state(element.get(name.replace("selected_", "initial_")));
  }

  /**
   * Its value after this was chosen or written.
   *
   * @param raw an option may be named by its value
   * @throws IllegalArgumentException for an option that it does not offer
   */
  public JsonObject state(JsonElement raw) {
    return JsonTree.object("type", type(), valueName(), value(raw));
  }

  private JsonElement value(JsonElement raw) {
    boolean nothing = raw == null || raw.isJsonNull();
    return switch (valueName()) {
      case "selected_options" -> nothing ? new JsonArray() : offered((JsonArray) raw);
      case "selected_option" -> nothing ? JsonNull.INSTANCE : offered(raw);
      default -> nothing || raw.getAsString().isEmpty() ? JsonNull.INSTANCE : raw.deepCopy();
    };
  }

  private JsonArray offered(JsonArray raw) {
    JsonArray chosen = new JsonArray();
    raw.forEach(each -> chosen.add(offered(each)));
    return chosen;
  }

  private JsonObject offered(JsonElement raw) {
    String value =
        raw instanceof JsonObject option ? JsonTree.string(option, "value") : raw.getAsString();
    return options().stream()
        .filter(option -> value.equals(JsonTree.string(option, "value")))
        .findFirst()
        .map(JsonObject::deepCopy)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s/%s does not offer %s".formatted(blockId(), actionId(), value)));
  }

  private List<JsonObject> options() {
    JsonArray all = new JsonArray();
    all.addAll(JsonTree.list(element, "options"));
    for (JsonObject group : JsonTree.objects(JsonTree.list(element, "option_groups"))) {
      all.addAll(JsonTree.list(group, "options"));
    }
    return JsonTree.objects(all);
  }
}
