package awssetup.sandbox.slack;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server on 127.0.0.1 that the app calls in place of Slack. */
final class SlackServer implements AutoCloseable {
  static {
    // Without it small answers wait 40 ms for a delayed acknowledgement. The JDK reads it once,
    // when
    // the first server starts.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(SlackServer::daemon);

  /**
   * Starts listening; every path is unknown until {@link #serve} adds it.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  SlackServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(threads);
    server.start();
  }

  void serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "slack-stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
