package awssetup.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Twists a right payload: drops, doubles, retypes, nests or grows its fields, puts in text that no
 * person types, or bytes that are no text. The same seed gives the same payloads.
 */
final class Mutations {
  static final String MARKER = "Hush hush!";
  private static final Gson JSON = new GsonBuilder().serializeNulls().create();
  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/json",
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded; charset=utf-16",
          "application/json; charset=unheard-of",
          "*/*",
          "nonsense");
  private static final List<String> STRINGS =
      List.of(
          "",
          " ",
          "null",
          MARKER,
          "\u0000",
          "\ud83d",
          "\u202e" + MARKER,
          "👨‍👩‍👧‍👦",
          "<!channel>",
          "'; DROP TABLE setups; --",
          "../../etc/passwd",
          "${jndi:ldap://127.0.0.1/x}",
          "%s%n{}",
          "-1",
          "99999999999999999999999999",
          "0123456789ABCDEF",
          "block_actions",
          "view_submission",
          "view_closed",
          "event_callback",
          "message_action",
          "block_suggestion",
          "dialog_submission",
          "workflow_step_edit",
          "gone",
          "home",
          "modal",
          "2026-99");

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** The bytes of a request's body. */
  record Body(String contentType, byte[] bytes) {}

  /**
   * @param careful keeps the words of a command, because another word may be a valid command
   */
  Body of(Wiretap.Sent sent, boolean careful) {
    String type =
        random.nextInt(12) == 0 ? TYPES.get(random.nextInt(TYPES.size())) : sent.contentType();
    String body = sent.body();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      body = body.startsWith("{") ? json(body) : form(body, careful);
    }
    byte[] bytes = body.getBytes(UTF_8);
    return new Body(type, !careful && random.nextInt(6) == 0 ? broken(bytes) : bytes);
  }

  private String form(String body, boolean careful) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && parts[1].contains("%z")) {
        return body;
      }
      fields.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    String payload = fields.get("payload");
    if (payload != null && payload.startsWith("{") && random.nextInt(10) > 0) {
      fields.put("payload", json(payload));
      return encoded(fields);
    }
    List<String> names =
        fields.keySet().stream()
            .filter(n -> !careful || !List.of("text", "command").contains(n))
            .toList();
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(careful ? 3 : 5)) {
      case 0 -> fields.remove(name);
      case 1 -> fields.put(name, string());
      case 2 -> fields.put(MARKER + random.nextInt(), string());
      case 3 -> {
        return encoded(fields) + "&" + name + "=" + URLEncoder.encode(string(), UTF_8);
      }
      default -> {
        return encoded(fields).replaceFirst("%", "%z");
      }
    }
    return encoded(fields);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String json(String text) {
    JsonElement root;
    try {
      root = JsonParser.parseString(text);
    } catch (RuntimeException e) {
      return text + text;
    }
    if (random.nextInt(25) == 0) {
      return deep(text);
    }
    List<JsonElement> containers = new ArrayList<>();
    collect(root, containers);
    if (containers.isEmpty()) {
      return "{" + text;
    }
    JsonElement container = containers.get(random.nextInt(containers.size()));
    if (container.isJsonArray()) {
      inArray(container.getAsJsonArray());
    } else {
      inObject(container.getAsJsonObject());
    }
    String odd = JSON.toJson(root);
    return random.nextInt(20) == 0 ? doubled(odd) : odd;
  }

  /** Finds every object and array that is not empty. */
  private static void collect(JsonElement element, List<JsonElement> found) {
    if (element.isJsonObject() && element.getAsJsonObject().size() > 0) {
      found.add(element);
      element.getAsJsonObject().asMap().values().forEach(e -> collect(e, found));
    } else if (element.isJsonArray() && !element.getAsJsonArray().isEmpty()) {
      found.add(element);
      element.getAsJsonArray().forEach(e -> collect(e, found));
    }
  }

  private void inObject(JsonObject object) {
    List<String> keys = List.copyOf(object.keySet());
    String key = keys.get(random.nextInt(keys.size()));
    switch (random.nextInt(6)) {
      case 0 -> object.remove(key);
      case 1 -> object.add(string(), object.get(key));
      case 2 -> object.add(key, object.get(keys.get(random.nextInt(keys.size()))).deepCopy());
      default -> object.add(key, other(object.get(key)));
    }
  }

  private void inArray(JsonArray array) {
    int at = random.nextInt(array.size());
    switch (random.nextInt(4)) {
      case 0 -> array.remove(at);
      case 1 -> {
        JsonElement again = array.get(at).deepCopy();
        int times = random.nextInt(10) == 0 ? 500 : 1;
        for (int i = 0; i < times; i++) {
          array.add(again);
        }
      }
      default -> array.set(at, other(array.get(at)));
    }
  }

  private JsonElement other(JsonElement before) {
    switch (random.nextInt(9)) {
      case 0:
        return JsonNull.INSTANCE;
      case 1:
        return new JsonPrimitive(random.nextLong());
      case 2:
        return new JsonPrimitive(random.nextBoolean());
      case 3:
        JsonArray wrapped = new JsonArray();
        wrapped.add(before.deepCopy());
        return wrapped;
      case 4:
        JsonObject object = new JsonObject();
        object.add("value", before.deepCopy());
        return object;
      case 5:
        return new JsonPrimitive(random.nextDouble() * 1e300);
      default:
        return new JsonPrimitive(string());
    }
  }

  /** Puts ten thousand levels in place of one value. */
  private String deep(String text) {
    int levels = 10_000;
    boolean arrays = random.nextBoolean();
    String nested =
        (arrays ? "[" : "{\"a\":").repeat(levels) + "1" + (arrays ? "]" : "}").repeat(levels);
    int colon = text.indexOf(':', random.nextInt(text.length()));
    return colon < 0
        ? nested
        : text.substring(0, colon + 1) + nested + ",\"x\":" + rest(text, colon);
  }

  private static String rest(String text, int colon) {
    return text.substring(colon + 1);
  }

  /** Repeats a name in an object. */
  private static String doubled(String json) {
    return json.startsWith("{") && json.length() > 2
        ? "{" + json.substring(1, json.length() - 1) + "," + json.substring(1)
        : json;
  }

  private String string() {
    return random.nextInt(40) == 0
        ? MARKER.repeat(1 + random.nextInt(3_000))
        : STRINGS.get(random.nextInt(STRINGS.size()));
  }

  private byte[] broken(byte[] bytes) {
    if (bytes.length < 2) {
      return new byte[] {(byte) random.nextInt()};
    }
    switch (random.nextInt(3)) {
      case 0:
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1:
        byte[] flipped = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
          flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
        }
        return flipped;
      default:
        return new String(bytes, ISO_8859_1).concat("\u00ff\u00fe").getBytes(ISO_8859_1);
    }
  }
}
