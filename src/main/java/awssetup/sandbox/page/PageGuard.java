package awssetup.sandbox.page;

import com.sun.net.httpserver.HttpExchange;
import java.util.regex.Pattern;

/**
 * Keeps other web sites out of the sandbox. Listening on the loopback address alone is not enough:
 * a site anywhere can have its name resolve to 127.0.0.1, or post a form here. So Host and Origin
 * have to name this computer.
 */
final class PageGuard {
  private static final Pattern LOOPBACK =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  private PageGuard() {}

  static void check(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !LOOPBACK.matcher(host).matches()) {
      throw new PageRefusal(403, "The sandbox answers at 127.0.0.1 and localhost only.");
    }
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    boolean changes = !exchange.getRequestMethod().equals("GET");
    if (changes && origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw new PageRefusal(403, "The sandbox takes orders from its own page only.");
    }
  }
}
