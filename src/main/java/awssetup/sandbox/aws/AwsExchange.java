package awssetup.sandbox.aws;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.wire.AwsRequest;
import awssetup.sandbox.aws.wire.AwsService;
import awssetup.sandbox.aws.wire.Caller;
import awssetup.sandbox.aws.wire.Signatures;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One request from its signature to its answer. The call is logged before the answer leaves, so
 * that a test that has the answer finds the call.
 */
final class AwsExchange {
  /** An HTTP answer; the error is what the log says of it, or null. */
  record Answer(int status, String body, String requestId, String error) {}

  private final AwsService service;
  private final AwsRequest request;
  private final String operation;
  private final Signatures signatures;
  private final AwsFaults faults;
  private final AwsCallLog log;
  private final Supplier<AwsCallObserver> observer;
  private final CountDownLatch closing;
  private final String requestId = UUID.randomUUID().toString();
  private JsonObject input = new JsonObject();

  /**
   * @param closing ends every silence when it reaches zero
   */
  AwsExchange(
      AwsService service,
      AwsRequest request,
      Signatures signatures,
      AwsFaults faults,
      AwsCallLog log,
      Supplier<AwsCallObserver> observer,
      CountDownLatch closing) {
    this.service = service;
    this.request = request;
    this.operation = service.operation(request);
    this.signatures = signatures;
    this.faults = faults;
    this.log = log;
    this.observer = observer;
    this.closing = closing;
  }

  /** The answer, or empty if the connection is to be cut instead. */
  Optional<Answer> answer() {
    Caller caller;
    try {
      caller = signatures.callerOf(request, service.signingName());
      input = service.input(request);
    } catch (AwsError refusal) {
      return logged(refused(refusal));
    }
    AwsFault.Effect fault =
        observer
            .get()
            .arrived(request.header("host"), operation, input)
            .map(AwsFault::effect)
            .or(() -> faults.take(operation))
            .orElse(null);
    if (fault instanceof AwsFault.Effect.Silence silence) {
      log.add(operation, input, 0, "no answer");
      await(silence.length());
      return Optional.empty();
    }
    if (fault instanceof AwsFault.Effect.Answer wanted) {
      return logged(refused(asRefusal(wanted)));
    }
    if (fault instanceof AwsFault.Effect.Cut cut) {
      if (cut.afterTheEffect()) {
        served(caller);
      }
      log.add(operation, input, 0, cut.afterTheEffect() ? "answer lost" : "connection cut");
      return Optional.empty();
    }
    return logged(served(caller));
  }

  /** Tells the observer that the answer has been sent. */
  void answered() {
    observer.get().answered(request.header("host"), operation, input);
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

  private Optional<Answer> logged(Answer answer) {
    log.add(operation, input, answer.status(), answer.error());
    return Optional.of(answer);
  }

  private void await(Duration length) {
    try {
      closing.await(length.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
