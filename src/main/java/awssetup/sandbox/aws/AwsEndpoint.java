package awssetup.sandbox.aws;

import awssetup.sandbox.aws.organizations.Organizations;
import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.wire.AwsRequest;
import awssetup.sandbox.aws.wire.AwsService;
import awssetup.sandbox.aws.wire.Caller;
import awssetup.sandbox.aws.wire.Signatures;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where requests come in: tells the two services apart, checks who asks, lets faults happen, notes
 * each call before its answer leaves, so that whoever has the answer finds the call.
 */
final class AwsEndpoint {
  private final AwsService organizations;
  private final AwsService sts;
  private final Signatures signatures;
  private final AwsFaults faults;
  private final AwsCallLog log;
  private final InstantSource clock;
  private final Runnable changed;
  private volatile AwsCallObserver witness = AwsCallObserver.NOBODY;
  private final CountDownLatch closing = new CountDownLatch(1);

  AwsEndpoint(
      AwsService organizations,
      AwsService sts,
      Signatures signatures,
      AwsFaults faults,
      AwsCallLog log,
      InstantSource clock,
      Runnable changed) {
    this.organizations = organizations;
    this.sts = sts;
    this.signatures = signatures;
    this.faults = faults;
    this.log = log;
    this.clock = clock;
    this.changed = changed;
  }

  void witness(AwsCallObserver onlooker) {
    witness = onlooker;
  }

  /** Ends every silence. */
  void close() {
    closing.countDown();
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      AwsRequest request = AwsRequest.read(exchange);
      if (!request.method().equals("POST") || !request.path().equals("/")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      AwsService service =
          request.header(Organizations.TARGET_HEADER) == null ? sts : organizations;
      Visit visit = new Visit(service, request, service.operation(request));
      Optional<Answer> answer = visit.answer();
      if (answer.isPresent()) {
        send(exchange, service, answer.get());
        visit.left();
      }
    }
  }

  private static void send(HttpExchange exchange, AwsService service, Answer answer)
      throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", service.contentType());
    exchange.getResponseHeaders().set("x-amzn-RequestId", answer.requestId());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private record Answer(int status, String body, String requestId, String error) {}

  /** One request from its signature to its answer. */
  private final class Visit {
    private final AwsService service;
    private final AwsRequest request;
    private final String operation;
    private final String requestId = UUID.randomUUID().toString();
    private JsonObject input = new JsonObject();

    Visit(AwsService service, AwsRequest request, String operation) {
      this.service = service;
      this.request = request;
      this.operation = operation;
    }

    /** The answer, or nothing where the connection is to be cut. */
    Optional<Answer> answer() {
      Caller caller;
      try {
        caller = signatures.callerOf(request, service.signingName());
        input = service.input(request);
      } catch (AwsError refusal) {
        return noted(refused(refusal));
      }
      AwsFault.Effect fault =
          witness
              .arrived(request.header("host"), operation, input)
              .map(AwsFault::effect)
              .or(() -> faults.take(operation))
              .orElse(null);
      if (fault instanceof AwsFault.Effect.Silence silence) {
        cut("no answer");
        await(silence.length());
        return Optional.empty();
      }
      if (fault instanceof AwsFault.Effect.Answer wanted) {
        return noted(refused(asRefusal(wanted)));
      }
      if (fault instanceof AwsFault.Effect.Cut cut) {
        if (cut.afterTheEffect()) {
          served(caller);
        }
        cut(cut.afterTheEffect() ? "answer lost" : "connection cut");
        return Optional.empty();
      }
      return noted(served(caller));
    }

    /** Its answer has been sent. */
    void left() {
      witness.answered(request.header("host"), operation, input);
    }

    private Answer served(Caller caller) {
      try {
        return new Answer(200, service.serve(operation, input, caller, requestId), requestId, null);
      } catch (AwsError refusal) {
        return refused(refusal);
      } catch (RuntimeException mistake) {
        return refused(new AwsError(500, service.codeOf(500), null, "Our mistake: " + mistake));
      }
    }

    private Answer refused(AwsError refusal) {
      int status = refusal.status() == 0 ? service.statusOf(refusal.code()) : refusal.status();
      return new Answer(status, service.refusal(refusal, requestId), requestId, refusal.label());
    }

    private AwsError asRefusal(AwsFault.Effect.Answer wanted) {
      String code = wanted.code() == null ? service.codeOf(wanted.status()) : wanted.code();
      return new AwsError(wanted.status(), code, wanted.reason(), wanted.message());
    }

    private Optional<Answer> noted(Answer answer) {
      note(answer.status(), answer.error());
      return Optional.of(answer);
    }

    private void cut(String how) {
      note(0, how);
    }

    private void note(int status, String error) {
      log.add(new AwsCall(clock.instant(), operation, input, status, error));
      changed.run();
    }

    private void await(Duration length) {
      try {
        closing.await(length.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
