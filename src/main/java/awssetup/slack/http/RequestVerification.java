package awssetup.slack.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only requests through that Slack signed within the last five minutes, before anybody parses
 * them. It stands in for Bolt's own check, which parses first, accepts timestamps of the future and
 * depends on the JVM's charset.
 */
final class RequestVerification extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(RequestVerification.class);
  static final int BODY_LIMIT = 1024 * 1024;

  private final transient Signature signature;
  private final transient InstantSource wallClock;

  RequestVerification(Signature signature, InstantSource wallClock) {
    this.signature = signature;
    this.wallClock = wallClock;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    String timestamp = request.getHeader("X-Slack-Request-Timestamp");
    if (!Signature.isTimely(timestamp, wallClock.instant())) {
      refuse(
          response, "its timestamp is missing or more than five minutes off this machine's clock");
      return;
    }
    Optional<byte[]> body = body(request);
    if (body.isEmpty()) {
      log.warn("Refused a request to {}: its body is larger than 1 MiB", request.getRequestURI());
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (!signature.matches(request.getHeader("X-Slack-Signature"), timestamp, body.get())) {
      refuse(response, "its signature is missing or does not fit SLACK_SIGNING_SECRET");
      return;
    }
    chain.doFilter(new VerifiedRequest(request, body.get()), response);
  }

  /**
   * The whole body, or nothing if it is too large; the announced length spares reading that far.
   */
  private static Optional<byte[]> body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > BODY_LIMIT) {
      return Optional.empty();
    }
    byte[] body = request.getInputStream().readNBytes(BODY_LIMIT + 1);
    return Optional.of(body).filter(read -> read.length <= BODY_LIMIT);
  }

  private static void refuse(HttpServletResponse response, String why) throws IOException {
    log.warn("Refused a request that claims to be Slack's: {}", why);
    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
  }
}
