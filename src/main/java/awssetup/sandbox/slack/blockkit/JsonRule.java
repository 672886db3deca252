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
 * One demand on one JSON value. Rules are built from each other, so that each table reads like
 * Slack's reference.
 */
interface JsonRule {
  void check(JsonElement value, Complaints findings);

  /** This demand, and the other one as well. */
  default JsonRule and(JsonRule other) {
    return (value, findings) -> {
      check(value, findings);
      other.check(value, findings);
    };
  }

  static JsonRule string(int least, int most) {
    return (value, findings) -> {
      if (!(value instanceof JsonPrimitive p) || !p.isString()) {
        findings.add("must provide a string");
      } else if (p.getAsString().length() < least) {
        findings.add("must be more than " + (least - 1) + " characters");
      } else if (p.getAsString().length() > most) {
        findings.add("must be less than " + (most + 1) + " characters");
      }
    };
  }

  static JsonRule matching(String pattern, String complaint) {
    Pattern compiled = Pattern.compile(pattern);
    return (value, findings) -> {
      if (!compiled.matcher(stringOr(value, "")).matches()) {
        findings.add(complaint);
      }
    };
  }

  static JsonRule url(int most) {
    return string(1, most)
        .and(
            (value, findings) -> {
              try {
                if (URI.create(stringOr(value, "")).getScheme() == null) {
                  findings.add("must be a valid URL");
                }
              } catch (IllegalArgumentException e) {
                findings.add("must be a valid URL");
              }
            });
  }

  static JsonRule bool() {
    return (value, findings) -> {
      if (!(value instanceof JsonPrimitive p) || !p.isBoolean()) {
        findings.add("must provide a boolean");
      }
    };
  }

  static JsonRule integer(long least, long most) {
    return (value, findings) -> {
      if (!(value instanceof JsonPrimitive p) || !p.isNumber() || isFraction(p)) {
        findings.add("must provide an integer");
      } else if (p.getAsLong() < least) {
        findings.add("must be greater than " + (least - 1));
      } else if (p.getAsLong() > most) {
        findings.add("must be less than " + (most + 1));
      }
    };
  }

  static JsonRule numeral() {
    return (value, findings) -> {
      try {
        new BigDecimal(stringOr(value, ""));
      } catch (NumberFormatException e) {
        findings.add("must provide a number as a string");
      }
    };
  }

  static JsonRule oneOf(String... words) {
    return (value, findings) -> {
      if (!List.of(words).contains(stringOr(value, ""))) {
        findings.add("must be a valid enum value");
      }
    };
  }

  static JsonRule list(int fewest, int most, JsonRule each) {
    return (value, findings) -> {
      if (!(value instanceof JsonArray items)) {
        findings.add("must provide an array");
        return;
      }
      if (items.size() < fewest) {
        findings.add("no fewer than " + fewest + " items allowed");
      } else if (items.size() > most) {
        findings.add("no more than " + most + " items allowed");
      }
      for (int i = 0; i < items.size(); i++) {
        each.check(items.get(i), findings.at(i));
      }
    };
  }

  /**
   * The rule that belongs to the object's {@code type}; a type not in the table is refused by name.
   */
  static JsonRule byType(Map<String, ? extends JsonRule> rules) {
    return (value, findings) -> {
      if (!(value instanceof JsonObject object)) {
        findings.add("must provide an object");
      } else if (!object.has("type")) {
        findings.add("missing required field: type");
      } else {
        String type = stringOr(object.get("type"), "");
        JsonRule rule = rules.get(type);
        if (rule == null) {
          findings.at("type").add("unsupported type: " + type);
        } else {
          rule.check(object, findings);
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
