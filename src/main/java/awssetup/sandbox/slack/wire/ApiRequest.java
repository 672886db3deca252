package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A call from the app as it came in.
 *
 * @param token from the Authorization header or from a form; Slack ignores a token in a JSON body
 * @param arguments without the token
 * @param unreadable the error to answer if the body could not be read, else null
 */
public record ApiRequest(String method, String token, JsonObject arguments, String unreadable) {
  private static final int LARGEST_BODY = 4 * 1024 * 1024;
  private static final String BEARER = "Bearer ";

  /**
   * Reads the request.
   *
   * @param prefix the part of the path before the method's name
   */
  public static ApiRequest read(HttpExchange http, String prefix) throws IOException {
    String path = http.getRequestURI().getPath();
    String method = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    byte[] bytes = http.getRequestBody().readNBytes(LARGEST_BODY);
    String body = new String(bytes, StandardCharsets.UTF_8);
    String type = http.getRequestHeaders().getFirst("Content-Type");
    String header = http.getRequestHeaders().getFirst("Authorization");
    String token = header != null && header.startsWith(BEARER) ? header.substring(7) : null;
    if (type != null && type.startsWith("application/json")) {
      JsonElement tree = body.isBlank() ? new JsonObject() : JsonTree.parse(body);
      return tree instanceof JsonObject arguments
          ? new ApiRequest(method, token, arguments, null)
          : new ApiRequest(method, token, new JsonObject(), "invalid_json");
    }
    JsonObject form = new JsonObject();
    readForm(http.getRequestURI().getRawQuery(), form);
    readForm(body, form);
    JsonElement inForm = form.remove("token");
    return new ApiRequest(
        method, token == null && inForm != null ? inForm.getAsString() : token, form, null);
  }

  private static void readForm(String encoded, JsonObject form) {
    if (encoded == null || encoded.isBlank()) {
      return;
    }
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.addProperty(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
