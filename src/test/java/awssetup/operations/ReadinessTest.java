package awssetup.operations;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.LoopHealth;
import awssetup.ports.WorkListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tells from the health of the loop whether the app can do its job. */
class ReadinessTest {
  private static final Optional<Duration> JUST_NOW = Optional.of(Duration.ofSeconds(30));

  private final Readiness readiness = new Readiness(Duration.ofMinutes(1));

  @Test
  void nothing_is_missing_while_the_loop_runs_and_aws_was_watched() {
    assertThat(readiness.missing(new LoopHealth(true, Duration.ofSeconds(20), JUST_NOW, Map.of())))
        .isEmpty();
  }

  @Test
  void a_short_outage_does_not_end_readiness() {
    assertThat(
            readiness.missing(
                new LoopHealth(
                    true,
                    Duration.ZERO,
                    JUST_NOW,
                    Map.of(WorkListener.Service.ORGANIZATIONS, Duration.ofMinutes(5)))))
        .isEmpty();
  }

  @Test
  void says_everything_that_is_missing() {
    assertThat(
            readiness.missing(
                new LoopHealth(
                    false,
                    Duration.ofMinutes(6),
                    Optional.of(Duration.ofMinutes(9)),
                    Map.of(WorkListener.Service.ORGANIZATIONS, Duration.ofHours(1)))))
        .containsExactly(
            "scheduler: it does not run",
            "scheduler: work has been due for 360 s",
            "watch: the last one was 540 s ago",
            "watch: AWS has not answered for 3600 s");
    assertThat(readiness.missing(new LoopHealth(true, Duration.ZERO, Optional.empty(), Map.of())))
        .containsExactly("watch: AWS has not been watched yet");
  }
}
