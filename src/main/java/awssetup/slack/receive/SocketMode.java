package awssetup.slack.receive;

import awssetup.setup.Secret;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives from Slack over a WebSocket instead of HTTP, with no public URL. Slack's SDK keeps the
 * connection up and reconnects when Slack asks for it, every few hours. Slack takes only a status
 * of 200 for an answer here, so the app needs {@link ExplainFailures} in front of its handlers.
 */
public final class SocketMode implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketMode.class);

  /** Without a number Bolt runs one request at a time, and each waits for the one before it. */
  private static final int CONCURRENCY = 10;

  private static final Pattern SLACKS_CODE = Pattern.compile("error: (\\w+)");

  private final SocketModeApp socket;

  private SocketMode(SocketModeApp socket) {
    this.socket = socket;
  }

  /**
   * Starts the Bolt app and opens the connection; the WebSocket itself comes up in the background.
   *
   * @param appToken an app-level token with the scope {@code connections:write}
   * @throws IOException with one line that tells what to do when Slack refuses the token or cannot
   *     be reached
   */
  public static SocketMode start(App app, Secret appToken) throws IOException {
    SocketModeApp socket =
        new SocketModeApp(
            appToken.value(),
            SocketModeClient.Backend.JavaWebSocket,
            SocketMode::logUnanswered,
            app,
            CONCURRENCY);
    SocketMode started = new SocketMode(socket);
    try {
      socket.startAsync();
      return started;
    } catch (Exception e) {
      started.close();
      throw new IOException(reason(socket, e), e);
    }
  }

  /** Closes the connection and stops the Bolt app; a handler that still runs is interrupted. */
  @Override
  public void close() {
    SocketModeClient client = socket.getClient();
    try {
      if (client != null) {
        client.setAutoReconnectEnabled(
            false); // the SDK goes on trying if it is stopped while disconnected
      }
      socket.close();
      if (client != null) {
        client.close(); // ends the client's own threads
      }
    } catch (Exception e) {
      throw new IllegalStateException("the Socket Mode connection did not close", e);
    }
  }

  private static Response logUnanswered(SocketModeApp.ErrorContext failed) {
    log.error("A {} was not answered", failed.getRequest().getRequestType(), failed.getException());
    return null;
  }

  /**
   * The SDK throws IllegalStateException where Slack says no, and makes no client where it cannot
   * ask.
   */
  private static String reason(SocketModeApp socket, Exception e) {
    Matcher code = SLACKS_CODE.matcher(String.valueOf(e.getMessage()));
    if (e instanceof IllegalStateException && code.find()) {
      return "SLACK_APP_TOKEN is refused by Slack ("
          + code.group(1)
          + "); expected an app-level token with the scope connections:write, of an app with Socket"
          + " Mode on";
    }
    if (e instanceof IllegalArgumentException) {
      return "SLACK_BOT_TOKEN is not usable: " + e.getMessage();
    }
    return socket.getClient() == null
        ? "Slack could not be reached at "
            + socket.getApp().slack().getConfig().getMethodsEndpointUrlPrefix()
        : "Slack did not open a Socket Mode connection: " + e.getMessage();
  }
}
