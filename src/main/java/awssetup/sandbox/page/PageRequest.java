package awssetup.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;

/** The named values of a request to the page's API, from the query or from a JSON body. */
final class PageRequest {
  private static final int BODY_LIMIT = 256 * 1024;
  private final JsonObject values;

  private PageRequest(JsonObject values) {
    this.values = values;
  }

  static PageRequest ofQuery(HttpExchange exchange) {
    JsonObject values = new JsonObject();
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      Arrays.stream(query.split("&"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> pair.length == 2)
          .forEach(pair -> values.addProperty(decode(pair[0]), decode(pair[1])));
    }
    return new PageRequest(values);
  }

  static PageRequest ofBody(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    if (body.length > BODY_LIMIT) {
      throw new PageRefusal(413, "The request is too large.");
    }
    try {
      if (JsonParser.parseString(new String(body, UTF_8)) instanceof JsonObject values) {
        return new PageRequest(values);
      }
    } catch (JsonParseException e) {
      throw new PageRefusal(400, "The request is not JSON.");
    }
    throw new PageRefusal(400, "The request is not a JSON object.");
  }

  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw new PageRefusal(400, name + " is missing.");
    }
    return text;
  }

  String textOrNull(String name) {
    JsonElement value = values.get(name);
    if (value == null || value.isJsonNull()) {
      return null;
    }
    if (!value.isJsonPrimitive()) {
      throw new PageRefusal(400, name + " is not a text.");
    }
    return value.getAsString();
  }

  boolean flag(String name) {
    return switch (text(name)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new PageRefusal(400, name + " is neither true nor false.");
    };
  }

  JsonObject object(String name) {
    if (values.get(name) instanceof JsonObject object) {
      return object;
    }
    throw new PageRefusal(400, name + " is not an object.");
  }

  JsonObject objectOrEmpty(String name) {
    return values.has(name) ? object(name) : new JsonObject();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new PageRefusal(400, "The query is not well formed.");
    }
  }
}
