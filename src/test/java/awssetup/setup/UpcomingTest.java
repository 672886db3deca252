package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Upcoming.Kind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is listed as coming next is what the plan finds due at that time. */
class UpcomingTest {
  @Test
  void a_fresh_setup_has_its_first_reminder_ahead() {
    Story acme = Stories.acme();
    assertThat(upcoming(acme))
        .containsExactly(
            new Upcoming(
                Kind.REMINDER, acme.now().plus(Duration.ofHours(24)), Optional.of(Actor.CUSTOMER)));
  }

  @Test
  void an_open_invitation_has_probes_a_reminder_and_its_deadline_ahead() {
    Story acme = Stories.acme().invited().roleSilent();
    assertThat(upcoming(acme))
        .extracting(Upcoming::kind)
        .containsExactly(Kind.PROBE, Kind.REMINDER, Kind.DEADLINE);
    assertThat(upcoming(acme))
        .last()
        .extracting(Upcoming::at)
        .isEqualTo(acme.now().plus(Duration.ofDays(15)));
  }

  @Test
  void an_unknown_outcome_has_another_attempt_ahead() {
    Story acme = Stories.acme().ready().reviewed().attempting().troubled().roleSilent();
    assertThat(upcoming(acme)).first().extracting(Upcoming::kind).isEqualTo(Kind.RETRY);
  }

  @Test
  void an_ended_setup_has_nothing_ahead() {
    assertThat(upcoming(Stories.acme().detailed().cancelled())).isEmpty();
  }

  @Test
  void the_plan_waits_for_the_first_of_them() {
    for (Story story :
        List.of(
            Stories.acme(),
            Stories.acme().detailed(),
            Stories.acme().invited().roleSilent(),
            Stories.acme().ready().reviewed().attempting().troubled().roleSilent(),
            Stories.globex().detailed())) {
      assertThat(story.plan())
          .isInstanceOfSatisfying(
              Plan.Wait.class,
              wait -> assertThat(wait.until()).isEqualTo(upcoming(story).get(0).at()));
    }
  }

  private static List<Upcoming> upcoming(Story story) {
    return Upcoming.of(story.setup(), Stories.RULES, ZoneOffset.UTC, story.now());
  }
}
