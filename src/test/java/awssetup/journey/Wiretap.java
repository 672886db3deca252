package awssetup.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands between Slack and the app, and keeps the body of every request. */
final class Wiretap implements AutoCloseable {
  private static final List<String> PASSED_ON =
      List.of("Content-Type", "X-Slack-Request-Timestamp", "X-Slack-Signature");

  /** What Slack sent. */
  record Sent(String contentType, String body) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Sent> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final URI app;

  Wiretap(URI app) throws IOException {
    this.app = app;
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/slack/events", this::passOn);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  List<Sent> heard() {
    return List.copyOf(heard);
  }

  private void passOn(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    heard.add(
        new Sent(
            exchange.getRequestHeaders().getFirst("Content-Type"),
            new String(body, StandardCharsets.UTF_8)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(app).POST(BodyPublishers.ofByteArray(body));
    PASSED_ON.forEach(
        name -> request.header(name, String.valueOf(exchange.getRequestHeaders().getFirst(name))));
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      byte[] text = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
