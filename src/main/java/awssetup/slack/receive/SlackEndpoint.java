package awssetup.slack.receive;

import awssetup.setup.Secret;
import com.slack.api.bolt.App;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;

/**
 * Takes Slack's requests over HTTP: a servlet that hands them to Bolt, and the filter that verifies
 * them first. The Bolt app has to be built with its own signature check and ssl_check off ({@code
 * requestVerificationEnabled(false)}, {@code sslCheckEnabled(false)}), and started.
 */
public final class SlackEndpoint {
  /** The path of the request URL, as the manifest names it. */
  public static final String PATH = "/slack/events";

  private final HttpServlet servlet;
  private final Filter filter;

  /**
   * @param wallClock the real time: Slack's timestamps come from outside and do not travel
   */
  public SlackEndpoint(App app, Secret signingSecret, InstantSource wallClock) {
    this.servlet = new BoltServlet(app);
    this.filter = new RequestVerification(new Signature(signingSecret), wallClock);
  }

  public HttpServlet servlet() {
    return servlet;
  }

  public Filter filter() {
    return filter;
  }
}
