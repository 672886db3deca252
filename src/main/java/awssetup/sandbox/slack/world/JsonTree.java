package awssetup.sandbox.slack.world;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/** Short methods to build and read JSON trees. */
public final class JsonTree {
  private JsonTree() {}

  /** An object of names, each followed by its value; a null value becomes JSON's null. */
  public static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
    }
    return object;
  }

  /** An array of these values. */
  public static JsonArray array(Iterable<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(element(value)));
    return array;
  }

  private static JsonElement element(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof JsonElement element) {
      return element;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean bool) {
      return new JsonPrimitive(bool);
    }
    return new JsonPrimitive(value.toString());
  }

  /** The tree, or null if the text is not JSON. */
  public static JsonElement parse(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      return null;
    }
  }

  /** The string of that name, or null. */
  public static String string(JsonObject object, String name) {
    return object != null && object.get(name) instanceof JsonPrimitive p ? p.getAsString() : null;
  }

  /** Whether the value of that name is true, as JSON or as text. */
  public static boolean isTrue(JsonObject object, String name) {
    return "true".equals(string(object, name));
  }

  /** The object of that name, or null. */
  public static JsonObject child(JsonObject object, String name) {
    return object != null && object.get(name) instanceof JsonObject child ? child : null;
  }

  /** The array of that name, or an empty one. */
  public static JsonArray list(JsonObject object, String name) {
    return object != null && object.get(name) instanceof JsonArray child ? child : new JsonArray();
  }

  /** The objects among the elements. */
  public static List<JsonObject> objects(JsonArray array) {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonElement element : array) {
      if (element instanceof JsonObject object) {
        objects.add(object);
      }
    }
    return objects;
  }
}
