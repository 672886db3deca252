package awssetup.followup.schedule;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * How the loop begins its work, by the real time: what comes close together is picked together, and
 * people who wait for a request go before people who wait for a card.
 */
public final class RequestsFirst {
  /** With all threads still three times what Slack's budget lets them say. */
  static final Duration MOMENT = Duration.ofMillis(250);

  private static final Executor AFTER_A_MOMENT = after(MOMENT);

  /** Nobody notices it. */
  private static final Executor SOON = after(Duration.ofMillis(20));

  private final AtomicBoolean called = new AtomicBoolean();
  private volatile BooleanSupplier rush = () -> false;

  private static Executor after(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @param rushOfRequests whether whatever can wait had better wait
   */
  public void giveWayTo(BooleanSupplier rushOfRequests) {
    rush = rushOfRequests;
  }

  /** Has work looked for soon; who calls until then calls for the same look. */
  public void call(Runnable look) {
    if (called.compareAndSet(false, true)) {
      (rush.getAsBoolean() ? AFTER_A_MOMENT : SOON)
          .execute(
              () -> {
                called.set(false);
                look.run();
              });
    }
  }

  /** Waits for a moment while requests rush in; an interrupted thread does not wait. */
  public void letRequestsGoFirst() {
    if (rush.getAsBoolean()) {
      try {
        TimeUnit.NANOSECONDS.sleep(MOMENT.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
