package awssetup.sandbox.slack;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Answers a request, or lets it go wrong in the way that was planned for it. */
final class Mishaps {
  private final Faults faults;
  private final Changes changes;
  private volatile Witness witness = Witness.NOBODY;
  private final CountDownLatch closing = new CountDownLatch(1);

  Mishaps(Faults faults, Changes changes) {
    this.faults = faults;
    this.changes = changes;
  }

  /** Wakes whatever hangs on purpose. */
  void close() {
    closing.countDown();
  }

  void witness(Witness onlooker) {
    witness = onlooker;
  }

  Witness witness() {
    return witness;
  }

  /**
   * @param effect does what was asked and says what to answer
   * @param record keeps the status and the answer; called before the answer leaves
   */
  void around(
      String method,
      JsonObject arguments,
      HttpExchange http,
      Supplier<Reply> effect,
      BiConsumer<Integer, JsonObject> record)
      throws IOException {
    String host = http.getRequestHeaders().getFirst("Host");
    Optional<Fault> fault = witness.arrived(host, method, arguments).or(() -> faults.take(method));
    fault.ifPresent(taken -> changes.announce());
    Reply reply = fault.isEmpty() ? effect.get() : instead(fault.get(), effect);
    record.accept(
        reply == null ? 0 : reply.status(), reply == null ? new JsonObject() : reply.tree());
    if (reply != null) {
      reply.send(http);
      witness.answered(host, method, arguments);
    }
  }

  /** What is sent instead; null: the connection is cut. */
  private Reply instead(Fault fault, Supplier<Reply> effect) {
    if (fault instanceof Fault.Refuse refuse) {
      return Reply.json(200, ApiError.of(refuse.code()).answer());
    }
    if (fault instanceof Fault.RateLimit limit) {
      return Reply.json(429, ApiError.of("ratelimited").answer())
          .with("Retry-After", String.valueOf(limit.retryAfterSeconds()));
    }
    if (fault instanceof Fault.Status status) {
      return Reply.text(status.status(), "");
    }
    if (fault instanceof Fault.Hang hang) {
      hang(hang.howLong());
    } else if (fault instanceof Fault.LoseAnswer) {
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
