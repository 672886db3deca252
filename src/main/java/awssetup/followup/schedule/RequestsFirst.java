package awssetup.followup.schedule;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Delays the loop a little while many requests come in, because people wait for their answers, and
 * gathers wake-ups that come close together into one look for due work. It uses real time.
 */
final class RequestsFirst {
  /** Even with this pause, four threads do three times the work that Slack's rate limit allows. */
  static final Duration PAUSE = Duration.ofMillis(250);

  private static final Executor AFTER_A_PAUSE = after(PAUSE);

  /** Too short for a person to notice. */
  private static final Executor SOON = after(Duration.ofMillis(20));

  private final AtomicBoolean called = new AtomicBoolean();
  private final BooleanSupplier manyRequests;

  /**
   * @param manyRequests whether so many requests come in that the loop should wait a little
   */
  RequestsFirst(BooleanSupplier manyRequests) {
    this.manyRequests = manyRequests;
  }

  private static Executor after(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs the look soon. Calls that come before it runs are answered by the same look. */
  void call(Runnable look) {
    if (called.compareAndSet(false, true)) {
      (manyRequests.getAsBoolean() ? AFTER_A_PAUSE : SOON)
          .execute(
              () -> {
                called.set(false);
                look.run();
              });
    }
  }

  /** Pauses while many requests come in; an interrupted thread does not pause. */
  void letRequestsGoFirst() {
    if (manyRequests.getAsBoolean()) {
      try {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
