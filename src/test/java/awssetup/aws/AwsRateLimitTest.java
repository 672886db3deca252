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
  void calls_that_people_wait_for_go_out_eight_at_once_and_then_five_a_second() throws Exception {
    take(8);
    assertThat(pauses).isEmpty();
    take(3);
    assertThat(pauses).containsExactly(200L, 200L, 200L);
  }

  @Test
  void the_three_calls_of_seven_invitations_take_less_than_three_seconds() throws Exception {
    take(21);
    assertThat(pauses.stream().mapToLong(each -> each).sum()).isLessThan(3000);
  }

  @Test
  void one_of_the_watchs_calls_goes_out_a_second_after_the_one_before_it() throws Exception {
    for (int i = 0; i < 4; i++) {
      rateLimit.steadily();
    }
    assertThat(pauses).containsExactly(1000L, 1000L, 1000L);
  }

  @Test
  void the_watch_leaves_one_of_a_burst_to_people() throws Exception {
    take(7);
    rateLimit.steadily();
    assertThat(pauses).containsExactly(200L);
    pauses.clear();
    rateLimit.next();
    assertThat(pauses).isEmpty();
  }

  @Test
  void the_watch_waits_until_a_burst_is_made_up_for() throws Exception {
    take(8);
    rateLimit.steadily();
    assertThat(pauses).containsExactly(400L);
  }

  @Test
  void a_call_that_a_person_waits_for_goes_out_between_the_watchs() throws Exception {
    rateLimit.steadily();
    rateLimit.steadily();
    pauses.clear();
    rateLimit.next();
    assertThat(pauses).isEmpty();
    rateLimit.steadily();
    assertThat(pauses).containsExactly(1000L);
  }

  @Test
  void a_pause_restores_the_burst_and_no_more() throws Exception {
    take(8);
    now = now.plus(Duration.ofHours(1));
    take(9);
    assertThat(pauses).containsExactly(200L);
  }

  @Test
  void calls_go_half_as_fast_when_aws_throttles_and_slowly_faster_again() throws Exception {
    rateLimit.throttled();
    take(2);
    assertThat(pauses).containsExactly(400L, 400L);
    pauses.clear();
    for (int i = 0; i < 30; i++) {
      rateLimit.answered();
      take(1);
    }
    assertThat(pauses).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(pauses.get(5)).isGreaterThan(250L);
    assertThat(pauses.get(29)).isEqualTo(200L);
  }

  @Test
  void the_watch_pauses_for_longer_when_aws_throttles() throws Exception {
    rateLimit.throttled();
    rateLimit.throttled();
    for (int i = 0; i < 3; i++) {
      rateLimit.steadily();
    }
    assertThat(pauses).containsExactly(32_000L, 4000L, 4000L);
    pauses.clear();
    for (int i = 0; i < 40; i++) {
      rateLimit.answered();
      rateLimit.steadily();
    }
    assertThat(pauses).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(pauses.get(39)).isEqualTo(1000L);
  }

  @Test
  void the_interval_has_a_limit() throws Exception {
    for (int i = 0; i < 20; i++) {
      rateLimit.throttled();
    }
    rateLimit.next();
    assertThat(pauses).containsExactly(6400L);
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
