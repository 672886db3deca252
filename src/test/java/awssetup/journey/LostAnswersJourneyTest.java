package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.OPS;
import static awssetup.testkit.World.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsFault;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.People;
import awssetup.testkit.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call takes effect but its answer is lost: the bot finds the result and does nothing twice. */
class LostAnswersJourneyTest extends Journey {
  private static awssetup.sandbox.slack.api.SlackFault lost() {
    return awssetup.sandbox.slack.api.SlackFault.loseAnswer();
  }

  @Test
  void an_invitation_whose_answer_was_lost_is_found_and_used() {
    world.startTransfer();
    world.enterDetails();
    world.aws.failNext(INVITE, AwsFault.loseAnswer());
    world.review();
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.cardText()).contains("the bot keeps trying");
    world.jump(Duration.ofMinutes(1));
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.cardText()).contains("invitation sent", "16 Dec 2026 09:00 UTC");
    assertThat(world.lastSaid()).contains("<@" + CARLA + ">", "invitation", "Accept");
    world.goesOnToTheEnd();
  }

  @Test
  void an_invitation_whose_answer_was_lost_as_the_bot_died_is_found_and_used() {
    world.startTransfer();
    world.enterDetails();
    world.aws.failNext(INVITE, AwsFault.loseAnswer());
    world.review();
    world.stop();
    world.clock.advance(Duration.ofHours(3));
    world.restart();
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.aws.invitations()).hasSize(1);
    world.goesOnToTheEnd();
  }

  @Test
  void an_open_invitation_of_ours_that_already_exists_is_used() {
    world.inviteInTheConsole();
    world.startTransfer();
    world.enterDetails();
    world.review();
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.lastSaid())
        .contains("you already have an open billing transfer invitation", "<@" + CARLA + ">");
    assertThat(world.cardText()).contains("to be approved by", "16 Dec 2026 09:00 UTC");
    world.goesOnToTheEnd();
  }

  @Test
  void an_invitation_found_with_another_start_month_is_shown_with_its_own() {
    world.inviteInTheConsole("2027-02-01T00:00:00Z");
    world.startTransfer();
    world.enterDetails();
    world.review();
    assertThat(world.cardText())
        .contains("transfer starts 1 February 2027")
        .doesNotContain("January");
    world.aws.accept(world.handshake());
    world.jump(Duration.ofMinutes(2));
    assertThat(world.lastSaid()).contains("is approved", "from 1 February 2027");
  }

  @Test
  void a_new_setup_does_not_use_an_invitation_that_the_old_one_still_has_to_cancel() {
    world.invited();
    world.aws.failNext("CancelHandshake", AwsFault.status(503).times(4));
    world.type(ERIN, "/aws-setup cancel");
    world.submit(ERIN, Map.of("reason", "Started again"));
    world.startTransfer();
    world.enterDetails();
    world.review();
    for (int i = 0; i < 5; i++) {
      world.jump(Duration.ofMinutes(5));
    }
    assertThat(world.cardText()).contains("invitation sent");
    assertThat(world.said("cancelled in the AWS console")).isEmpty();
    assertThat(world.aws.invitations()).hasSize(2);
    world.goesOnToTheEnd();
  }

  @Test
  void a_duplicate_that_cannot_be_found_goes_to_the_engineer() {
    world.startTransfer();
    world.enterDetails();
    world.aws.failNext(
        INVITE, AwsFault.error("DuplicateHandshakeException", null, "There is one."));
    world.review();
    assertThat(world.lastSaid()).contains("<@" + ERIN + ">", "DuplicateHandshakeException");
    assertThat(world.cardText()).contains("SoftwareOne's turn");
  }

  @Test
  void an_accepted_transfer_that_already_exists_is_used() {
    world.inviteInTheConsole();
    world.aws.accept(world.handshake());
    world.startTransfer();
    world.enterDetails();
    world.review();
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.cardText()).contains("already in place", "2 of 3");
    assertThat(world.said("has been sent")).isEmpty();
    world.deployRole();
    world.press(CARLA, "check_now");
    world.assertIsComplete();
  }

  @Test
  void a_card_whose_acknowledgement_was_lost_is_not_posted_twice() {
    world.slack.failNext("chat.postMessage", lost());
    world.startTransfer();
    world.jump(Duration.ofMinutes(1));
    assertThat(world.cards()).hasSize(1);
    assertThat(world.slack.calls())
        .filteredOn(call -> call.method().equals("chat.postMessage"))
        .filteredOn(call -> call.arguments().get("channel").getAsString().equals(People.ACME))
        .hasSize(1);
    world.enterDetails();
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.thread()).hasSize(1);
  }

  @Test
  void a_notice_whose_acknowledgement_was_lost_is_not_posted_twice() {
    world.startTransfer();
    world.slack.failNext("chat.postMessage", lost());
    world.enterDetails();
    world.jump(Duration.ofMinutes(1));
    assertThat(world.thread()).hasSize(1);
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.postedTwice(ACME)).isEmpty();
  }

  @Test
  void a_reminder_and_an_escalation_whose_acknowledgements_were_lost_are_not_posted_twice() {
    world.startTransfer();
    world.slack.failNext("chat.postMessage", lost().times(6));
    world.passUntil("2026-12-07T12:00:00Z");
    assertThat(world.remindedAt())
        .containsExactly("Wed 2 09:00", "Thu 3 09:00", "Fri 4 09:00", "Mon 7 09:00");
    assertThat(world.ops()).hasSize(1);
    assertThat(world.postedTwice(ACME)).isEmpty();
    assertThat(world.postedTwice(OPS)).isEmpty();
  }

  @Test
  void a_lost_reminder_of_an_earlier_turn_is_not_sent_again() {
    world.startTransfer();
    world.passUntil("2026-12-02T08:00:00Z");
    world.slack.failNext("chat.postMessage", lost());
    world.jump(Duration.ofHours(1));
    world.enterDetails();
    world.jump(Duration.ofHours(1));
    assertThat(world.reminders()).hasSize(1);
    assertThat(world.lastSaid()).contains("the details are in");
  }

  @Test
  void a_message_lost_many_pages_back_is_found() {
    world.startTransfer();
    world.slack.settings().largestPage(2);
    world.slack.failNext("chat.postMessage", lost());
    world.enterDetails();
    for (int i = 0; i < 9; i++) {
      world.slack.type(CARLA, ACME, "By the way " + i, world.card().ts());
    }
    world.jump(Duration.ofMinutes(1));
    assertThat(world.said("the details are in")).hasSize(1);
  }

  @Test
  void an_edit_whose_acknowledgement_was_lost_leaves_the_card_true() {
    world.startTransfer();
    world.slack.failNext("chat.update", lost());
    world.enterDetails();
    world.jump(Duration.ofMinutes(1));
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.cards()).hasSize(1);
  }

  @Test
  void a_deleted_card_is_posted_again_once_and_the_thread_goes_on_there() {
    world.startTransfer();
    StandInMessage old = world.card();
    world.press(CARLA, "enter_details");
    world.slack.workspace().deleteMessage(ACME, old.ts());
    world.submit(CARLA, World.details());
    assertThat(world.cards()).hasSize(1);
    assertThat(world.card().ts()).isNotEqualTo(old.ts());
    assertThat(world.cardText()).contains("1 of 3", ACCOUNT);
    assertThat(world.said("the details are in")).hasSize(1);
    world.review();
    assertThat(world.lastSaid()).contains("has been sent");
    assertThat(world.cards()).hasSize(1);
    world.goesOnToTheEnd();
  }

  @Test
  void a_card_deleted_twice_is_posted_again_twice() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    world.slack.workspace().deleteMessage(ACME, world.card().ts());
    world.submit(CARLA, World.details());
    world.press(ERIN, "review_invitation");
    world.slack.workspace().deleteMessage(ACME, world.card().ts());
    world.submit(ERIN, Map.of());
    assertThat(world.cards()).hasSize(1);
    assertThat(world.cardText()).contains("invitation sent");
    world.goesOnToTheEnd();
  }

  @Test
  void a_cancellation_whose_answer_was_lost_is_done_and_announced_once() {
    world.invited();
    world.aws.failNext("CancelHandshake", AwsFault.loseAnswer());
    world.type(ERIN, "/aws-setup cancel");
    world.submit(ERIN, Map.of("reason", "Bought elsewhere"));
    world.jump(Duration.ofMinutes(5));
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("CANCELED");
    assertThat(world.said("The setup was cancelled")).hasSize(1);
    assertThat(world.said("in the AWS console")).isEmpty();
  }
}
