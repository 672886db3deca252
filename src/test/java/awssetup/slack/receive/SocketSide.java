package awssetup.slack.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Slack's side of Socket Mode: hands out a WebSocket's address, sends envelopes and hears their
 * acknowledgements.
 */
final class SocketSide implements AutoCloseable {
  private final BlockingQueue<WebSocket> connections = new LinkedBlockingQueue<>();
  private final BlockingQueue<WebSocket> closed = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonObject> acks = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> listening = new CompletableFuture<>();
  private final HttpServer api;
  private final WebSocketServer sockets = new Sockets();
  private volatile String refusal;

  SocketSide() throws Exception {
    sockets.setReuseAddr(true);
    sockets.start();
    listening.get(10, TimeUnit.SECONDS);
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/api/apps.connections.open", this::openConnection);
    api.start();
  }

  String apiUrl() {
    return "http://127.0.0.1:" + api.getAddress().getPort() + "/api/";
  }

  /** From now on Slack refuses to hand out addresses. */
  void refuse(String error) {
    refusal = error;
  }

  /** The next connection that comes in. */
  WebSocket connection() throws InterruptedException {
    return required(connections.poll(10, TimeUnit.SECONDS));
  }

  /** The next connection that ends. */
  WebSocket hungUp() throws InterruptedException {
    return required(closed.poll(10, TimeUnit.SECONDS));
  }

  /** The next acknowledgement that comes in. */
  JsonObject ack() throws InterruptedException {
    return required(acks.poll(10, TimeUnit.SECONDS));
  }

  @Override
  public void close() {
    api.stop(0);
    try {
      sockets.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T required(T come) {
    if (come == null) {
      throw new AssertionError("nothing came within ten seconds");
    }
    return come;
  }

  private void openConnection(HttpExchange exchange) throws IOException {
    String answer =
        refusal == null
            ? "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + sockets.getPort() + "/link/?ticket=hush\"}"
            : "{\"ok\":false,\"error\":\"" + refusal + "\"}";
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length());
    exchange.getResponseBody().write(answer.getBytes(UTF_8));
    exchange.close();
  }

  private final class Sockets extends WebSocketServer {
    private Sockets() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Override
    public void onStart() {
      listening.complete(null);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      connection.send("{\"type\":\"hello\",\"num_connections\":1}");
      connections.add(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
      acks.add(JsonParser.parseString(message).getAsJsonObject());
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
      closed.add(connection);
    }

    @Override
    public void onError(WebSocket connection, Exception e) {
      listening.completeExceptionally(e);
    }
  }
}
