package awssetup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsRateLimitTest {
  private final List<Long> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-12-01T09:00:00Z");
  private final AwsRateLimit rateLimit =
      new AwsRateLimit(
          pause -> {
            pauses.add(pause.toMillis());
            now = now.plus(pause);
          },
          () -> now);

  @Test
  void urgent_calls_go_out_eight_at_once_and_then_one_a_second() throws Exception {
    take(8);
    assertThat(pauses).isEmpty();
    take(3);
    assertThat(pauses).containsExactly(1000L, 1000L, 1000L);
  }

  @Test
  void one_of_many_calls_goes_out_a_second_after_the_call_before_it() throws Exception {
    for (int i = 0; i < 4; i++) {
      rateLimit.steadily();
    }
    assertThat(pauses).containsExactly(1000L, 1000L, 1000L);
  }

  @Test
  void one_of_many_calls_waits_until_a_burst_is_made_up_for() throws Exception {
    take(8);
    rateLimit.steadily();
    assertThat(pauses).containsExactly(8000L);
  }

  @Test
  void an_urgent_call_goes_out_between_many_others() throws Exception {
    rateLimit.steadily();
    rateLimit.steadily();
    pauses.clear();
    rateLimit.next();
    assertThat(pauses).isEmpty();
    rateLimit.steadily();
    assertThat(pauses).containsExactly(2000L);
  }

  @Test
  void a_pause_restores_the_burst_and_no_more() throws Exception {
    take(8);
    now = now.plus(Duration.ofHours(1));
    take(9);
    assertThat(pauses).containsExactly(1000L);
  }

  @Test
  void the_interval_doubles_when_aws_throttles_and_shrinks_again() throws Exception {
    rateLimit.throttled();
    rateLimit.throttled();
    for (int i = 0; i < 3; i++) {
      rateLimit.steadily();
    }
    assertThat(pauses).containsExactly(32_000L, 4000L, 4000L);
    pauses.clear();
    for (int i = 0; i < 20; i++) {
      rateLimit.answered();
      rateLimit.steadily();
    }
    assertThat(pauses).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(pauses.get(19)).isEqualTo(1000L);
  }

  @Test
  void the_interval_has_a_limit() throws Exception {
    for (int i = 0; i < 20; i++) {
      rateLimit.throttled();
    }
    rateLimit.next();
    assertThat(pauses).containsExactly(32_000L);
  }

  @Test
  void a_clock_that_is_set_back_delays_no_call_for_long() throws Exception {
    rateLimit.next();
    now = now.minus(Duration.ofDays(1));
    rateLimit.steadily();
    assertThat(pauses).containsExactly(300_000L);
  }

  private void take(int calls) throws InterruptedException {
    for (int i = 0; i < calls; i++) {
      rateLimit.next();
    }
  }
}
