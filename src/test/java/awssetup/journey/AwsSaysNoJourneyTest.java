package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.TestSettings.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An invitation or a role is gone again: what people read, and how they go on. */
class AwsSaysNoJourneyTest extends Journey {
  @Test
  void a_declined_invitation_is_announced_and_can_be_sent_again() {
    world.invited();
    world.aws.decline(world.handshake());
    world.jump(Duration.ofMinutes(2));
    assertThat(world.cardText())
        .contains("the invitation was declined", "1 of 3", "SoftwareOne's turn")
        .doesNotContain("Approve by");
    assertThat(world.lastSaid())
        .contains("was declined in AWS", "<@" + ERIN + "> please find out why");
    assertThat(world.offers("open_invitation")).isFalse();
    assertThat(world.said("declined")).hasSize(1);
    sendAgain(2);
  }

  @Test
  void an_unanswered_invitation_expires_and_is_announced_once() {
    world.invited();
    world.jump(Duration.ofDays(14));
    int said = world.thread().size();
    world.jump(Duration.ofDays(1).plusHours(1));
    world.jump(Duration.ofHours(1));
    assertThat(world.cardText()).contains("the invitation expired", "SoftwareOne's turn");
    assertThat(world.said("expired")).hasSize(1);
    assertThat(world.lastSaid()).contains("<@" + ERIN + "> please review the account");
    assertThat(world.thread()).hasSize(said + 1);
    sendAgain(2);
  }

  @Test
  void an_invitation_cancelled_in_the_console_is_announced_and_can_be_sent_again() {
    world.invited();
    world.aws.cancelInConsole(world.handshake());
    world.jump(Duration.ofMinutes(2));
    assertThat(world.cardText()).contains("the invitation was cancelled at AWS");
    assertThat(world.lastSaid())
        .contains("cancelled in the AWS console", "<@" + ERIN + "> please find out why");
    sendAgain(2);
  }

  @Test
  void a_transfer_withdrawn_after_its_acceptance_is_announced_and_can_be_sent_again() {
    world.accepted();
    world.aws.withdraw(world.transfer());
    world.jump(Duration.ofMinutes(2));
    assertThat(world.cardText())
        .contains("1 of 3", "the approved transfer was withdrawn", "SoftwareOne's turn");
    assertThat(world.lastSaid())
        .contains("approved billing transfer was withdrawn", "<@" + ERIN + ">");
    sendAgain(2);
  }

  @Test
  void an_invitation_too_late_for_its_month_has_expired_though_aws_still_says_requested() {
    world.setClock("2026-12-20T09:00:00Z");
    world.invited();
    assertThat(world.cardText()).contains("31 Dec 2026 00:00 UTC");
    world.jump(Duration.ofDays(10).plusHours(14));
    int said = world.thread().size();
    world.jump(Duration.ofHours(2));
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("REQUESTED");
    assertThat(world.cardText())
        .contains("the invitation expired", "SoftwareOne's turn")
        .doesNotContain("Approve by");
    assertThat(world.thread()).hasSize(said + 1);
    assertThat(world.lastSaid()).contains("not approved in time", "<@" + ERIN + ">");

    world.review();
    assertThat(world.aws.invitations()).hasSize(2);
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("CANCELED");
    assertThat(world.aws.invitations().get(1).startsAt()).isEqualTo("2027-02-01T00:00:00Z");
    world.jump(Duration.ofMinutes(2));
    assertThat(world.said("cancelled in the AWS console")).isEmpty();
    world.goesOnToTheEnd();
  }

  @Test
  void an_overdue_invitation_that_aws_then_calls_expired_is_announced_once() {
    world.setClock("2026-12-20T09:00:00Z");
    world.invited();
    world.jump(Duration.ofDays(11));
    world.jump(Duration.ofDays(5));
    assertThat(world.aws.invitations().get(0).status()).isEqualTo("EXPIRED");
    assertThat(world.said("expired")).hasSize(1);
  }

  @Test
  void the_customer_is_told_when_their_role_is_deleted_again() {
    world.invited();
    world.deployRole();
    world.press(CARLA, "check_now");
    assertThat(world.said("is deployed in account")).hasSize(1);
    assertThat(world.cardText()).contains("2 of 3");

    world.aws.deleteRole(ACCOUNT);
    world.pass(Duration.ofMinutes(45));
    assertThat(world.cardText()).contains("1 of 3", "is no longer visible");
    assertThat(world.lastSaid())
        .contains("<@" + CARLA + ">", "no longer visible", "deploy it again");
    assertThat(world.offers("open_bootstrap")).isTrue();
    assertThat(world.said("no longer visible")).hasSize(1);
    world.goesOnToTheEnd();
    assertThat(world.said("is deployed in account")).hasSize(2);
  }

  @Test
  void a_role_deleted_just_before_the_acceptance_keeps_the_setup_open() {
    world.invited();
    world.deployRole();
    world.press(CARLA, "check_now");
    world.aws.deleteRole(ACCOUNT);
    world.aws.accept(world.handshake());
    world.press(CARLA, "check_now");
    assertThat(world.said("is complete")).isEmpty();
    world.jump(Duration.ofMinutes(1));
    assertThat(world.cardText()).contains("2 of 3", "is no longer visible");
    assertThat(world.said("is complete")).isEmpty();
    world.deployRole();
    world.press(CARLA, "check_now");
    world.assertIsComplete();
  }

  @Test
  void a_role_that_answers_without_the_external_id_goes_to_the_engineer() {
    world.invited();
    world.aws.deployRole(ACCOUNT, ROLE, null);
    world.press(CARLA, "check_now");
    assertThat(world.cardText()).contains("without the external ID", "unsafe");
    assertThat(world.lastSaid())
        .contains("<@" + ERIN + ">", "answers without the external ID", "Check now");
    world.aws.accept(world.handshake());
    world.press(ERIN, "check_now");
    assertThat(world.cardText()).contains("2 of 3", "SoftwareOne's turn");
    assertThat(world.said("unsafe")).hasSize(1);
    assertThat(world.said("is complete")).isEmpty();
    world.deployRole();
    world.press(ERIN, "check_now");
    world.assertIsComplete();
  }

  @Test
  void what_happens_at_aws_after_completion_is_not_announced() {
    world.accepted();
    world.deployRole();
    world.press(CARLA, "check_now");
    int said = world.thread().size();
    world.aws.deleteRole(ACCOUNT);
    world.aws.withdraw(world.transfer());
    world.jump(Duration.ofMinutes(5));
    world.jump(Duration.ofDays(2));
    assertThat(world.thread()).hasSize(said);
    assertThat(world.cardText()).contains("Complete");
  }

  private void sendAgain(int invitations) {
    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains(ACCOUNT);
    assertThat(world.submit(ERIN, Map.of()).ok()).isTrue();
    assertThat(world.aws.invitations()).hasSize(invitations);
    assertThat(world.inviteCalls()).isEqualTo(invitations);
    assertThat(world.cardText()).contains("invitation sent", "The customer's turn");
    assertThat(world.lastSaid()).contains("<@" + CARLA + ">", "has been sent");
    world.goesOnToTheEnd();
    assertThat(world.postedTwice(ACME)).isEmpty();
  }
}
