package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Map;

/** Fields that people write into. */
final class TextInputRules {
  private TextInputRules() {}

  static Map<String, JsonRule> all() {
    return Map.of(
        "plain_text_input", plain(),
        "email_text_input", writable("email_text_input").optional("initial_value", line()),
        "url_text_input", writable("url_text_input").optional("initial_value", line()),
        "number_input", number());
  }

  private static JsonRule plain() {
    return writable("plain_text_input")
        .optional("initial_value", JsonRule.string(0, 3000))
        .optional("multiline", JsonRule.bool())
        .optional("min_length", JsonRule.integer(0, 3000))
        .optional("max_length", JsonRule.integer(1, 3000))
        .whole(
            (input, complaints) -> {
              int most = number(input.get("max_length"), 3000);
              if (number(input.get("min_length"), 0) > most) {
                complaints.at("min_length").add("must be less than or equal to `max_length`");
              }
              if (JsonRule.stringOr(input.get("initial_value"), "").length() > most) {
                complaints
                    .at("initial_value")
                    .add("must be less than " + (most + 1) + " characters");
              }
            });
  }

  private static JsonRule number() {
    return writable("number_input")
        .required("is_decimal_allowed", JsonRule.bool())
        .optional("initial_value", JsonRule.numeral())
        .optional("min_value", JsonRule.numeral())
        .optional("max_value", JsonRule.numeral())
        .whole(TextInputRules::range);
  }

  private static void range(JsonObject input, Complaints complaints) {
    try {
      if (input.has("min_value")
          && input.has("max_value")
          && decimal(input, "min_value").compareTo(decimal(input, "max_value")) > 0) {
        complaints.at("min_value").add("must be less than or equal to `max_value`");
      }
    } catch (NumberFormatException | UnsupportedOperationException e) {
      // The rule of each field has complained about its form already.
    }
  }

  private static BigDecimal decimal(JsonObject input, String name) {
    return new BigDecimal(JsonRule.stringOr(input.get(name), ""));
  }

  private static ObjectRule writable(String type) {
    return ObjectRule.interactive(type)
        .optional("placeholder", CompositionRules.plainText(150))
        .optional("dispatch_action_config", CompositionRules.dispatchActionConfig())
        .optional("focus_on_load", JsonRule.bool());
  }

  private static JsonRule line() {
    return JsonRule.string(0, 3000);
  }

  private static int number(JsonElement value, int other) {
    return value instanceof JsonPrimitive p && p.isNumber() ? p.getAsInt() : other;
  }
}
