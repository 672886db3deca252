package awssetup.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import awssetup.testkit.Signed;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Records what the stand-in sends to the app, so that it can be sent again with other values. */
final class Recorded implements AutoCloseable {
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final HttpServer server;

  Recorded() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        http -> {
          bodies.add(new String(http.getRequestBody().readAllBytes(), UTF_8));
          http.sendResponseHeaders(200, -1);
          http.close();
        });
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The form-encoded body of the last request. */
  String body() throws InterruptedException {
    return bodies.take();
  }

  /** All of an HTTP request with that body, signed now. */
  static byte[] request(Signed signed, String body) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    byte[] content = body.getBytes(UTF_8);
    String head =
        """
        POST /slack/events HTTP/1.1
        Host: 127.0.0.1
        Content-Type: application/x-www-form-urlencoded
        X-Slack-Request-Timestamp: %s
        X-Slack-Signature: %s
        Content-Length: %d

        """
            .formatted(timestamp, signed.signature(timestamp, content), content.length)
            .replace("\n", "\r\n");
    return (head + body).getBytes(UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
