package awssetup.sandbox.slack.wire;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param tree what the record of calls keeps of it
 */
public record HttpReply(int status, Map<String, String> headers, String body, JsonObject tree) {

  public static HttpReply json(int status, JsonObject tree) {
    return new HttpReply(
        status, Map.of("Content-Type", "application/json; charset=utf-8"), tree.toString(), tree);
  }

  public static HttpReply text(int status, String body) {
    return new HttpReply(
        status, Map.of("Content-Type", "text/plain; charset=utf-8"), body, new JsonObject());
  }

  public HttpReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpReply(status, more, body, tree);
  }

  public void send(HttpExchange http) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach(http.getResponseHeaders()::set);
    // To this server -1 means no body, and 0 a body of unknown length.
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(bytes);
    }
  }
}
