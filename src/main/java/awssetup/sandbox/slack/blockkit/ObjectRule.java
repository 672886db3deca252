package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** An object with known fields: the required ones must be there, and no others may be. */
final class ObjectRule implements JsonRule {
  private final Map<String, JsonRule> fields = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private BiConsumer<JsonObject, Complaints> whole = (object, complaints) -> {};

  static ObjectRule ofType(String type) {
    return new ObjectRule().required("type", JsonRule.oneOf(type));
  }

  /** A block, which may have an ID. */
  static ObjectRule block(String type) {
    return ofType(type).optional("block_id", JsonRule.string(1, 255));
  }

  /** An element that people can act on, which may have an ID. */
  static ObjectRule interactive(String type) {
    return ofType(type).optional("action_id", JsonRule.string(1, 255));
  }

  ObjectRule required(String name, JsonRule rule) {
    required.add(name);
    return optional(name, rule);
  }

  ObjectRule optional(String name, JsonRule rule) {
    fields.put(name, rule);
    return this;
  }

  /** Adds a rule about several fields together, checked after the fields. */
  ObjectRule whole(BiConsumer<JsonObject, Complaints> rule) {
    BiConsumer<JsonObject, Complaints> before = whole;
    whole = before.andThen(rule);
    return this;
  }

  @Override
  public void check(JsonElement value, Complaints complaints) {
    if (!(value instanceof JsonObject object)) {
      complaints.add("must provide an object");
      return;
    }
    for (String name : required) {
      if (!object.has(name)) {
        complaints.add("missing required field: " + name);
      }
    }
    for (String name : object.keySet()) {
      JsonRule rule = fields.get(name);
      if (rule == null) {
        complaints.add("invalid additional property: " + name);
      } else {
        rule.check(object.get(name), complaints.at(name));
      }
    }
    whole.accept(object, complaints);
  }
}
