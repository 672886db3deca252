package awssetup.slack.receive;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only requests through that Slack signed within the last five minutes, before anything parses
 * them. It replaces Bolt's own check, which parses first, accepts timestamps in the future and
 * depends on the JVM's charset.
 */
final class RequestVerification extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(RequestVerification.class);

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
    byte[] body = request.getInputStream().readAllBytes();
    if (!signature.matches(request.getHeader("X-Slack-Signature"), timestamp, body)) {
      refuse(response, "its signature is missing or does not fit SLACK_SIGNING_SECRET");
      return;
    }
    chain.doFilter(new VerifiedRequest(request, body), response);
  }

  private static void refuse(HttpServletResponse response, String why) throws IOException {
    log.warn("Refused a request that claims to be Slack's: {}", why);
    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
  }
}
