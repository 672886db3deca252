package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsError;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP request with its body.
 *
 * @param headers by lower-case name, the first value of each
 */
public record AwsRequest(String method, String path, Map<String, String> headers, String body) {
  private static final int LARGEST_BODY = 1 << 20;

  /**
   * Reads the request.
   *
   * @throws IOException if the body is larger than 1 MiB
   */
  public static AwsRequest read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new IOException("a request of more than " + LARGEST_BODY + " bytes");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
    return new AwsRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  /** The header's value, or null. */
  public String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /**
   * The body as a form, names in the order sent.
   *
   * @throws AwsError if it is not form-encoded
   */
  public Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw AwsError.of("MalformedQueryString", "The request body is not form-encoded.");
    }
  }
}
