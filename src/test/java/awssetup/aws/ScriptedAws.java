package awssetup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * AWS as a list of answers, for answers that AWS gives rarely: each request takes the next one.
 * Closing fails if an answer is left over or a request found none.
 */
final class ScriptedAws implements AutoCloseable {
  /** A status of 0 cuts the connection without an answer. */
  private record Answer(int status, String body) {}

  /**
   * @param target the operation at Organizations, null at STS
   */
  record Asked(String target, String body) {
    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }
  }

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  ScriptedAws() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ScriptedAws answers(int status, String body) {
    answers.add(new Answer(status, body));
    return this;
  }

  ScriptedAws answers(String body) {
    return answers(200, body);
  }

  /** An error of Organizations; a null reason is left out. */
  ScriptedAws refuses(int status, String code, String reason) {
    JsonObject body = new JsonObject();
    body.addProperty("__type", "com.amazonaws.organizations.exception#" + code);
    body.addProperty("Message", "AWS's own words");
    if (reason != null) {
      body.addProperty("Reason", reason);
    }
    return answers(status, body.toString());
  }

  /** An error of STS. */
  ScriptedAws stsRefuses(int status, String code) {
    return answers(
        status,
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error>"
                .formatted(code)
            + "<RequestId>r-1</RequestId></ErrorResponse>");
  }

  ScriptedAws stsLetsIn(String arn) {
    return answers(
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>%s</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>DROPPED</SecretAccessKey>
        <SessionToken>DROPPED</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
        </AssumeRoleResult></AssumeRoleResponse>
        """
            .formatted(arn));
  }

  ScriptedAws cuts() {
    return answers(0, "");
  }

  List<Asked> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(new Asked(target == null ? null : target.substring(target.indexOf('.') + 1), body));
      Answer answer = answers.poll();
      if (answer == null || answer.status() == 0) {
        return;
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("x-amzn-RequestId", "request-" + asked.size());
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    assertThat(answers).as("answers left over").isEmpty();
  }
}
