package awssetup.slack.api;

import static awssetup.setup.Priority.NORMAL;
import static awssetup.setup.Priority.URGENT;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A limit of one call a second, with ten at once after a rest, four of these for urgent calls. */
class RateLimitTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

  private final RateLimit limit = new RateLimit(60, 10, 4);
  private Instant now = START;

  private Optional<Instant> ask(Object who, Priority priority) {
    Optional<Instant> slot = limit.slotFor(who, priority, now);
    if (slot.isEmpty()) {
      limit.spend(who, now);
    }
    return slot;
  }

  private long seconds(Object who, Priority priority) {
    return Duration.between(now, ask(who, priority).orElse(now)).toSeconds();
  }

  private void askMany(int many, Priority priority) {
    for (int i = 0; i < many; i++) {
      assertThat(ask("early-" + priority + i, priority)).isEmpty();
    }
  }

  @Test
  void some_go_at_once_and_the_others_get_slots_a_second_apart() {
    askMany(6, NORMAL);
    assertThat(seconds("a", NORMAL)).isEqualTo(1);
    assertThat(seconds("b", NORMAL)).isEqualTo(2);
    assertThat(seconds("c", NORMAL)).isEqualTo(3);
    assertThat(limit.waiting()).containsExactly("a", "b", "c");
    assertThat(limit.lastSlot()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void a_slot_is_kept_for_its_holder() {
    askMany(6, NORMAL);
    ask("a", NORMAL);
    ask("b", NORMAL);
    assertThat(seconds("b", NORMAL)).as("woken too early").isEqualTo(2);
    now = START.plusSeconds(2);
    assertThat(seconds("late", NORMAL)).as("behind both").isEqualTo(1);
    assertThat(ask("b", NORMAL)).isEmpty();
    assertThat(ask("a", NORMAL)).isEmpty();
    assertThat(limit.waiting()).containsExactly("late");
  }

  @Test
  void an_urgent_call_goes_before_a_thousand_that_wait() {
    askMany(6, NORMAL);
    for (int i = 0; i < 1000; i++) {
      ask(i, NORMAL);
    }
    askMany(4, URGENT);
    assertThat(seconds("one click too many", URGENT)).isEqualTo(1);
  }

  @Test
  void an_urgent_caller_stays_urgent_at_its_next_attempt() {
    askMany(10, URGENT);
    assertThat(seconds("click", URGENT)).isEqualTo(1);
    assertThat(seconds("not urgent", NORMAL)).isGreaterThan(1);
    now = START.plusSeconds(1);
    assertThat(ask("click", NORMAL)).isEmpty();
  }

  @Test
  void no_minute_sees_more_than_the_rate_and_what_goes_at_once() {
    List<Instant> spent = new ArrayList<>();
    for (int second = 0; second < 300; second++) {
      now = START.plusSeconds(second);
      for (int i = 0; i < 5; i++) {
        if (ask(second + "/" + i, i == 0 ? URGENT : NORMAL).isEmpty()) {
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
  void after_a_refusal_all_wait_for_its_end_and_then_go_one_at_a_time_and_slower() {
    limit.rest(START.plusSeconds(30));
    assertThat(seconds("click", URGENT)).isEqualTo(30);
    long first = seconds("a", NORMAL);
    assertThat(first).isGreaterThanOrEqualTo(30);
    assertThat(seconds("b", NORMAL)).isEqualTo(first + 2);
    now = START.plusSeconds(30);
    assertThat(ask("click", URGENT)).isEmpty();
    assertThat(ask("another click", URGENT)).isPresent();
  }

  @Test
  void callers_sent_away_do_not_all_come_back_at_the_same_moment() {
    askMany(6, NORMAL);
    for (int i = 0; i < 50; i++) {
      ask(i, NORMAL);
    }
    now = START.plusSeconds(50);
    limit.rest(now.plusSeconds(60));
    List<Instant> again = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      again.add(ask(i, NORMAL).orElseThrow());
    }
    assertThat(again.stream().distinct().count()).isGreaterThan(20);
  }

  @Test
  void a_slot_that_is_not_used_is_given_up() {
    askMany(6, NORMAL);
    ask("a", NORMAL);
    now = START.plus(Duration.ofMinutes(10));
    assertThat(ask("b", NORMAL)).isEmpty();
    assertThat(limit.waiting()).isEmpty();
    assertThat(limit.isRested(now.plusSeconds(60))).isTrue();
  }
}
