package awssetup.journey;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.World.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsFault;
import awssetup.testkit.People;
import awssetup.testkit.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS refuses an invitation: who is told, and how often AWS is asked. */
class RefusalsJourneyTest extends Journey {
  private void reviewedWhile(AwsFault fault) {
    world.startTransfer();
    world.enterDetails();
    world.aws.failNext(INVITE, fault);
    world.review();
  }

  private static AwsFault constraint(String reason) {
    return AwsFault.error("HandshakeConstraintViolationException", reason, "AWS's own words.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TooManyRequestsException",
        "ConcurrentModificationException",
        "ServiceException",
        "ThrottlingException"
      })
  void a_busy_aws_is_asked_again_without_a_message(String code) {
    reviewedWhile(AwsFault.error(code, null, "Not now.").times(2));
    assertThat(world.cardText())
        .contains("the bot keeps trying")
        .doesNotContain("refused", ":warning:");
    world.pass(Duration.ofMinutes(2));
    world.pass(Duration.ofMinutes(2));
    assertThat(world.inviteCalls()).isEqualTo(3);
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.said("refused")).isEmpty();
    assertThat(world.said("busy or out of reach for a while")).isEmpty();
    world.goesOnToTheEnd();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void an_http_error_is_no_refusal(int status) {
    reviewedWhile(AwsFault.status(status));
    assertThat(world.cardText()).contains("the bot keeps trying");
    world.jump(Duration.ofMinutes(1));
    assertThat(world.inviteCalls()).isEqualTo(2);
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.said("refused")).isEmpty();
  }

  @Test
  void a_cut_connection_is_no_refusal() {
    reviewedWhile(AwsFault.reset());
    assertThat(world.cardText()).contains("the bot keeps trying");
    world.jump(Duration.ofMinutes(1));
    assertThat(world.inviteCalls()).isEqualTo(2);
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.said("refused")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_INSTRUMENT_REQUIRED, payment",
    "UNUSED_PREPAYMENT_BALANCE, prepay",
    "TARGET_ACCOUNT_VALIDATION_FAILURE, does not offer billing transfer"
  })
  void a_reason_on_the_customers_side_is_the_customers_turn(String reason, String word) {
    reviewedWhile(constraint(reason));
    assertThat(world.cardText())
        .contains("AWS refused the invitation", "The customer's turn", ":warning:");
    assertThat(world.lastSaid())
        .contains("<@" + CARLA + "> AWS refused", reason)
        .contains("\n<@" + ERIN + "> there is nothing for you to do yet.\n")
        .containsIgnoringCase(word);
    assertThat(world.inviteCalls()).isEqualTo(1);
    world.jump(Duration.ofDays(2));
    assertThat(world.inviteCalls()).as("AWS is not asked again by itself").isEqualTo(1);
    assertThat(world.lastReminder()).startsWith("<@" + CARLA + ">").contains("AWS refused");
  }

  @Test
  void check_now_tries_again_after_the_customer_has_fixed_the_problem() {
    reviewedWhile(constraint("PAYMENT_INSTRUMENT_REQUIRED"));
    world.press(CARLA, "check_now");
    assertThat(world.inviteCalls()).isEqualTo(2);
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.cardText()).contains("invitation sent");
    world.goesOnToTheEnd();
  }

  @Test
  void check_now_says_so_when_nothing_is_fixed_yet() {
    reviewedWhile(constraint("PAYMENT_INSTRUMENT_REQUIRED"));
    world.aws.failNext(INVITE, constraint("PAYMENT_INSTRUMENT_REQUIRED"));
    world.press(CARLA, "check_now");
    assertThat(world.inviteCalls()).isEqualTo(2);
    assertThat(world.said("AWS refused the invitation")).hasSize(2);
    assertThat(world.cardText()).contains("The customer's turn");
  }

  @Test
  void a_customers_account_without_all_features_is_refused_by_aws_itself() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    world.submit(CARLA, World.details("444455556666"));
    world.review();
    assertThat(world.lastSaid()).contains("<@" + CARLA + ">", "Enable all features");
    world.correctAccount(People.ACCOUNT);
    assertThat(world.cardText()).contains("SoftwareOne's turn").doesNotContain("refused");
    world.review();
    world.goesOnToTheEnd();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSUPPORTED_PRICING", "LEGACY_RESELLER_CONTRACT_TYPE"})
  void a_reason_on_our_side_is_the_engineers_turn(String reason) {
    reviewedWhile(constraint(reason));
    assertThat(world.cardText()).contains("AWS refused the invitation", "SoftwareOne's turn");
    assertThat(world.lastSaid()).contains("<@" + ERIN + ">", reason).doesNotContain(CARLA);
    world.jump(Duration.ofDays(2));
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.lastReminder()).startsWith("<@" + ERIN + ">").doesNotContain(CARLA);
    world.review();
    assertThat(world.inviteCalls()).isEqualTo(2);
    world.goesOnToTheEnd();
  }

  @Test
  void an_unknown_reason_reaches_the_engineer_with_its_text() {
    reviewedWhile(
        AwsFault.error(
            "HandshakeConstraintViolationException",
            "MOON_IN_THE_WRONG_HOUSE",
            "The moon must be in the seventh house."));
    assertThat(world.cardText()).contains("SoftwareOne's turn", "MOON_IN_THE_WRONG_HOUSE");
    assertThat(world.lastSaid())
        .contains("<@" + ERIN + ">", "MOON_IN_THE_WRONG_HOUSE")
        .contains("The moon must be in the seventh house.")
        .doesNotContain(CARLA);
  }

  @Test
  void an_unknown_exception_reaches_the_engineer_with_its_text() {
    reviewedWhile(AwsFault.error("BrandNewException", null, "Something <new> came up."));
    assertThat(world.lastSaid()).contains("<@" + ERIN + ">", "BrandNewException");
    assertThat(world.ops()).hasSize(1);
    assertThat(world.ops().get(0))
        .contains("<@" + ERIN + ">", "Something &lt;new&gt; came up.", "request ID");
    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains("Something &lt;new&gt;");
    assertThat(world.cardText()).contains("SoftwareOne's turn");
  }

  @Test
  void a_refusal_that_passes_with_time_is_tried_daily_and_announced_once() {
    reviewedWhile(constraint("WAIT_PERIOD_ACTIVE").times(3));
    assertThat(world.lastSaid()).contains("Next attempt: ", "WAIT_PERIOD_ACTIVE");
    assertThat(world.cardText()).contains("AWS refused the invitation", "Next attempt: ");
    world.jump(Duration.ofHours(23));
    assertThat(world.inviteCalls()).isEqualTo(1);
    world.jump(Duration.ofHours(1));
    assertThat(world.inviteCalls()).isEqualTo(2);
    world.jump(Duration.ofHours(24));
    assertThat(world.inviteCalls()).isEqualTo(3);
    assertThat(world.said("AWS refused the invitation")).hasSize(1);
    assertThat(world.reminders()).noneMatch(r -> r.contains("refused"));
    world.jump(Duration.ofHours(24));
    assertThat(world.inviteCalls()).isEqualTo(4);
    assertThat(world.aws.invitations()).hasSize(1);
    world.goesOnToTheEnd();
  }

  @Test
  void a_past_due_invoice_is_the_customers_turn_and_tried_daily() {
    reviewedWhile(
        AwsFault.error("ConstraintViolationException", "PAST_DUE_INVOICE", "Pay first.").times(2));
    assertThat(world.cardText()).contains("The customer's turn", "Next attempt: ");
    world.jump(Duration.ofHours(24));
    world.jump(Duration.ofHours(24));
    assertThat(world.inviteCalls()).isEqualTo(3);
    assertThat(world.said("AWS refused the invitation. ").stream().filter(t -> t.contains("<@")))
        .isNotEmpty();
    assertThat(world.aws.invitations()).hasSize(1);
  }

  @Test
  void a_start_too_early_moves_the_month_once() {
    reviewedWhile(AwsFault.error("InvalidInputException", "START_DATE_TOO_EARLY", "Too early."));
    assertThat(world.inviteCalls()).isEqualTo(2);
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.aws.invitations().get(0).startsAt()).isEqualTo("2027-02-01T00:00:00Z");
    assertThat(world.cardText()).contains("transfer starts 1 February 2027");
    assertThat(world.said("1 February 2027").get(0)).contains("<@" + ERIN + ">", "instead");
    assertThat(world.said("refused")).isEmpty();
    world.goesOnToTheEnd();
  }

  @Test
  void a_start_too_early_twice_goes_to_the_engineer() {
    reviewedWhile(
        AwsFault.error("InvalidInputException", "START_DATE_TOO_EARLY", "Too early.").times(2));
    assertThat(world.inviteCalls()).isEqualTo(2);
    assertThat(world.aws.invitations()).isEmpty();
    assertThat(world.cardText()).contains("SoftwareOne's turn", "AWS refused");
    world.review();
    world.goesOnToTheEnd();
  }

  @Test
  void the_engineer_is_told_once_when_aws_is_out_of_reach_for_twenty_minutes() {
    reviewedWhile(AwsFault.status(503).times(100));
    world.pass(Duration.ofMinutes(14));
    assertThat(world.said("busy or out of reach for a while")).isEmpty();
    for (int minute = 0; minute < 8; minute++) {
      world.jump(Duration.ofMinutes(1));
    }
    assertThat(world.said("busy or out of reach for a while")).hasSize(1);
    assertThat(world.lastSaid()).contains("<@" + ERIN + ">", "there is nothing for you to do");
    world.jump(Duration.ofHours(1));
    world.jump(Duration.ofHours(1));
    assertThat(world.said("busy or out of reach for a while")).hasSize(1);
    assertThat(world.said("refused")).isEmpty();
    world.aws.clearFaults();
    world.jump(Duration.ofMinutes(15));
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.lastSaid()).contains("has been sent");
    world.goesOnToTheEnd();
  }
}
