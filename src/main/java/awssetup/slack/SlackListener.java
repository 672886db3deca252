package awssetup.slack;

import awssetup.setup.Secret;
import awssetup.slack.receive.SlackEndpoint;
import awssetup.slack.receive.SocketMode;
import java.io.IOException;
import java.time.InstantSource;

/** Takes what Slack sends, over HTTP or over Socket Mode, and ends that in two steps. */
public final class SlackListener {
  private final SlackApp app;

  public SlackListener(SlackApp app) {
    this.app = app;
  }

  /**
   * Starts the app for requests over HTTP, which come to this endpoint.
   *
   * @param signingSecret verifies the requests
   */
  public SlackEndpoint overHttp(Secret signingSecret) {
    app.bolt().start();
    return new SlackEndpoint(app.bolt(), signingSecret, InstantSource.system());
  }

  /**
   * Starts the app for requests over Socket Mode; they end when the result is closed.
   *
   * @throws IOException if Slack refuses the token or cannot be reached; the message says what to
   *     do
   */
  public AutoCloseable overSocket(Secret appToken) throws IOException {
    return SocketMode.start(app.bolt(), appToken);
  }

  /** Refuses requests from now on, and asks people to try again in a moment. */
  public void refuse() {
    app.gate().shut();
  }

  /** Waits for the answers to requests that were let in, as long as Slack waits for them. */
  public void awaitLast() {
    app.gate().awaitLast();
  }
}
