package awssetup.slack.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Secret;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A modal opens on a connection that was there before a person clicked. */
class WarmConnectionTest {
  private record Asked(String method, int connection) {}

  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private volatile boolean closing;
  private HttpServer server;
  private SlackClient slack;
  private WarmConnection warm;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/api/", this::answer);
    server.start();
    URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    slack =
        new SlackClient(
            SlackClient.quick(api),
            new Secret("xoxb-test"),
            new RateLimits(InstantSource.system()));
    warm = new WarmConnection(slack);
  }

  @AfterEach
  void stop() {
    warm.close();
    server.stop(0);
  }

  private void answer(HttpExchange http) throws IOException {
    String path = http.getRequestURI().getPath();
    asked.add(
        new Asked(path.substring(path.lastIndexOf('/') + 1), http.getRemoteAddress().getPort()));
    http.getRequestBody().readAllBytes();
    if (closing) {
      http.getResponseHeaders().set("Connection", "close");
    }
    byte[] ok = "{\"ok\":true}".getBytes(UTF_8);
    http.sendResponseHeaders(200, ok.length);
    http.getResponseBody().write(ok);
    http.close();
  }

  private Asked next() throws InterruptedException {
    Asked next = asked.poll(10, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  private Asked openModal() throws InterruptedException {
    slack.call("views.open", m -> m.viewsOpen(r -> r.triggerId("1.1.1").viewAsString("{}")));
    return next();
  }

  @Test
  void a_modal_opens_on_the_connection_that_is_kept() throws Exception {
    warm.use();
    Asked kept = next();
    assertThat(kept.method()).isEqualTo("auth.test");
    assertThat(openModal()).isEqualTo(new Asked("views.open", kept.connection()));
  }

  @Test
  void a_connection_that_slack_has_closed_is_replaced_before_the_next_modal() throws Exception {
    closing = true;
    warm.use();
    Asked closed = next();
    closing = false;
    warm.use();
    Asked kept = next();
    assertThat(kept.connection()).isNotEqualTo(closed.connection());
    assertThat(openModal().connection()).isEqualTo(kept.connection());
  }

  @Test
  void it_is_used_again_and_again_by_itself() throws Exception {
    warm.keep(Duration.ofMillis(10));
    assertThat(next().connection()).isEqualTo(next().connection());
  }

  @Test
  void a_slack_that_does_not_answer_is_asked_again_later() throws Exception {
    server.removeContext("/api/");
    warm.use();
    server.createContext("/api/", this::answer);
    warm.use();
    assertThat(next().method()).isEqualTo("auth.test");
  }
}
