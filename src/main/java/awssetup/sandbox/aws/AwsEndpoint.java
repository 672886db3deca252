package awssetup.sandbox.aws;

import awssetup.sandbox.aws.organizations.Organizations;
import awssetup.sandbox.aws.wire.AwsRequest;
import awssetup.sandbox.aws.wire.AwsService;
import awssetup.sandbox.aws.wire.Signatures;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on 127.0.0.1 for both services and hands each request to the one it is meant for. */
final class AwsEndpoint implements AutoCloseable {
  private static final int THREADS = 16;

  static {
    // The JDK reads it once, when the first server starts. Without it every answer waits for the
    // client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final AwsService organizations;
  private final AwsService sts;
  private final Signatures signatures;
  private final AwsFaults faults;
  private final AwsCallLog log;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, AwsEndpoint::daemon);
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile AwsCallObserver observer = AwsCallObserver.NONE;

  /**
   * Starts listening.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  AwsEndpoint(
      int port,
      AwsService organizations,
      AwsService sts,
      Signatures signatures,
      AwsFaults faults,
      AwsCallLog log)
      throws IOException {
    this.organizations = organizations;
    this.sts = sts;
    this.signatures = signatures;
    this.faults = faults;
    this.log = log;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void observe(AwsCallObserver newObserver) {
    observer = newObserver;
  }

  /** Cuts the calls that hang, and stops. */
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      AwsRequest request = AwsRequest.read(http);
      if (!request.method().equals("POST") || !request.path().equals("/")) {
        http.sendResponseHeaders(404, -1);
        return;
      }
      AwsService service =
          request.header(Organizations.TARGET_HEADER) == null ? sts : organizations;
      AwsExchange exchange =
          new AwsExchange(service, request, signatures, faults, log, () -> observer, closing);
      Optional<AwsExchange.Answer> answer = exchange.answer();
      if (answer.isPresent()) {
        send(http, service, answer.get());
        exchange.answered();
      }
    }
  }

  private static void send(HttpExchange http, AwsService service, AwsExchange.Answer answer)
      throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", service.contentType());
    http.getResponseHeaders().set("x-amzn-RequestId", answer.requestId());
    http.sendResponseHeaders(answer.status(), body.length);
    http.getResponseBody().write(body);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "aws-stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
