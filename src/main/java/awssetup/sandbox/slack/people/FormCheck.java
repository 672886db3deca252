package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.wire.Field;
import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks a form as Slack's client does before it sends it. The app never gets a form that fails
 * here.
 */
final class FormCheck {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");

  private FormCheck() {}

  /** Texts by block ID for the fields that are not filled in properly. */
  static Map<String, String> complaints(JsonArray blocks, JsonObject values) {
    Map<String, String> complaints = new LinkedHashMap<>();
    for (Field field : Field.in(blocks)) {
      if (field.isInput()) {
        JsonObject state =
            values.getAsJsonObject(field.blockId()).getAsJsonObject(field.actionId());
        String complaint = complaint(field, state.get(field.valueName()));
        if (complaint != null) {
          complaints.put(field.blockId(), complaint);
        }
      }
    }
    return complaints;
  }

  private static String complaint(Field field, JsonElement value) {
    if (value.isJsonNull() || value instanceof JsonArray none && none.isEmpty()) {
      return JsonTree.isTrue(field.block(), "optional")
          ? null
          : "Please complete this required field.";
    }
    return switch (field.type()) {
      case "email_text_input" ->
          EMAIL.matcher(value.getAsString()).matches()
              ? null
              : "Please enter a valid email address.";
      case "number_input" -> number(field.element(), value.getAsString());
      case "plain_text_input" -> length(field.element(), value.getAsString().length());
      default -> null;
    };
  }

  private static String length(JsonObject input, int length) {
    if (input.has("min_length") && length < input.get("min_length").getAsInt()) {
      return "Please enter at least " + input.get("min_length") + " characters.";
    }
    if (input.has("max_length") && length > input.get("max_length").getAsInt()) {
      return "Please enter no more than " + input.get("max_length") + " characters.";
    }
    return null;
  }

  private static String number(JsonObject input, String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return "Please enter a number.";
    }
    if (!JsonTree.isTrue(input, "is_decimal_allowed") && number.stripTrailingZeros().scale() > 0) {
      return "Please enter a whole number.";
    }
    String least = JsonTree.string(input, "min_value");
    if (least != null && number.compareTo(new BigDecimal(least)) < 0) {
      return "Please enter a number of at least " + least + ".";
    }
    String most = JsonTree.string(input, "max_value");
    if (most != null && number.compareTo(new BigDecimal(most)) > 0) {
      return "Please enter a number of at most " + most + ".";
    }
    return null;
  }
}
