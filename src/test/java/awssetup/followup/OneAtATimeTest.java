package awssetup.followup;

import static awssetup.setup.Priority.NORMAL;
import static awssetup.setup.Priority.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  private static final SetupId ACME = new SetupId("ACME000000000000");
  private static final SetupId GLOBEX = new SetupId("G10BEX0000000000");
  private static final SetupId HOOLI = new SetupId("H001Y00000000000");

  private final List<SetupId> resumed = new ArrayList<>();
  private Instant now = Instant.parse("2026-12-01T09:00:00Z");
  private final OneAtATime oneAtATime = new OneAtATime(resumed::add, () -> now);

  private Optional<Instant> take(SetupId id, Priority priority) {
    return oneAtATime.take(id, priority, Optional::empty);
  }

  /** Others come while the first is at work. */
  private void work(Runnable others) {
    Optional<Instant> first =
        oneAtATime.take(
            ACME,
            URGENT,
            () -> {
              others.run();
              return Optional.empty();
            });
    assertThat(first).isEmpty();
  }

  @Test
  void a_setup_that_comes_alone_is_served_at_once_and_resumes_none() {
    assertThat(take(ACME, URGENT)).isEmpty();
    assertThat(resumed).isEmpty();
  }

  @Test
  void those_who_wait_are_resumed_one_by_one_in_the_order_in_which_they_came() {
    work(
        () -> {
          assertThat(take(GLOBEX, URGENT)).contains(now.plusSeconds(3));
          assertThat(take(HOOLI, URGENT)).contains(now.plusSeconds(6));
          assertThat(take(GLOBEX, URGENT)).as("its place").contains(now.plusSeconds(3));
        });
    assertThat(resumed).containsExactly(GLOBEX);
    assertThat(take(HOOLI, URGENT)).as("not its turn").isPresent();
    assertThat(take(GLOBEX, URGENT)).isEmpty();
    assertThat(resumed).containsExactly(GLOBEX, HOOLI);
    assertThat(take(HOOLI, URGENT)).isEmpty();
    assertThat(resumed).hasSize(2);
  }

  @Test
  void a_setup_that_a_person_waits_for_goes_before_the_others() {
    work(
        () -> {
          take(GLOBEX, NORMAL);
          take(HOOLI, URGENT);
        });
    assertThat(resumed).containsExactly(HOOLI);
  }

  @Test
  void a_setup_that_does_not_use_its_turn_holds_up_the_others_for_two_seconds() {
    work(() -> take(GLOBEX, URGENT));
    assertThat(take(HOOLI, URGENT)).isPresent();
    now = now.plus(Duration.ofSeconds(2));
    assertThat(take(HOOLI, URGENT)).isEmpty();
    assertThat(resumed).as("none is left").containsExactly(GLOBEX);
  }

  @Test
  void work_that_fails_passes_the_turn_on() {
    assertThatThrownBy(
            () ->
                oneAtATime.take(
                    ACME,
                    URGENT,
                    () -> {
                      take(GLOBEX, URGENT);
                      throw new IllegalStateException("no answer");
                    }))
        .hasMessage("no answer");
    assertThat(resumed).containsExactly(GLOBEX);
    assertThat(take(GLOBEX, URGENT)).isEmpty();
  }
}
