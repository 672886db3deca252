package awssetup.slack.receive;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServletAdapter;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands verified requests to Bolt through Bolt's own adapter. Bolt's servlet is not used because it
 * lets a payload that it cannot read end as a 500 with the exception's text, and writes plain text
 * as ISO-8859-1.
 */
final class BoltServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(BoltServlet.class);

  private static final String SSL_CHECK = "ssl_check=1";
  private static final Pattern CERTIFICATE_CHECK = Pattern.compile("(^|&)" + SSL_CHECK + "(&|$)");

  private final transient App app;
  private final transient SlackAppServletAdapter adapter;

  BoltServlet(App app) {
    this.app = app;
    this.adapter = new SlackAppServletAdapter(app.config());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isCertificateCheck(request)) {
      return;
    }
    Optional<Request<?>> parsed = parse(request);
    if (parsed.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    Response answer;
    try {
      answer = app.run(parsed.get());
    } catch (Exception e) {
      int status = FailureStatus.status(e);
      log.error("A {} was answered with {}", parsed.get().getRequestType(), status, e);
      response.sendError(status);
      return;
    }
    write(response, answer);
  }

  /**
   * Slack checks from time to time whether the certificate is valid, and expects an empty 200.
   * https://docs.slack.dev/interactivity/implementing-slash-commands
   */
  private static boolean isCertificateCheck(HttpServletRequest request) throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return body.contains(SSL_CHECK) && CERTIFICATE_CHECK.matcher(body).find();
  }

  private Optional<Request<?>> parse(HttpServletRequest request) throws IOException {
    try {
      Optional<Request<?>> parsed = Optional.ofNullable(adapter.buildSlackRequest(request));
      if (parsed.isEmpty()) {
        log.warn("Could not read a signed request: it is of no known kind");
      }
      return parsed;
    } catch (RuntimeException | StackOverflowError e) {
      // The exception's text may quote the payload; nesting may be deeper than a parser's stack.
      log.warn("Could not read a signed request: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void write(HttpServletResponse response, Response answer) throws IOException {
    if (answer == null) {
      log.error("A handler returned no answer");
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    adapter.writeResponse(response, answer);
  }
}
