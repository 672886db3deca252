package awssetup.setup;

import static awssetup.setup.Stories.ACMES;
import static awssetup.setup.Stories.ANOTHER;
import static awssetup.setup.Stories.kinds;
import static awssetup.setup.Stories.notices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the probe sees, and how that completes a setup. */
class RoleSeenTest {

  @Test
  void a_deployed_role_is_announced_once() {
    Story acme = Stories.acme().invited().roleAnswers();
    assertThat(notices(acme.last())).containsExactly(Notice.ROLE_DEPLOYED);
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.ROLE_DEPLOYED);
    acme.later(Duration.ofMinutes(5)).roleAnswers();
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.last().events()).isEmpty();
    assertThat(acme.setup().role().probedAt()).contains(acme.now());
  }

  @Test
  void a_silent_role_is_announced_only_after_two_misses_of_a_deployed_one() {
    Story acme = Stories.acme().invited().roleSilent();
    assertThat(acme.last().messages()).isEmpty();
    acme.later(Duration.ofHours(1)).roleAnswers().later(Duration.ofHours(1)).roleSilent();
    assertThat(acme.last().messages()).isEmpty();
    acme.later(Duration.ofSeconds(10)).roleSilent();
    assertThat(notices(acme.last())).containsExactly(Notice.ROLE_LOST);
    assertThat(acme.state(StepKey.BOOTSTRAP_ROLE)).isEqualTo(new Step.State.RoleLost(ACMES));
    acme.later(Duration.ofSeconds(10)).roleSilent();
    assertThat(acme.last().messages()).isEmpty();
    acme.later(Duration.ofHours(1)).roleAnswers();
    assertThat(notices(acme.last())).containsExactly(Notice.ROLE_DEPLOYED);
  }

  @Test
  void an_unsafe_role_is_announced_once_and_is_not_deployed_until_fixed() {
    Story acme = Stories.acme().invited().roleIsUnsafe();
    assertThat(notices(acme.last())).containsExactly(Notice.ROLE_UNSAFE);
    assertThat(acme.status().step(StepKey.BOOTSTRAP_ROLE).actor()).isEqualTo(Actor.ENGINEER);
    assertThat(acme.later(Duration.ofMinutes(1)).roleIsUnsafe().last().messages()).isEmpty();
    acme.later(Duration.ofHours(1)).roleAnswers();
    assertThat(notices(acme.last())).containsExactly(Notice.ROLE_DEPLOYED);
    assertThat(acme.status().step(StepKey.BOOTSTRAP_ROLE).isDone()).isTrue();
  }

  @Test
  void an_answer_for_another_account_changes_nothing() {
    Story acme = Stories.acme().invited();
    assertThat(acme.trying(new Observation.RoleAnswered(ANOTHER, false)).isNone()).isTrue();
    assertThat(acme.trying(new Observation.RoleSilent(ANOTHER)).isNone()).isTrue();
  }

  @Test
  void an_answer_that_comes_after_the_end_changes_nothing() {
    Story cancelled = Stories.acme().ready().reviewed().cancelled();
    assertThat(cancelled.roleAnswers().last().isNone()).isTrue();
    assertThat(cancelled.roleIsUnsafe().last().isNone()).isTrue();
    Story completed = accepted().roleAnswers().does(new Observation.Completed());
    assertThat(completed.roleSilent().last().isNone()).isTrue();
  }

  @Test
  void completes_once_when_all_is_done() {
    Story acme = accepted().roleAnswers().does(new Observation.Completed());
    assertThat(notices(acme.last())).containsExactly(Notice.COMPLETED);
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.COMPLETED);
    assertThat(acme.setup().isCompleted()).isTrue();
    assertThat(acme.plan()).isInstanceOf(Plan.Finished.class);
    assertThat(acme.trying(new Observation.Completed()).isNone()).isTrue();
  }

  @Test
  void does_not_complete_before_all_is_done() {
    for (Story story :
        List.of(
            Stories.acme(),
            Stories.acme().invited().roleAnswers(),
            accepted(),
            accepted().roleIsUnsafe(),
            accepted().roleAnswers().seen(TransferStatus.WITHDRAWN),
            accepted().roleAnswers().cancelled(),
            accepted().roleAnswers().later(Duration.ofMinutes(5)).roleSilent())) {
      assertThat(story.trying(new Observation.Completed()).isNone()).isTrue();
    }
  }

  @Test
  void does_not_complete_on_a_role_that_was_last_seen_before_the_acceptance() {
    Story acme = Stories.acme().invited().roleAnswers().later(Duration.ofDays(1));
    acme.seen(TransferStatus.ACCEPTED);
    assertThat(acme.status().allDone()).isTrue();
    assertThat(acme.trying(new Observation.Completed()).isNone()).isTrue();
    assertThat(acme.plan()).isInstanceOf(Plan.Look.class);
    assertThat(acme.plan(Plan.Unreachable.ROLES)).isInstanceOf(Plan.Wait.class);
    acme.later(Duration.ofSeconds(1)).roleSilent();
    assertThat(acme.plan()).isInstanceOf(Plan.Wait.class);
    acme.later(Duration.ofSeconds(10));
    assertThat(acme.plan()).isInstanceOf(Plan.Look.class);
    acme.roleAnswers();
    assertThat(acme.plan()).isInstanceOf(Plan.Note.class);
    assertThat(acme.does(((Plan.Note) acme.plan()).rule()).setup().isCompleted()).isTrue();
  }

  private static Story accepted() {
    return Stories.acme().invited().later(Duration.ofDays(1)).seen(TransferStatus.ACCEPTED);
  }
}
