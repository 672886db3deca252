package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.COLIN;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsFault;
import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request that comes twice counts once, even with a restart of the app in between. */
class TwiceJourneyTest extends Journey {
  private static final String OTHER_ACCOUNT = "333344445555";

  /** The app does what is asked, but its answer is lost and the modal stays open. */
  private static final SlackCallObserver LOSES_ANSWERS =
      new SlackCallObserver() {
        @Override
        public boolean acknowledged() {
          return false;
        }
      };

  @Test
  void details_submitted_again_do_not_undo_a_colleagues_correction() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    assertThat(withoutAnswer(() -> world.submit(CARLA, World.details())).ok()).isFalse();
    world.press(COLIN, "enter_details");
    assertThat(world.submit(COLIN, World.details(OTHER_ACCOUNT)).ok()).isTrue();
    world.restart();

    assertThat(world.submit(CARLA, World.details()).ok()).isTrue();
    assertThat(world.hasView(CARLA)).isFalse();
    assertThat(world.cardText()).contains(OTHER_ACCOUNT).doesNotContain(ACCOUNT);
    assertThat(world.thread()).hasSize(2);
  }

  @Test
  void new_text_in_a_modal_that_stayed_open_counts() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    withoutAnswer(() -> world.submit(CARLA, World.details()));
    world.restart();

    assertThat(world.submit(CARLA, World.details(OTHER_ACCOUNT)).ok()).isTrue();
    assertThat(world.cardText()).contains(OTHER_ACCOUNT).doesNotContain(ACCOUNT);
  }

  @Test
  void a_review_submitted_again_after_a_refusal_sends_no_second_invitation() {
    world.startTransfer();
    world.enterDetails();
    world.press(ERIN, "review_invitation");
    world.aws.failNext(
        World.INVITE, AwsFault.error("ConstraintViolationException", "OTHER", "It is refused."));
    withoutAnswer(() -> world.submit(ERIN, Map.of()));
    assertThat(world.inviteCalls()).isEqualTo(1);
    world.restart();

    assertThat(world.submit(ERIN, Map.of()).ok()).isTrue();
    world.jump(Duration.ofMinutes(1));
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.aws.invitations()).isEmpty();
  }

  @Test
  void a_command_that_slack_sends_twice_reminds_once() {
    world.startTransfer();
    Map<String, String> command = new HashMap<>();
    command.put("command", "/aws-setup");
    command.put("text", "remind");
    command.put("team_id", "T0HOME");
    command.put("user_id", ERIN);
    command.put("channel_id", ACME);
    command.put("trigger_id", "1.2.remind");
    world.signed().command(command);
    world.settle();
    assertThat(world.reminders()).hasSize(1);
    world.restart();
    world.jump(Duration.ofMinutes(2));

    world.signed().command(command);
    world.settle();
    assertThat(world.reminders()).hasSize(1);
    command.put("trigger_id", "1.3.remind");
    world.signed().command(command);
    world.settle();
    assertThat(world.reminders()).hasSize(2);
  }

  @Test
  void a_snooze_asked_for_twice_counts_once() {
    world.startTransfer();
    withoutAnswer(() -> world.press(CARLA, "snooze", "3"));
    world.restart();
    world.jump(Duration.ofSeconds(3));

    assertThat(world.press(CARLA, "snooze", "3").ok()).isTrue();
    assertThat(world.answer(ERIN, "/aws-setup history").split("paused reminders for 3 days", -1))
        .hasSize(2);
  }

  private Delivery withoutAnswer(java.util.function.Supplier<Delivery> doing) {
    world.slack.observe(LOSES_ANSWERS);
    Delivery lost = doing.get();
    world.slack.observe(SlackCallObserver.NONE);
    return lost;
  }
}
