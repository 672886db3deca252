package awssetup.setup;

import static awssetup.setup.Stories.DECEMBERS_DEADLINE;
import static awssetup.setup.Stories.MONDAY;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who a setup waits for, and how urgently it needs an engineer. */
class WaitingTest {

  private static Waiting waiting(Story story) {
    return Waiting.of(story.setup(), story.now()).orElseThrow();
  }

  private static Urgency urgency(Story story) {
    return waiting(story).urgency(story.now());
  }

  @Test
  void a_new_setup_waits_for_its_customer_since_the_start() {
    Story story = Stories.acme();
    assertThat(waiting(story))
        .isEqualTo(
            new Waiting(ERIN, StepKey.DETAILS, Actor.CUSTOMER, MONDAY, Optional.empty(), false));
    assertThat(urgency(story)).isEqualTo(Urgency.CUSTOMER);
  }

  @Test
  void a_review_needs_an_engineer() {
    assertThat(urgency(Stories.acme().detailed())).isEqualTo(Urgency.ENGINEER);
  }

  @Test
  void after_the_review_it_is_up_to_aws_once_the_role_is_there() {
    Story story = Stories.acme().ready().reviewed();
    assertThat(waiting(story).step()).isEqualTo(StepKey.BOOTSTRAP_ROLE);
    assertThat(urgency(story)).isEqualTo(Urgency.CUSTOMER);
    assertThat(urgency(story.roleAnswers())).isEqualTo(Urgency.AWS);
  }

  @Test
  void an_unsafe_role_needs_an_engineer_although_it_is_the_customers_turn_to_approve() {
    Story story = Stories.acme().invited().roleIsUnsafe();
    assertThat(story.status().turn().orElseThrow().actor()).isEqualTo(Actor.CUSTOMER);
    assertThat(waiting(story).step()).isEqualTo(StepKey.BOOTSTRAP_ROLE);
    assertThat(urgency(story)).isEqualTo(Urgency.ENGINEER);
  }

  @Test
  void an_invitation_is_fine_then_about_to_expire_then_an_engineers() {
    Waiting waiting = waiting(Stories.acme().invited());
    Instant deadline = waiting.deadline().orElseThrow();
    assertThat(deadline).isBefore(DECEMBERS_DEADLINE);
    Instant soon = deadline.minus(Duration.ofDays(5));
    assertThat(waiting.urgency(soon.minusMillis(1))).isEqualTo(Urgency.CUSTOMER);
    assertThat(waiting.urgency(soon)).isEqualTo(Urgency.EXPIRING);
    assertThat(waiting.urgency(deadline.minusMillis(1))).isEqualTo(Urgency.EXPIRING);
    assertThat(waiting.urgency(deadline)).isEqualTo(Urgency.ENGINEER);
  }

  @Test
  void a_customer_who_does_not_answer_goes_before_those_who_have_just_been_asked() {
    Story story = Stories.acme();
    while (story.setup().reminderHistory().escalatedAt().isEmpty()) {
      assertThat(urgency(story)).isEqualTo(Urgency.CUSTOMER);
      Plan plan = story.plan(Plan.Unreachable.values());
      if (plan instanceof Plan.Note note) {
        story.does(note.rule());
      } else {
        story.at(((Plan.Wait) plan).until());
      }
    }
    assertThat(urgency(story)).isEqualTo(Urgency.UNANSWERED);
    assertThat(urgency(story.detailed())).isEqualTo(Urgency.ENGINEER);
    assertThat(waiting(story).unanswered()).isFalse();
  }

  @Test
  void a_setup_about_to_complete_waits_for_no_person() {
    Story story = Stories.acme().invited().roleAnswers().seen(TransferStatus.ACCEPTED);
    assertThat(story.status().allDone()).isTrue();
    assertThat(urgency(story)).isEqualTo(Urgency.AWS);
  }

  @Test
  void a_channel_problem_makes_it_an_engineers_turn() {
    Story story = Stories.acme();
    Setup.Facts facts = story.setup().facts();
    facts.channelAccess =
        new ChannelAccess(
            Optional.of(ChannelProblem.ARCHIVED), Optional.empty(), Optional.of(story.now()));
    Waiting waiting = Waiting.of(facts.toSetup(), story.now()).orElseThrow();
    assertThat(waiting.urgency(story.now())).isEqualTo(Urgency.ENGINEER);
    assertThat(waiting.since()).isEqualTo(MONDAY);
  }

  @Test
  void an_ended_setup_waits_for_nothing() {
    Story story = Stories.acme().cancelled();
    assertThat(Waiting.of(story.setup(), story.now())).isEmpty();
  }

  /** The list is read later than it is written: only deadlines may pass in between. */
  @Test
  void a_stored_value_says_the_same_later_as_a_fresh_one() {
    for (Story story :
        Set.of(
            Stories.acme(),
            Stories.acme().detailed(),
            Stories.acme().invited(),
            Stories.globex().invited(),
            Stories.acme().invited().roleAnswers(),
            Stories.acme().invited().seen(TransferStatus.ACCEPTED),
            Stories.acme().invited().seen(TransferStatus.DECLINED))) {
      Waiting written = waiting(story);
      for (int hour = 0; hour < 24 * 40; hour += 6) {
        Instant later = story.now().plus(Duration.ofHours(hour));
        assertThat(written.urgency(later))
            .isEqualTo(Waiting.of(story.setup(), later).orElseThrow().urgency(later));
      }
    }
  }
}
