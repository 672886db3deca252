package awssetup.slack.api;

import static awssetup.setup.Priority.NORMAL;
import static awssetup.setup.Priority.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import awssetup.ports.SlackBusy;
import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final SetupId ACME = new SetupId("ACME000000000000");
  private static final String ACME_AWS = "C0ACME";
  private static final String GLOBEX_AWS = "C0GLOBEX";

  private Instant now = START;
  private final RateLimits rateLimits = new RateLimits(() -> now);

  private static SetupId setup(int n) {
    return new SetupId("S%015d".formatted(n));
  }

  private Optional<Instant> take(RateLimitedCall limitedCall) {
    try {
      rateLimits.take(limitedCall);
      return Optional.empty();
    } catch (SlackBusy e) {
      return Optional.of(e.at());
    }
  }

  private int posts(String channel, int first, int many, Priority priority) {
    int taken = 0;
    for (int i = first; i < first + many; i++) {
      taken += take(RateLimitedCall.post(channel, setup(i), priority)).isEmpty() ? 1 : 0;
    }
    return taken;
  }

  private Optional<Instant> make(RateLimitedCall limitedCall) {
    Optional<Instant> wait = take(limitedCall);
    if (wait.isEmpty()) {
      rateLimits.made(limitedCall);
    }
    return wait;
  }

  @Test
  void a_card_whose_dates_change_five_times_in_a_minute_is_edited_once_and_then_shows_the_last() {
    assertThat(make(RateLimitedCall.minorEdit(ACME, NORMAL))).isEmpty();
    for (int i = 1; i <= 4; i++) {
      now = START.plusSeconds(10L * i);
      assertThat(make(RateLimitedCall.minorEdit(ACME, NORMAL))).contains(START.plusSeconds(60));
    }
    now = START.plusSeconds(60);
    assertThat(make(RateLimitedCall.minorEdit(ACME, NORMAL))).isEmpty();
  }

  @Test
  void a_card_that_was_just_clicked_is_edited_at_once() {
    make(RateLimitedCall.minorEdit(ACME, NORMAL));
    assertThat(make(RateLimitedCall.minorEdit(ACME, URGENT))).isEmpty();
    now = START.plusSeconds(30);
    assertThat(make(RateLimitedCall.minorEdit(ACME, NORMAL))).contains(START.plusSeconds(60));
  }

  @Test
  void a_card_whose_state_changes_is_edited_each_time() {
    for (int i = 0; i < 5; i++) {
      assertThat(make(RateLimitedCall.edit(ACME, NORMAL))).isEmpty();
      now = now.plusSeconds(2);
    }
  }

  @Test
  void an_edit_that_failed_does_not_put_off_the_next_one() {
    take(RateLimitedCall.minorEdit(ACME, NORMAL));
    now = START.plusSeconds(5);
    assertThat(make(RateLimitedCall.minorEdit(ACME, NORMAL))).isEmpty();
  }

  @Test
  void four_dozen_clicks_at_once_show_at_once_and_a_minute_never_has_more() {
    for (int i = 0; i < 48; i++) {
      assertThat(make(RateLimitedCall.edit(setup(i), URGENT))).isEmpty();
    }
    assertThat(make(RateLimitedCall.edit(ACME, URGENT))).contains(START.plusSeconds(60));
    now = START.plusSeconds(60);
    assertThat(make(RateLimitedCall.edit(ACME, URGENT))).isEmpty();
  }

  @Test
  void a_dozen_clicks_show_at_once_while_hundreds_of_other_cards_are_edited() {
    Deque<Instant> edits = new ArrayDeque<>();
    int edited = 0;
    for (int second = 0; second < 600; second++) {
      now = START.plusSeconds(second);
      for (int i = edited; i < 300 && make(RateLimitedCall.edit(setup(i), NORMAL)).isEmpty(); i++) {
        edits.add(now);
        edited++;
      }
      if (second == 200) {
        for (int i = 1000; i < 1012; i++) {
          assertThat(make(RateLimitedCall.edit(setup(i), URGENT))).as("click " + i).isEmpty();
          edits.add(now);
        }
      }
      while (!edits.isEmpty() && edits.getFirst().isBefore(now.minusSeconds(59))) {
        edits.removeFirst();
      }
      assertThat(edits).hasSizeLessThanOrEqualTo(50);
    }
    assertThat(edited).isEqualTo(300);
  }

  @Test
  void clicks_are_spaced_after_slack_has_asked_for_a_pause() {
    rateLimits.rest("chat.update", Optional.empty(), Duration.ofSeconds(30));
    assertThat(take(RateLimitedCall.edit(ACME, URGENT))).contains(START.plusSeconds(30));
    now = START.plusSeconds(30);
    assertThat(take(RateLimitedCall.edit(ACME, URGENT))).isEmpty();
    assertThat(take(RateLimitedCall.edit(setup(1), URGENT))).isPresent();
  }

  @Test
  void a_clicks_card_goes_before_a_thousand_others() {
    for (int i = 0; i < 1000; i++) {
      take(RateLimitedCall.edit(setup(i), NORMAL));
    }
    assertThat(rateLimits.backlog().cards()).isEqualTo(995);
    assertThat(rateLimits.backlog().behind()).isGreaterThan(Duration.ofMinutes(20));
    assertThat(take(RateLimitedCall.edit(ACME, URGENT))).isEmpty();
  }

  @Test
  void a_full_channel_holds_up_no_other() {
    assertThat(posts(ACME_AWS, 0, 100, NORMAL)).isEqualTo(5);
    assertThat(posts(GLOBEX_AWS, 100, 5, NORMAL)).isEqualTo(5);
    assertThat(posts(ACME_AWS, 200, 5, URGENT)).isEqualTo(5);
    assertThat(rateLimits.backlog().messages()).isEqualTo(95);
    assertThat(rateLimits.backlog().cards()).isZero();
  }

  @Test
  void the_workspace_has_a_limit_of_its_own() {
    int taken = 0;
    for (int channel = 0; channel < 100; channel++) {
      taken += posts("C" + channel, channel, 1, NORMAL);
    }
    assertThat(taken).isEqualTo(40);
  }

  @Test
  void after_a_429_in_one_channel_only_that_one_is_left_alone() {
    rateLimits.rest("chat.postMessage", Optional.of(ACME_AWS), Duration.ofSeconds(30));
    assertThat(posts(ACME_AWS, 0, 1, URGENT)).isZero();
    assertThat(posts(GLOBEX_AWS, 1, 1, URGENT)).isEqualTo(1);
    rateLimits.rest("chat.postMessage", Optional.of(GLOBEX_AWS), Duration.ofSeconds(30));
    assertThat(posts("C0THIRD", 2, 1, URGENT)).isZero();
    assertThat(take(RateLimitedCall.edit(ACME, NORMAL))).as("another method").isEmpty();
    now = START.plusSeconds(30);
    assertThat(posts("C0THIRD", 2, 1, URGENT)).isEqualTo(1);
  }

  @Test
  void what_requests_use_is_counted_and_never_held_up() {
    for (int i = 0; i < 200; i++) {
      rateLimits.spent("users.info");
    }
    assertThatExceptionOfType(SlackBusy.class)
        .isThrownBy(
            () ->
                rateLimits.take(
                    RateLimitedCall.lookUp(new awssetup.setup.UserId("U0CARLA"), NORMAL)));
  }
}
