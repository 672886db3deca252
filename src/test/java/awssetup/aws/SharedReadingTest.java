package awssetup.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedReadingTest {
  @Test
  void callers_who_ask_during_a_reading_share_the_next_one() throws Exception {
    AtomicInteger readings = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    SharedReading<Integer> shared =
        new SharedReading<>(
            () -> {
              int number = readings.incrementAndGet();
              if (number == 1) {
                begun.countDown();
                await(goOn);
              }
              return number;
            });
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Future<Integer> first = threads.submit(shared::get);
      await(begun);
      CountDownLatch asking = new CountDownLatch(5);
      List<Future<Integer>> others = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        others.add(
            threads.submit(
                () -> {
                  asking.countDown();
                  return shared.get();
                }));
      }
      await(asking);
      goOn.countDown();
      assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(1);
      for (Future<Integer> other : others) {
        assertThat(other.get(5, TimeUnit.SECONDS)).isGreaterThan(1);
      }
      assertThat(readings.get()).isBetween(2, 6);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_reading_that_fails_tells_its_callers_and_the_next_one_is_new() {
    AtomicInteger readings = new AtomicInteger();
    SharedReading<String> shared =
        new SharedReading<>(
            () -> {
              if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("down");
              }
              return "up";
            });
    assertThatThrownBy(shared::get).isInstanceOf(IllegalStateException.class).hasMessage("down");
    assertThat(shared.get()).isEqualTo("up");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
