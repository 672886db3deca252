package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.api.SlackFault;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.testkit.People;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Slack or AWS is out of order for a while: no message is lost and none is posted twice. */
class OutagesJourneyTest extends Journey {
  @Test
  void the_bot_slows_down_when_slack_asks() {
    world.startTransfer();
    world.slack.failNext("chat.postMessage", SlackFault.rateLimited(120));
    world.enterDetails();
    int before = world.slackCalls("chat.postMessage");
    world.jump(Duration.ofSeconds(60));
    assertThat(world.slackCalls("chat.postMessage")).isEqualTo(before);
    assertThat(world.thread()).isEmpty();
    world.jump(Duration.ofSeconds(61));
    assertThat(world.thread()).hasSize(1);
    assertThat(world.cardText()).contains("1 of 3");
  }

  @Test
  void the_bot_slows_down_its_edits_when_slack_asks() {
    world.startTransfer();
    world.slack.failNext("chat.update", SlackFault.rateLimited(90));
    world.enterDetails();
    int before = world.slackCalls("chat.update");
    world.jump(Duration.ofSeconds(60));
    assertThat(world.slackCalls("chat.update")).isEqualTo(before);
    world.jump(Duration.ofSeconds(31));
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.thread()).hasSize(1);
  }

  @Test
  void after_hours_without_slack_every_message_comes_once_and_in_order() {
    world.startTransfer();
    world.enterDetails();
    world.press(ERIN, "review_invitation");
    world.slack.failNext("chat.postMessage", SlackFault.status(503).times(10_000));
    world.slack.failNext("chat.update", SlackFault.status(503).times(10_000));
    world.submit(ERIN, Map.of());
    world.pass(Duration.ofHours(1));
    world.aws.accept(world.handshake());
    world.pass(Duration.ofHours(1));
    world.deployRole();
    world.pass(Duration.ofMinutes(45));
    assertThat(world.thread()).hasSize(1);
    assertThat(world.cardText()).contains("1 of 3", "reviews the account ID");
    world.slack.clearFaults();
    world.pass(Duration.ofMinutes(15));
    assertThat(world.cards()).hasSize(1);
    List<String> thread = world.thread();
    assertThat(thread).hasSize(5);
    assertThat(thread.get(1)).contains("has been sent");
    assertThat(thread.get(2)).contains("is approved");
    assertThat(thread.get(3)).contains("is deployed");
    assertThat(thread.get(4)).contains("is complete");
    world.assertIsComplete();
  }

  @Test
  void a_setup_started_while_messages_do_not_go_out_gets_its_card_later() {
    world.slack.failNext("chat.postMessage", SlackFault.status(500).times(10_000));
    world.startTransfer();
    world.pass(Duration.ofHours(1));
    assertThat(world.cards()).isEmpty();
    world.slack.clearFaults();
    world.pass(Duration.ofMinutes(15));
    assertThat(world.cards()).hasSize(1);
    world.enterDetails();
    assertThat(world.thread()).hasSize(1);
  }

  @Test
  void a_channel_that_is_closed_for_a_while_hears_everything_later() {
    world.startTransfer();
    world.slack.failNext("chat.postMessage", SlackFault.error("not_in_channel").times(3));
    world.slack.failNext("chat.update", SlackFault.error("is_archived").times(3));
    world.enterDetails();
    assertThat(world.thread()).isEmpty();
    for (int hour = 0; hour < 7; hour++) {
      world.jump(Duration.ofHours(1));
    }
    assertThat(world.said("the details are in")).hasSize(1);
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.cards()).hasSize(1);
  }

  @Test
  void a_thread_that_takes_no_messages_holds_up_neither_the_card_nor_the_operations_channel() {
    world.startTransfer();
    world.enterDetails();
    String card = world.card().ts();
    world.slack.observe(
        new SlackCallObserver() {
          @Override
          public Optional<SlackFault> arrived(String host, String method, JsonObject arguments) {
            boolean inThread =
                arguments.has("thread_ts") && arguments.get("thread_ts").getAsString().equals(card);
            return method.equals("chat.postMessage") && inThread
                ? Optional.of(SlackFault.error("restricted_action_thread_locked"))
                : Optional.empty();
          }
        });
    world.press(ERIN, "review_invitation");
    world.aws.failNext(
        World.INVITE,
        awssetup.sandbox.aws.AwsFault.error(
            "HandshakeConstraintViolationException", "ACCOUNT_NUMBER_LIMIT_EXCEEDED", "too many"));
    world.submit(ERIN, Map.of());
    assertThat(world.thread()).as("only the details").hasSize(1);
    assertThat(world.cardText()).contains("AWS refused the invitation");
    assertThat(world.ops()).hasSize(1);

    world.slack.observe(SlackCallObserver.NONE);
    world.jump(Duration.ofMinutes(10));
    assertThat(world.thread()).hasSize(2);
    assertThat(world.postedTwice(ACME)).isEmpty();
  }

  @Test
  void an_operations_channel_that_is_closed_holds_nothing_up() {
    world.startTransfer();
    world.passUntil("2026-12-07T08:00:00Z");
    // First the reminder goes to the thread, then the escalation to the closed channel.
    world.slack.workspace().put(StandInChannel.closed(OPS, "aws-ops", ERIN));
    world.passUntil("2026-12-07T10:00:00Z");
    assertThat(world.reminders()).hasSize(4);
    world.enterDetails();
    assertThat(world.lastSaid()).contains("the details are in");
  }

  @Test
  void an_engineer_that_slack_does_not_identify_is_asked_to_try_again() {
    world.slack.failNext("users.info", SlackFault.status(503).times(20));
    assertThat(world.answer(ERIN, "/aws-setup status")).contains("try again");
    world.slack.clearFaults();
    assertThat(world.answer(ERIN, "/aws-setup status")).contains("none yet");
  }

  @Test
  void a_person_is_told_when_slack_does_not_open_their_modal() {
    world.startTransfer();
    world.slack.failNext("views.open", SlackFault.error("internal_error"));
    String told = world.told(CARLA, () -> world.press(CARLA, "enter_details"));
    assertThat(told).contains("Please try again");
    world.enterDetails();
  }

  @Test
  void a_role_that_cannot_be_probed_counts_neither_as_lost_nor_as_missing() {
    world.invited();
    world.deployRole();
    world.press(CARLA, "check_now");
    world.aws.failNext("AssumeRole", awssetup.sandbox.aws.AwsFault.status(503).times(200));
    world.pass(Duration.ofHours(1));
    assertThat(world.cardText()).contains("2 of 3", "deployed, seen");
    world.aws.accept(world.handshake());
    world.pass(Duration.ofMinutes(30));
    assertThat(world.said("is complete")).isEmpty();
    world.aws.clearFaults();
    world.pass(Duration.ofMinutes(15));
    world.assertIsComplete();
  }

  @Test
  void an_acceptance_during_an_outage_of_aws_is_noticed_after_it() {
    world.invited();
    world.aws.accept(world.handshake());
    world.aws.failNext("*", awssetup.sandbox.aws.AwsFault.status(500).times(10_000));
    world.pass(Duration.ofMinutes(30));
    assertThat(world.cardText()).contains("invitation sent", "to be approved by");
    world.aws.clearFaults();
    world.pass(Duration.ofMinutes(15));
    assertThat(world.cardText()).contains("approved");
    assertThat(world.said("is approved")).hasSize(1);
    assertThat(world.postedTwice(ACME)).isEmpty();
  }

  @Test
  void an_app_started_while_aws_is_down_takes_commands_and_details_all_the_same() {
    world.stop();
    world.aws.failNext("*", awssetup.sandbox.aws.AwsFault.status(503).times(10_000));
    world.restart();
    world.startTransfer();
    world.enterDetails();
    world.review();
    assertThat(world.cardText()).contains("the bot keeps trying");
    world.aws.clearFaults();
    world.jump(Duration.ofMinutes(10));
    world.goesOnToTheEnd();
  }

  @Test
  void an_app_started_while_slack_is_down_catches_up_once_slack_answers() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    world.stop();
    world.slack.failNext("*", SlackFault.status(503).times(10_000));
    world.restart();
    assertThat(world.submit(CARLA, World.details()).ok()).isTrue();
    assertThat(world.cardText()).contains("0 of 3");
    world.slack.clearFaults();
    world.jump(Duration.ofMinutes(10));
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.said("the details are in")).hasSize(1);
    world.review();
    world.goesOnToTheEnd();
  }

  @Test
  void an_invitation_voided_before_it_was_announced_asks_no_one_to_approve() {
    world.startTransfer();
    world.enterDetails();
    world.press(CARLA, "enter_details");
    world.slack.failNext("chat.postMessage", SlackFault.status(503).times(10_000));
    world.review();
    assertThat(world.aws.invitations()).hasSize(1);
    world.submit(CARLA, World.details(People.GLOBEX_ACCOUNT));
    world.slack.clearFaults();
    world.pass(Duration.ofMinutes(15));
    assertThat(world.said("has been sent")).isEmpty();
    assertThat(world.said("that review no longer counts")).hasSize(1);
  }
}
