package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.COLIN;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.GLOBEX_ACCOUNT;
import static awssetup.testkit.People.SAM;
import static awssetup.testkit.World.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsFault;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.TestSettings;
import awssetup.testkit.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People correct what they entered or cancel the setup, and no invitation outlives its reason. */
class CorrectionsJourneyTest extends Journey {
  @Test
  void an_account_corrected_before_the_review_is_the_one_that_is_reviewed() {
    world.startTransfer();
    world.enterDetails();
    world.correctAccount(GLOBEX_ACCOUNT);
    assertThat(world.cardText()).contains(GLOBEX_ACCOUNT).doesNotContain(ACCOUNT);
    assertThat(world.lastSaid()).contains("corrected", "<@" + ERIN + ">");
    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains(GLOBEX_ACCOUNT).doesNotContain(ACCOUNT);
    world.submit(ERIN, Map.of());
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.aws.invitations().get(0).accountId()).isEqualTo(GLOBEX_ACCOUNT);
  }

  @Test
  void an_account_corrected_after_the_review_and_before_the_sending_voids_the_review() {
    world.startTransfer();
    world.enterDetails();
    world.aws.failNext(INVITE, AwsFault.status(503).times(3));
    world.review();
    assertThat(world.cardText()).contains("the bot keeps trying");
    world.correctAccount(GLOBEX_ACCOUNT);
    world.jump(Duration.ofMinutes(2));
    world.aws.clearFaults();
    world.jump(Duration.ofMinutes(15));
    assertThat(world.aws.invitations()).isEmpty();
    assertThat(world.cardText()).contains(GLOBEX_ACCOUNT, "SoftwareOne's turn");
    assertThat(world.said("that review no longer counts")).hasSize(1);
    assertThat(world.said("that review no longer counts").get(0))
        .contains("<@" + ERIN + ">", GLOBEX_ACCOUNT);
    world.review();
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.aws.invitations().get(0).accountId()).isEqualTo(GLOBEX_ACCOUNT);
  }

  @Test
  void an_account_corrected_while_the_invitation_is_open_has_it_cancelled_at_aws() {
    world.invited();
    world.correctAccount(GLOBEX_ACCOUNT);
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("CANCELED");
    assertThat(world.cardText())
        .contains(GLOBEX_ACCOUNT, "SoftwareOne's turn", "reviews the account ID")
        .doesNotContain(ACCOUNT, "Approve by");
    assertThat(world.said("that review no longer counts")).hasSize(1);
    world.jump(Duration.ofMinutes(2));
    assertThat(world.said("cancelled in the AWS console")).isEmpty();

    world.review();
    assertThat(world.aws.invitations()).hasSize(2);
    assertThat(world.aws.invitations().get(1).accountId()).isEqualTo(GLOBEX_ACCOUNT);
    assertThat(world.inviteCalls()).isEqualTo(2);
    world.aws.accept(world.handshake());
    world.aws.deployRole(
        GLOBEX_ACCOUNT, TestSettings.ROLE, TestSettings.externalId(GLOBEX_ACCOUNT));
    world.press(CARLA, "check_now");
    world.assertIsComplete();
  }

  @Test
  void an_account_corrected_while_aws_is_down_is_cancelled_there_before_a_new_review() {
    world.invited();
    world.aws.failNext("*", AwsFault.status(503).times(1000));
    world.correctAccount(GLOBEX_ACCOUNT);
    assertThat(world.cardText()).contains("the earlier invitation is being cancelled");
    assertThat(world.offers("review_invitation")).isFalse();
    world.jump(Duration.ofMinutes(3));
    world.aws.clearFaults();
    world.jump(Duration.ofMinutes(10));
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("CANCELED");
    world.review();
    assertThat(world.aws.invitations()).hasSize(2);
  }

  @Test
  void the_engineer_is_told_of_an_invitation_accepted_before_its_correction_reached_aws() {
    world.invited();
    world.aws.failNext("*", AwsFault.status(503).times(1000));
    world.correctAccount(GLOBEX_ACCOUNT);
    world.aws.accept(world.handshake());
    world.aws.clearFaults();
    world.jump(Duration.ofMinutes(10));
    assertThat(world.said("was approved before it could be cancelled")).hasSize(1);
    assertThat(world.said("was approved before it could be cancelled").get(0))
        .contains("<@" + ERIN + ">", ACCOUNT);
    assertThat(world.cardText()).contains(GLOBEX_ACCOUNT, "SoftwareOne's turn");
    world.review();
    assertThat(world.aws.invitations().get(1).accountId()).isEqualTo(GLOBEX_ACCOUNT);
  }

  @Test
  void a_review_of_an_account_that_has_been_corrected_since_is_refused() {
    world.startTransfer();
    world.enterDetails();
    world.press(ERIN, "review_invitation");
    world.correctAccount(GLOBEX_ACCOUNT);
    Delivery refused = world.submit(ERIN, Map.of());
    assertThat(refused.fieldErrors().values()).first().asString().contains("review again");
    assertThat(world.aws.invitations()).isEmpty();
    assertThat(world.inviteCalls()).isZero();
    assertThat(world.hasView(ERIN)).as("the modal stays open").isTrue();
  }

  @Test
  void a_contact_corrected_while_the_invitation_is_open_leaves_it_alone() {
    world.invited();
    world.press(COLIN, "enter_details");
    Map<String, String> corrected = new HashMap<>(World.details());
    corrected.put("contact_name", "Colin Colleague");
    assertThat(world.submit(COLIN, corrected).ok()).isTrue();
    assertThat(world.said("the setup details were corrected")).hasSize(1);
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("REQUESTED");
    assertThat(world.cardText()).contains("invitation sent");
    world.goesOnToTheEnd();
    assertThat(world.inviteCalls()).isEqualTo(1);
  }

  @Test
  void the_same_details_again_change_nothing_and_post_nothing() {
    world.startTransfer();
    world.enterDetails();
    int said = world.thread().size();
    world.enterDetails();
    assertThat(world.thread()).hasSize(said);
  }

  @Test
  void a_correction_after_the_acceptance_is_refused() {
    world.invited();
    world.press(CARLA, "enter_details");
    world.aws.accept(world.handshake());
    world.jump(Duration.ofMinutes(2));
    assertThat(world.offers("enter_details")).isFalse();
    Delivery refused = world.submit(CARLA, World.details(GLOBEX_ACCOUNT));
    assertThat(refused.fieldErrors().values()).first().asString().contains("transfer is approved");
    assertThat(world.cardText()).contains(ACCOUNT);
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("ACCEPTED");
  }

  @Test
  void cancelling_the_setup_cancels_its_open_invitation() {
    world.invited();
    cancel();
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("CANCELED");
    assertThat(world.cardText()).contains("🚫", "Cancelled", "Bought elsewhere");
    assertThat(world.card().blocks().toString()).doesNotContain("\"actions\"");
    assertThat(world.cardText())
        .contains("the invitation was cancelled at AWS", "*Essentials Bootstrap Role*  ·  not done")
        .doesNotContain("the customer", "can send");
    assertThat(world.card().text()).contains("1 of 3, Cancelled. ");
    assertThat(world.lastSaid())
        .contains("cancelled by <@" + ERIN + ">. The open invitation is being taken back");
    int said = world.thread().size();
    world.jump(Duration.ofMinutes(5));
    world.jump(Duration.ofDays(3));
    assertThat(world.thread()).hasSize(said);
    assertThat(world.calls("CancelHandshake")).isEqualTo(1);
  }

  @Test
  void a_setup_cancelled_while_aws_is_down_has_its_invitation_cancelled_later() {
    world.invited();
    world.aws.failNext("*", AwsFault.status(500).times(1000));
    cancel();
    assertThat(world.cardText()).contains("Cancelled");
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("REQUESTED");
    world.restart();
    world.jump(Duration.ofMinutes(30));
    world.aws.clearFaults();
    world.jump(Duration.ofMinutes(15));
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("CANCELED");
    assertThat(world.said("The setup was cancelled")).hasSize(1);
  }

  @Test
  void the_engineer_is_told_of_an_invitation_accepted_as_its_setup_is_cancelled() {
    world.invited();
    world.aws.accept(world.handshake());
    cancel();
    assertThat(world.cardText()).contains("Cancelled");
    world.jump(Duration.ofMinutes(2));
    assertThat(world.said("was approved before it could be cancelled")).hasSize(1);
    assertThat(world.said("was approved before it could be cancelled").get(0))
        .contains("<@" + ERIN + ">", ACCOUNT, "withdraw");
    assertThat(world.said("is complete")).isEmpty();
    int said = world.thread().size();
    world.jump(Duration.ofDays(3));
    assertThat(world.thread()).hasSize(said);
  }

  @Test
  void a_setup_cancelled_while_the_invites_answer_is_lost_leaves_nothing_open_at_aws() {
    world.startTransfer();
    world.enterDetails();
    world.aws.failNext(INVITE, AwsFault.loseAnswer());
    world.review();
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("REQUESTED");
    cancel();
    world.jump(Duration.ofMinutes(2));
    world.jump(Duration.ofMinutes(2));
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("CANCELED");
    assertThat(world.said("has been sent")).isEmpty();
  }

  @Test
  void a_setup_cancelled_before_anything_was_sent_never_sends() {
    world.startTransfer();
    world.enterDetails();
    world.aws.failNext(INVITE, AwsFault.reset());
    world.review();
    cancel();
    for (int i = 0; i < 5; i++) {
      world.jump(Duration.ofMinutes(2));
    }
    assertThat(world.aws.invitations()).isEmpty();
    assertThat(world.inviteCalls()).isEqualTo(1);
  }

  @Test
  void a_setup_cancelled_at_its_start_gives_no_orders_and_mentions_no_invitation() {
    world.startTransfer();
    world.type(ERIN, "/aws-setup cancel");
    assertThat(world.view(ERIN).toString()).doesNotContain("invitation");
    assertThat(world.submit(ERIN, Map.of("reason", "Bought elsewhere")).ok()).isTrue();
    assertThat(world.lastSaid()).endsWith("The setup was cancelled by <@" + ERIN + ">.");
    assertThat(world.cardText())
        .contains("*Setup details*  ·  not done", "*Billing transfer*  ·  not done")
        .doesNotContain("the customer", "after the steps above");
  }

  @Test
  void the_account_of_a_cancelled_setup_can_be_set_up_again() {
    world.invited();
    cancel();
    world.startTransfer();
    assertThat(world.cards()).hasSize(2);
    world.enterDetails();
    world.review();
    assertThat(world.aws.invitations()).hasSize(2);
    world.goesOnToTheEnd();
  }

  @Test
  void an_account_that_another_open_setup_has_is_refused_on_its_field() {
    world.startTransfer();
    world.enterDetails();
    world.startTransfer();
    world.press(CARLA, "enter_details");
    Delivery refused = world.submit(CARLA, World.details());
    assertThat(refused.fieldErrors()).containsOnlyKeys("account_id");
    assertThat(refused.fieldErrors().get("account_id")).contains("Another open setup");
    Delivery ours = world.submit(CARLA, World.details(world.aws.partnerAccountId()));
    assertThat(ours.fieldErrors()).containsOnlyKeys("account_id");
    assertThat(world.submit(CARLA, World.details("3333 4444-5555")).ok()).isTrue();
    assertThat(world.cardText()).contains(GLOBEX_ACCOUNT);
  }

  @Test
  void the_option_can_be_switched_until_the_review_and_keeps_the_contact() {
    world.startTransfer();
    world.enterDetails();
    world.press(ERIN, "switch_to_new");
    assertThat(world.cardText()).contains("New AWS account", "0 of 4");
    world.press(CARLA, "switch_to_transfer");
    assertThat(world.cardText()).contains("Transfer billing", "0 of 3");
    world.press(CARLA, "enter_details");
    assertThat(world.view(CARLA).toString()).contains("carla@acme.example");
    world.submit(CARLA, World.details());
    world.review();
    assertThat(world.offers("switch_to_new")).isFalse();
    world.goesOnToTheEnd();
  }

  @Test
  void another_engineer_may_review_and_the_one_who_started_stays_the_owner() {
    world.startTransfer();
    world.enterDetails();
    world.press(SAM, "review_invitation");
    assertThat(world.submit(SAM, Map.of()).ok()).isTrue();
    world.aws.decline(world.handshake());
    world.jump(Duration.ofMinutes(2));
    assertThat(world.lastSaid()).contains("<@" + ERIN + ">").doesNotContain(SAM);
    assertThat(List.of(world.inviteCalls())).containsExactly(1);
  }

  @Test
  void cancelling_after_the_approval_says_that_the_transfer_stays() {
    world.accepted();
    cancel();
    assertThat(world.lastSaid())
        .contains("The setup was cancelled", "goes on", "withdraw", "<@" + ERIN + ">");
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("ACCEPTED");
  }

  @Test
  void a_completed_setup_cannot_be_cancelled_from_a_modal_left_open() {
    world.accepted();
    world.type(ERIN, "/aws-setup cancel");
    world.deployRole();
    world.press(CARLA, "check_now");
    Delivery refused = world.submit(ERIN, Map.of("reason", "Too late"));
    assertThat(refused.fieldErrors().get("reason")).contains("has ended");
    world.assertIsComplete();
  }

  @Test
  void a_month_that_closed_while_the_review_was_open_is_refused_on_its_field() {
    world.setClock("2026-12-30T23:50:00Z");
    world.startTransfer();
    world.enterDetails();
    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains("1 January 2027 (only 10 minutes");
    world.clock.advance(Duration.ofMinutes(15));
    Delivery refused = world.submit(ERIN, Map.of("start_month", "2027-01"));
    assertThat(refused.fieldErrors().get("start_month")).contains("choose a later one");
    assertThat(world.submit(ERIN, Map.of("start_month", "2027-02")).ok()).isTrue();
    assertThat(world.aws.invitations().get(0).startsAt()).isEqualTo("2027-02-01T00:00:00Z");
  }

  private void cancel() {
    world.type(ERIN, "/aws-setup cancel");
    assertThat(world.submit(ERIN, Map.of("reason", "Bought elsewhere")).ok()).isTrue();
  }
}
