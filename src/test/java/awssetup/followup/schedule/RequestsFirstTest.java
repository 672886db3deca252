package awssetup.followup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** By the real time, of which things take at least so much. */
class RequestsFirstTest {
  private final RequestsFirst requestsFirst = new RequestsFirst();

  /** How long a call takes to be answered. */
  private Duration call() throws Exception {
    long from = System.nanoTime();
    CompletableFuture<Long> looked = new CompletableFuture<>();
    requestsFirst.call(() -> looked.complete(System.nanoTime()));
    return Duration.ofNanos(looked.get(1, TimeUnit.MINUTES) - from);
  }

  private Duration letRequestsGoFirst() {
    long from = System.nanoTime();
    requestsFirst.letRequestsGoFirst();
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Test
  void calls_that_come_close_together_are_one_and_the_next_is_another() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    CompletableFuture<Void> first = new CompletableFuture<>();
    requestsFirst.call(
        () -> {
          looks.incrementAndGet();
          first.complete(null);
        });
    requestsFirst.call(looks::incrementAndGet);
    requestsFirst.call(looks::incrementAndGet);
    first.get(1, TimeUnit.MINUTES);
    assertThat(call()).isPositive();
    assertThat(looks).hasValue(1);
  }

  @Test
  void while_requests_rush_in_everything_begins_a_moment_later() throws Exception {
    requestsFirst.giveWayTo(() -> true);
    assertThat(call()).isGreaterThanOrEqualTo(RequestsFirst.MOMENT);
    assertThat(letRequestsGoFirst()).isGreaterThanOrEqualTo(RequestsFirst.MOMENT);
  }

  @Test
  void who_is_interrupted_does_not_wait_and_stays_interrupted() {
    requestsFirst.giveWayTo(() -> true);
    Thread.currentThread().interrupt();
    requestsFirst.letRequestsGoFirst();
    assertThat(Thread.interrupted()).isTrue();
  }
}
