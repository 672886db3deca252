package awssetup.slack;

import static awssetup.setup.Haste.AT_ONCE;
import static awssetup.setup.Haste.IN_TURN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Haste;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One a second, ten at once after a rest, four of these for what people wait for. */
class BudgetTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

  private final Budget budget = new Budget(60, 10, 4);
  private Instant now = START;

  private Optional<Instant> ask(Object who, Haste haste) {
    Optional<Instant> place = budget.placeFor(who, haste, now);
    if (place.isEmpty()) {
      budget.spend(who, now);
    }
    return place;
  }

  private long seconds(Object who, Haste haste) {
    return Duration.between(now, ask(who, haste).orElse(now)).toSeconds();
  }

  private void askMany(int many, Haste haste) {
    for (int i = 0; i < many; i++) {
      assertThat(ask("early-" + haste + i, haste)).isEmpty();
    }
  }

  @Test
  void some_go_at_once_and_the_others_get_places_a_second_apart() {
    askMany(6, IN_TURN);
    assertThat(seconds("a", IN_TURN)).isEqualTo(1);
    assertThat(seconds("b", IN_TURN)).isEqualTo(2);
    assertThat(seconds("c", IN_TURN)).isEqualTo(3);
    assertThat(budget.waiting()).containsExactly("a", "b", "c");
    assertThat(budget.lastTurn()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void a_place_is_kept_for_the_one_who_has_it() {
    askMany(6, IN_TURN);
    ask("a", IN_TURN);
    ask("b", IN_TURN);
    assertThat(seconds("b", IN_TURN)).as("woken too early").isEqualTo(2);
    now = START.plusSeconds(2);
    assertThat(seconds("late", IN_TURN)).as("behind both").isEqualTo(1);
    assertThat(ask("b", IN_TURN)).isEmpty();
    assertThat(ask("a", IN_TURN)).isEmpty();
    assertThat(budget.waiting()).containsExactly("late");
  }

  @Test
  void what_people_wait_for_goes_before_all_who_wait() {
    askMany(6, IN_TURN);
    for (int i = 0; i < 1000; i++) {
      ask(i, IN_TURN);
    }
    askMany(4, AT_ONCE);
    assertThat(seconds("one click too many", AT_ONCE)).isEqualTo(1);
  }

  @Test
  void somebody_who_waits_goes_on_waiting_at_the_next_attempt() {
    askMany(10, AT_ONCE);
    assertThat(seconds("click", AT_ONCE)).isEqualTo(1);
    assertThat(seconds("nobody waits", IN_TURN)).isGreaterThan(1);
    now = START.plusSeconds(1);
    assertThat(ask("click", IN_TURN)).isEmpty();
  }

  @Test
  void no_minute_sees_more_than_the_rate_and_what_goes_at_once() {
    List<Instant> spent = new ArrayList<>();
    for (int second = 0; second < 300; second++) {
      now = START.plusSeconds(second);
      for (int i = 0; i < 5; i++) {
        if (ask(second + "/" + i, i == 0 ? AT_ONCE : IN_TURN).isEmpty()) {
          spent.add(now);
        }
      }
    }
    for (Instant at : spent) {
      assertThat(spent.stream().filter(s -> !s.isBefore(at) && s.isBefore(at.plusSeconds(60))))
          .hasSizeLessThanOrEqualTo(70);
    }
  }

  @Test
  void after_a_refusal_nobody_goes_before_its_end_and_then_one_at_a_time_and_slower() {
    budget.rest(START.plusSeconds(30));
    assertThat(seconds("click", AT_ONCE)).isEqualTo(30);
    long first = seconds("a", IN_TURN);
    assertThat(first).isGreaterThanOrEqualTo(30);
    assertThat(seconds("b", IN_TURN)).isEqualTo(first + 2);
    now = START.plusSeconds(30);
    assertThat(ask("click", AT_ONCE)).isEmpty();
    assertThat(ask("another click", AT_ONCE)).isPresent();
  }

  @Test
  void those_who_come_for_nothing_do_not_all_come_back_at_one_moment() {
    askMany(6, IN_TURN);
    for (int i = 0; i < 50; i++) {
      ask(i, IN_TURN);
    }
    now = START.plusSeconds(50);
    budget.rest(now.plusSeconds(60));
    List<Instant> again = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      again.add(ask(i, IN_TURN).orElseThrow());
    }
    assertThat(again.stream().distinct().count()).isGreaterThan(20);
  }

  @Test
  void a_place_that_nobody_comes_for_is_given_up() {
    askMany(6, IN_TURN);
    ask("a", IN_TURN);
    now = START.plus(Duration.ofMinutes(10));
    assertThat(ask("b", IN_TURN)).isEmpty();
    assertThat(budget.waiting()).isEmpty();
    assertThat(budget.isRested(now.plusSeconds(60))).isTrue();
  }
}
