package awssetup.sandbox.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The smallest possible app: accepts signed requests, keeps them, and answers as the test says. */
final class TinyApp implements AutoCloseable {
  record Received(Map<String, String> form, JsonObject json, Map<String, String> headers) {
    String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  record Reply(int status, String body, Map<String, String> headers) {}

  private final SlackSignature.Verifier verifier;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new ArrayList<>();
  private volatile Function<Received, Reply> answer = request -> reply(200, "");

  TinyApp(String signingSecret) throws IOException {
    verifier = new SlackSignature.Verifier(new SlackSignature.Generator(signingSecret));
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/slack/events", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  static Reply reply(int status, String body) {
    return new Reply(status, body, Map.of());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  void answers(int status, String body) {
    answer = request -> reply(status, body.replace('\'', '"'));
  }

  void answers(Function<Received, Reply> how) {
    answer = how;
  }

  synchronized List<Received> received() {
    return List.copyOf(received);
  }

  synchronized Received last() {
    return received.get(received.size() - 1);
  }

  private void handle(HttpExchange http) throws IOException {
    try {
      String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new LinkedHashMap<>();
      http.getRequestHeaders()
          .forEach((name, v) -> headers.put(name.toLowerCase(Locale.ROOT), v.get(0)));
      boolean signed =
          verifier.isValid(
              headers.get("x-slack-request-timestamp"), body, headers.get("x-slack-signature"));
      Reply reply = signed ? answer.apply(keep(read(body, headers))) : reply(401, "");
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(http.getResponseHeaders()::set);
      http.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      http.getResponseBody().write(bytes);
    } finally {
      http.close();
    }
  }

  private synchronized Received keep(Received request) {
    received.add(request);
    return request;
  }

  private static Received read(String body, Map<String, String> headers) {
    if (headers.get("content-type").startsWith("application/json")) {
      return new Received(Map.of(), JsonParser.parseString(body).getAsJsonObject(), headers);
    }
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    String payload = form.get("payload");
    JsonObject json = payload == null ? null : JsonParser.parseString(payload).getAsJsonObject();
    return new Received(form, json, headers);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
