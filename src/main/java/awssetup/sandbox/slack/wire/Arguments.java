package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * The arguments of one call, the same whether they came as a form or as JSON. An argument that
 * cannot be read raises {@link ApiError}.
 */
public record Arguments(JsonObject all) {

  /** The argument, or null if it is absent or empty. */
  public String string(String name) {
    String value = JsonTree.string(all, name);
    return value == null || value.isEmpty() ? null : value;
  }

  public String required(String name) {
    String value = string(name);
    if (value == null) {
      throw ApiError.missing(name);
    }
    return value;
  }

  public boolean isTrue(String name) {
    String value = string(name);
    return "true".equals(value) || "1".equals(value);
  }

  public int integer(String name, int other) {
    String value = string(name);
    try {
      return value == null ? other : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw ApiError.withMessages(
          "invalid_arguments", List.of("must be a number [json-pointer:/" + name + "]"));
    }
  }

  /**
   * The JSON argument, given as a tree or as text; null if it is absent.
   *
   * @param refusal the error code if the text is not JSON
   */
  public JsonElement json(String name, String refusal) {
    JsonElement value = all.get(name);
    if (!(value instanceof JsonPrimitive text)) {
      return value == null || value.isJsonNull() ? null : value;
    }
    if (text.getAsString().isEmpty()) {
      return null;
    }
    JsonElement tree = JsonTree.parse(text.getAsString());
    if (tree == null) {
      throw ApiError.of(refusal);
    }
    return tree;
  }
}
