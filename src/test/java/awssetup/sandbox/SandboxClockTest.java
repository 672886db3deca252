package awssetup.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
  private final SandboxClock clock = new SandboxClock(InstantSource.fixed(MONDAY));

  @Test
  void is_the_wall_clock_until_it_is_moved_on() {
    assertThat(clock.instant()).isEqualTo(MONDAY);
  }

  @Test
  void steps_add_up() {
    clock.advance(Duration.ofHours(1));
    clock.advance(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo("2027-01-05T10:00:00Z");
  }

  @Test
  void never_goes_back() {
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
    assertThat(clock.instant()).isEqualTo(MONDAY);
  }
}
