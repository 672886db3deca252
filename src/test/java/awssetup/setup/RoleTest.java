package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
  private static final Instant REVIEWED = Stories.MONDAY;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void is_probed_at_once_at_first() {
    assertThat(Role.UNSEEN.nextProbe(REVIEWED, MINUTE)).isEqualTo(REVIEWED);
  }

  @ParameterizedTest(name = "after {0} of waiting: {1}")
  @CsvSource({
    "PT0S, PT1M",
    "PT5M, PT1M",
    "PT10M, PT1M",
    "PT1H, PT6M",
    "PT5H, PT30M",
    "P1D, PT30M",
    "P30D, PT30M"
  })
  void is_probed_less_often_the_longer_we_wait(Duration waiting, Duration pause) {
    Instant last = REVIEWED.plus(waiting);
    assertThat(Role.UNSEEN.silent(last).nextProbe(REVIEWED, MINUTE)).isEqualTo(last.plus(pause));
  }

  @Test
  void is_never_probed_more_often_than_the_interval_asks() {
    Instant last = REVIEWED.plus(Duration.ofDays(3));
    assertThat(Role.UNSEEN.silent(last).nextProbe(REVIEWED, Duration.ofHours(2)))
        .isEqualTo(last.plus(Duration.ofHours(2)));
  }

  @Test
  void check_now_looks_at_once_and_then_in_growing_steps() {
    Instant asked = REVIEWED.plus(Duration.ofDays(3));
    Role role = Role.UNSEEN.silent(asked.minus(MINUTE)).checkAsked(asked);
    List<Duration> looks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Instant next = role.nextProbe(REVIEWED, MINUTE);
      looks.add(Duration.between(asked, next));
      role = role.silent(next);
    }
    assertThat(looks)
        .containsExactly(
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(40));
  }

  @Test
  void a_slow_probe_skips_the_looks_it_overran() {
    Instant asked = REVIEWED.plus(Duration.ofDays(3));
    Role role = Role.UNSEEN.checkAsked(asked).silent(asked.plusSeconds(45));
    assertThat(role.nextProbe(REVIEWED, MINUTE)).isEqualTo(asked.plus(Duration.ofMinutes(2)));
  }

  @Test
  void one_miss_asks_for_a_second_look_and_is_no_verdict() {
    Instant missed = REVIEWED.plus(Duration.ofDays(1));
    Role role = Role.UNSEEN.answered(REVIEWED, false).silent(missed);
    assertThat(role.isGood()).isTrue();
    assertThat(role.lostAt()).isEmpty();
    assertThat(role.nextProbe(REVIEWED, MINUTE)).isEqualTo(missed.plusSeconds(10));
  }

  @Test
  void the_second_miss_in_a_row_is_a_loss() {
    Instant gone = REVIEWED.plus(Duration.ofDays(1));
    Role role = Role.UNSEEN.answered(REVIEWED, false).silent(gone.minusSeconds(10)).silent(gone);
    assertThat(role.isGood()).isFalse();
    assertThat(role.deployedAt()).isEmpty();
    assertThat(role.lostAt()).contains(gone);
  }

  @Test
  void misses_with_an_answer_between_them_are_no_loss() {
    Role role =
        Role.UNSEEN
            .answered(REVIEWED, false)
            .silent(REVIEWED.plusSeconds(60))
            .answered(REVIEWED.plusSeconds(70), false)
            .silent(REVIEWED.plusSeconds(130));
    assertThat(role.deployedAt()).contains(REVIEWED);
    assertThat(role.lostAt()).isEmpty();
  }

  @Test
  void a_lost_role_that_answers_again_is_deployed_since_then() {
    Instant back = REVIEWED.plus(Duration.ofDays(2));
    Role role =
        Role.UNSEEN
            .answered(REVIEWED, false)
            .silent(REVIEWED.plusSeconds(60))
            .silent(REVIEWED.plusSeconds(70))
            .answered(back, false);
    assertThat(role.isGood()).isTrue();
    assertThat(role.deployedAt()).contains(back);
    assertThat(role.lostAt()).isEmpty();
  }

  @Test
  void is_unsafe_since_it_first_answered_without_the_external_id() {
    Role role =
        Role.UNSEEN.answered(REVIEWED, true).answered(REVIEWED.plus(Duration.ofHours(1)), true);
    assertThat(role.isGood()).isFalse();
    assertThat(role.unsafeAt()).contains(REVIEWED);
    assertThat(role.answered(REVIEWED.plus(Duration.ofHours(2)), false).isGood()).isTrue();
  }
}
