package awssetup.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the sandbox's page, its JSON and its change events on 127.0.0.1. It knows the stand-ins as
 * three panels only, and passes on their answers unchanged.
 */
public final class PageServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
  private static final String PAGE = "/sandbox";
  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private final HttpServer server;
  private final ExecutorService threads;
  private final ChangeStream changes = new ChangeStream();
  private final PageApi api;

  private PageServer(HttpServer server, PageApi api) {
    this.server = server;
    this.api = api;
    // Each open page holds one thread for its events, and a slow answer must not delay the others.
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "sandbox-page");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  public static PageServer start(int port, SlackPanel slack, AwsPanel aws, ClockPanel clock)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    PageServer page = new PageServer(listen(address), new PageApi(slack, aws, clock));
    page.server.setExecutor(page.threads);
    page.server.createContext("/", page::handle);
    page.server.start();
    return page;
  }

  private static HttpServer listen(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, 0);
    } catch (BindException e) {
      throw new IOException(
          "The sandbox's port "
              + address.getPort()
              + " is taken. Choose another one with PORT=… or --port.",
          e);
    }
  }

  /** Where a browser finds the page. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PAGE);
  }

  /** Makes every open page ask again soon. Cheap, and safe from any thread. */
  public void changed() {
    changes.changed();
  }

  @Override
  public void close() {
    changes.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Cache-Control", "no-store");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    try {
      route(exchange);
    } catch (PageRefusal e) {
      send(exchange, e.status, PanelAnswer.refused(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("The sandbox page could not answer {}", exchange.getRequestURI().getPath(), e);
      send(exchange, 500, PanelAnswer.refused("The sandbox failed; its log says how."));
    } catch (IOException e) {
      LOG.debug("A page was closed before its answer: {}", e.getMessage());
    } finally {
      exchange.close();
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    PageGuard.check(exchange);
    String path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "GET" -> get(exchange, path);
      case "POST" -> post(exchange, path);
      default -> throw new PageRefusal(405, "Only GET and POST are served.");
    }
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/") || path.equals(PAGE + "/")) {
      exchange.getResponseHeaders().set("Location", PAGE);
      exchange.sendResponseHeaders(302, -1);
    } else if (path.equals(PAGE + "/events")) {
      changes.serve(exchange);
    } else if (path.startsWith(PAGE + "/api/")) {
      send(exchange, 200, api.read(apiPath(path), PageRequest.ofQuery(exchange)));
    } else {
      sendFile(exchange, path);
    }
  }

  private void post(HttpExchange exchange, String path) throws IOException {
    if (!path.startsWith(PAGE + "/api/")) {
      throw new PageRefusal(404, "There is nothing here.");
    }
    JsonObject answer = api.act(apiPath(path), PageRequest.ofBody(exchange));
    changed();
    send(exchange, 200, answer);
  }

  private static String apiPath(String path) {
    return path.substring((PAGE + "/api/").length());
  }

  private static void sendFile(HttpExchange exchange, String path) throws IOException {
    String name =
        path.equals(PAGE)
            ? "index.html"
            : path.startsWith(PAGE + "/") ? path.substring(PAGE.length() + 1) : "";
    PageFiles.PageFile file =
        PageFiles.find(name).orElseThrow(() -> new PageRefusal(404, "There is nothing here."));
    send(exchange, 200, file.contentType(), file.bytes());
  }

  private static void send(HttpExchange exchange, int status, JsonObject answer) {
    try {
      send(exchange, status, "application/json", answer.toString().getBytes(UTF_8));
    } catch (IOException e) {
      LOG.debug("A page was closed before its answer: {}", e.getMessage());
    }
  }

  private static void send(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
