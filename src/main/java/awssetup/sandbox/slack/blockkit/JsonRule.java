package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One rule for one JSON value. Rules are built from each other, so that each table reads like
 * Slack's reference.
 */
interface JsonRule {
  void check(JsonElement value, Complaints complaints);

  /** This rule and the other one. */
  default JsonRule and(JsonRule other) {
    return (value, complaints) -> {
      check(value, complaints);
      other.check(value, complaints);
    };
  }

  static JsonRule string(int least, int most) {
    return (value, complaints) -> {
      if (!(value instanceof JsonPrimitive p) || !p.isString()) {
        complaints.add("must provide a string");
      } else if (p.getAsString().length() < least) {
        complaints.add("must be more than " + (least - 1) + " characters");
      } else if (p.getAsString().length() > most) {
        complaints.add("must be less than " + (most + 1) + " characters");
      }
    };
  }

  static JsonRule matching(String pattern, String complaint) {
    Pattern compiled = Pattern.compile(pattern);
    return (value, complaints) -> {
      if (!compiled.matcher(stringOr(value, "")).matches()) {
        complaints.add(complaint);
      }
    };
  }

  static JsonRule url(int most) {
    return string(1, most)
        .and(
            (value, complaints) -> {
              try {
                if (URI.create(stringOr(value, "")).getScheme() == null) {
                  complaints.add("must be a valid URL");
                }
              } catch (IllegalArgumentException e) {
                complaints.add("must be a valid URL");
              }
            });
  }

  static JsonRule bool() {
    return (value, complaints) -> {
      if (!(value instanceof JsonPrimitive p) || !p.isBoolean()) {
        complaints.add("must provide a boolean");
      }
    };
  }

  static JsonRule integer(long least, long most) {
    return (value, complaints) -> {
      if (!(value instanceof JsonPrimitive p) || !p.isNumber() || isFraction(p)) {
        complaints.add("must provide an integer");
      } else if (p.getAsLong() < least) {
        complaints.add("must be greater than " + (least - 1));
      } else if (p.getAsLong() > most) {
        complaints.add("must be less than " + (most + 1));
      }
    };
  }

  static JsonRule numeral() {
    return (value, complaints) -> {
      try {
        new BigDecimal(stringOr(value, ""));
      } catch (NumberFormatException e) {
        complaints.add("must provide a number as a string");
      }
    };
  }

  static JsonRule oneOf(String... words) {
    return (value, complaints) -> {
      if (!List.of(words).contains(stringOr(value, ""))) {
        complaints.add("must be a valid enum value");
      }
    };
  }

  static JsonRule list(int fewest, int most, JsonRule each) {
    return (value, complaints) -> {
      if (!(value instanceof JsonArray items)) {
        complaints.add("must provide an array");
        return;
      }
      if (items.size() < fewest) {
        complaints.add("no fewer than " + fewest + " items allowed");
      } else if (items.size() > most) {
        complaints.add("no more than " + most + " items allowed");
      }
      for (int i = 0; i < items.size(); i++) {
        each.check(items.get(i), complaints.at(i));
      }
    };
  }

  /** The rule for the object's {@code type}; a type that is not in the table is refused by name. */
  static JsonRule byType(Map<String, ? extends JsonRule> rules) {
    return (value, complaints) -> {
      if (!(value instanceof JsonObject object)) {
        complaints.add("must provide an object");
      } else if (!object.has("type")) {
        complaints.add("missing required field: type");
      } else {
        String type = stringOr(object.get("type"), "");
        JsonRule rule = rules.get(type);
        if (rule == null) {
          complaints.at("type").add("unsupported type: " + type);
        } else {
          rule.check(object, complaints);
        }
      }
    };
  }

  static String stringOr(JsonElement value, String other) {
    return value instanceof JsonPrimitive p && p.isString() ? p.getAsString() : other;
  }

  private static boolean isFraction(JsonPrimitive number) {
    return number.getAsBigDecimal().stripTrailingZeros().scale() > 0;
  }
}
