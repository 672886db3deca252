package awssetup.slack;

import awssetup.http.HttpServer;
import awssetup.http.Page;
import awssetup.setup.Secret;
import awssetup.slack.receive.ShutdownGate;
import awssetup.slack.receive.SocketMode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes what Slack sends, over HTTP or over Socket Mode. The HTTP port is open either way, for
 * health checks.
 */
public final class SlackListener implements AutoCloseable {
  private final ShutdownGate gate;
  private final HttpServer http;
  private final Optional<SocketMode> socket;

  private SlackListener(ShutdownGate gate, HttpServer http, Optional<SocketMode> socket) {
    this.gate = gate;
    this.http = http;
    this.socket = socket;
  }

  /**
   * @param host listens on this address only; empty: on all
   * @param port 0 takes any free one
   * @param signingSecret verifies requests over HTTP
   * @param pages what machines that watch the app may read, by path
   * @throws IOException if the port is taken; the message names it
   */
  public static SlackListener overHttp(
      SlackApp app,
      Optional<String> host,
      int port,
      Secret signingSecret,
      Map<String, Supplier<Page>> pages)
      throws IOException {
    app.bolt().start();
    HttpServer.Builder server =
        HttpServer.on(port).slack(app.bolt(), signingSecret, InstantSource.system());
    host.ifPresent(server::host);
    pages.forEach(server::page);
    return new SlackListener(app.gate(), server.start(), Optional.empty());
  }

  /**
   * @param pages what machines that watch the app may read, by path
   * @throws IOException if the port is taken, or Slack refuses the token or cannot be reached; the
   *     message says what to do
   */
  public static SlackListener overSocket(
      SlackApp app,
      Optional<String> host,
      int port,
      Secret appToken,
      Map<String, Supplier<Page>> pages)
      throws IOException {
    HttpServer.Builder server = HttpServer.on(port);
    host.ifPresent(server::host);
    pages.forEach(server::page);
    HttpServer http = server.start();
    try {
      return new SlackListener(
          app.gate(), http, Optional.of(SocketMode.start(app.bolt(), appToken)));
    } catch (IOException e) {
      http.close();
      throw e;
    }
  }

  /** The port that is listened to. */
  public int port() {
    return http.port();
  }

  /** From now on whoever comes is asked to come again. */
  public void refuse() {
    gate.shut();
  }

  /** Takes no more requests, and lets those that run finish. */
  @Override
  public void close() {
    gate.awaitLast();
    socket.ifPresent(SocketMode::close);
    http.close();
  }
}
