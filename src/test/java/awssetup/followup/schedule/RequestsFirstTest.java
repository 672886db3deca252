package awssetup.followup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs in real time, so it asserts only how long things take at least. */
class RequestsFirstTest {
  private boolean manyRequests;
  private final RequestsFirst requestsFirst = new RequestsFirst(() -> manyRequests);

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
  void calls_that_come_close_together_share_one_look_and_a_later_call_gets_another()
      throws Exception {
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
  void while_many_requests_come_in_work_begins_a_little_later() throws Exception {
    manyRequests = true;
    assertThat(call()).isGreaterThanOrEqualTo(RequestsFirst.PAUSE);
    assertThat(letRequestsGoFirst()).isGreaterThanOrEqualTo(RequestsFirst.PAUSE);
  }

  @Test
  void an_interrupted_thread_does_not_pause_and_stays_interrupted() {
    manyRequests = true;
    Thread.currentThread().interrupt();
    requestsFirst.letRequestsGoFirst();
    assertThat(Thread.interrupted()).isTrue();
  }
}
