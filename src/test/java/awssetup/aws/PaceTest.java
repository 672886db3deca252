package awssetup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong nanos = new AtomicLong(42);
  private final List<Duration> pauses = new ArrayList<>();
  private final Pace pace =
      new Pace(
          pause -> {
            pauses.add(pause);
            nanos.addAndGet(pause.toNanos());
          },
          nanos::get);

  @Test
  void some_calls_go_at_once_and_the_rest_five_a_second() throws InterruptedException {
    take(8);
    assertThat(pauses).isEmpty();
    take(3);
    assertThat(pauses).containsExactly(millis(200), millis(200), millis(200));
  }

  @Test
  void a_rest_gives_back_what_was_used_and_no_more() throws InterruptedException {
    take(8);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    take(9);
    assertThat(pauses).containsExactly(millis(200));
  }

  private void take(int calls) throws InterruptedException {
    for (int i = 0; i < calls; i++) {
      pace.next();
    }
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
