package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.HttpReply;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.Changes;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Answers a request, or makes it fail as planned. */
public final class FaultyAnswers {
  private final SlackFaults faults;
  private final Changes changes;
  private volatile SlackCallObserver observer = SlackCallObserver.NONE;
  private final CountDownLatch closing = new CountDownLatch(1);

  public FaultyAnswers(SlackFaults faults, Changes changes) {
    this.faults = faults;
    this.changes = changes;
  }

  /** Ends the calls that hang. */
  public void close() {
    closing.countDown();
  }

  /** Shows every call to this observer from now on, in place of the last one. */
  public void observe(SlackCallObserver observer) {
    this.observer = observer;
  }

  public SlackCallObserver observer() {
    return observer;
  }

  /**
   * Serves one call.
   *
   * @param effect does what was asked and returns the answer
   * @param record keeps the status and the answer; called before the answer leaves
   */
  void serve(
      String method,
      JsonObject arguments,
      HttpExchange http,
      Supplier<HttpReply> effect,
      BiConsumer<Integer, JsonObject> record)
      throws IOException {
    String host = http.getRequestHeaders().getFirst("Host");
    Optional<SlackFault> fault =
        observer.arrived(host, method, arguments).or(() -> faults.take(method));
    fault.ifPresent(taken -> changes.announce());
    HttpReply reply = fault.isEmpty() ? effect.get() : instead(fault.get(), effect);
    record.accept(
        reply == null ? 0 : reply.status(), reply == null ? new JsonObject() : reply.tree());
    if (reply != null) {
      reply.send(http);
      observer.answered(host, method, arguments);
    }
  }

  /** The faulty answer; null if the connection is to be cut. */
  private HttpReply instead(SlackFault fault, Supplier<HttpReply> effect) {
    if (fault instanceof SlackFault.Refuse refuse) {
      return HttpReply.json(200, ApiError.of(refuse.code()).answer());
    }
    if (fault instanceof SlackFault.RateLimit limit) {
      return HttpReply.json(429, ApiError.of("ratelimited").answer())
          .with("Retry-After", String.valueOf(limit.retryAfterSeconds()));
    }
    if (fault instanceof SlackFault.Status status) {
      return HttpReply.text(status.status(), "");
    }
    if (fault instanceof SlackFault.Hang hang) {
      hang(hang.howLong());
    } else if (fault instanceof SlackFault.LoseAnswer) {
      effect.get();
    }
    return null;
  }

  private void hang(Duration howLong) {
    try {
      closing.await(howLong.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
