package awssetup.journey;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.COLIN;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.ModalFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plays the whole way of a customer without an AWS account, as people see it, through HTTP. */
class NewAccountJourneyTest extends NewAccountJourney {
  private static final List<String> LINKS =
      List.of(
          "<https://signin.aws.amazon.com/signup?request_type=register|",
          "<https://console.aws.amazon.com/iam/home#/security_credentials|",
          "<https://console.aws.amazon.com/organizations/v2/home|",
          "<https://console.aws.amazon.com/organizations/v2/home/policies|",
          "<https://console.aws.amazon.com/organizations/v2/home/services|",
          "<https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacksets|",
          "<https://console.aws.amazon.com/billing/home#/account|");

  @Test
  void a_customer_is_taken_from_the_command_to_the_completed_card() {
    world.type(ERIN, "/aws-setup new");
    assertThat(ModalFields.elementOf(world.view(ERIN), "option").get("initial_option").toString())
        .contains("new_account");
    world.submit(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA));
    assertThat(world.cardText())
        .contains("Acme Robotics · New AWS account", "0 of 4", "The customer's turn")
        .doesNotContain("On the way to the new account");

    enterDetails();
    assertThat(world.cardText()).contains("1 of 4", "On the way to the new account");
    assertThat(LINKS).allSatisfy(link -> assertThat(world.cardText()).contains(link));
    assertThat(LINKS)
        .allSatisfy(link -> assertThat(world.thread()).last().asString().contains(link));
    assertThat(world.thread()).last().asString().contains("<@" + CARLA + ">", "so that roles");

    String account = world.aws.signUp("Acme cloud", ALIAS);
    report(CARLA, Map.of("account_id", account, "preparation", ALL));
    assertThat(world.cardText())
        .contains("2 of 4", account, "SoftwareOne's turn")
        .doesNotContain("On the way to the new account");
    assertThat(world.thread()).last().asString().contains("<@" + ERIN + ">", account, "is ready");

    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains(account, ALIAS, "Acme cloud", "resold");
    accepted(world.submit(ERIN, Map.of()));
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.aws.invitations().get(0).accountId()).isEqualTo(account);

    approveAndDeploy(account);
    world.pass(Duration.ofMinutes(15));
    assertThat(world.cardText()).contains("4 of 4", "Complete", "✅");
    assertThat(world.card().blocks().toString()).doesNotContain("\"actions\"");
    assertThat(world.thread()).last().asString().contains("is complete");
    assertThat(world.reminders()).isEmpty();
  }

  @Test
  void the_modal_says_why_it_asks() {
    start();
    world.press(CARLA, "enter_details");
    for (var block : world.view(CARLA).getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().get("type").getAsString().equals("input")) {
        assertThat(block.getAsJsonObject().getAsJsonObject("hint").get("text").getAsString())
            .isNotBlank();
      }
    }
    assertThat(world.view(CARLA).toString())
        .contains("never asks for a password or a card number", "AWS asks for it at sign-up");
  }

  @Test
  void a_personal_address_is_questioned_once_and_then_accepted() {
    start();
    world.press(CARLA, "enter_details");
    String doubt =
        refused(CARLA, detailsBut("root_email", "carla.customer@acme.example"), "root_email");
    assertThat(doubt).contains("one person", "alias", "keeps the account", "submit again");
    assertThat(refused(CARLA, detailsBut("root_email", "acme@gmail.com"), "root_email"))
        .contains("public provider");
    accepted(world.submit(CARLA, detailsBut("root_email", "carla.customer@acme.example")));
    assertThat(world.cardText()).contains(":warning: the root e-mail address");
    assertThat(world.thread())
        .last()
        .asString()
        .contains("<@" + ERIN + "> the root e-mail address does not look like a company alias");

    world.press(CARLA, "enter_details");
    accepted(world.submit(CARLA, Map.of("contact_phone", "+49 30 7654321")));
    assertThat(world.cardText()).contains(":warning: the root e-mail address");
    world.press(CARLA, "enter_details");
    accepted(world.submit(CARLA, Map.of("root_email", ALIAS)));
    assertThat(world.cardText()).doesNotContain(":warning:");
  }

  @Test
  void preparation_is_ticked_bit_by_bit_and_what_is_open_is_named() {
    startWithDetails();
    report(CARLA, Map.of("preparation", List.of("root_mfa", "organization")));
    assertThat(world.cardText())
        .contains(":white_check_mark:  MFA for the root user", ":white_check_mark:  Sign up")
        .contains("|Service control policies>: ", "|CloudTrail trusted access>: ")
        .contains(":white_medium_square:  Account ID");
    assertThat(world.card().text()).contains("service control policies, CloudTrail");
    assertThat(world.thread()).hasSize(1);

    String account = world.aws.signUp("Acme cloud", ALIAS);
    report(CARLA, Map.of("account_id", account));
    assertThat(world.cardText())
        .contains("account reported", account, ":white_check_mark:  Account ID")
        .contains("|StackSets trusted access>: ");
    report(COLIN, Map.of("preparation", ALL));
    assertThat(world.cardText()).contains("2 of 4").contains("SoftwareOne's turn");
    assertThat(world.thread()).last().asString().contains("is ready");
  }

  @Test
  void two_people_with_the_same_modal_do_not_undo_each_others_ticks() {
    startWithDetails();
    world.press(CARLA, "report_account");
    world.press(COLIN, "report_account");
    accepted(world.submit(COLIN, Map.of("preparation", List.of("root_mfa"))));
    String account = world.aws.signUp("Acme cloud", ALIAS);
    accepted(world.submit(CARLA, Map.of("account_id", account)));
    assertThat(world.cardText()).contains(":white_check_mark:  MFA", account);

    world.press(CARLA, "report_account");
    accepted(world.submit(CARLA, Map.of("preparation", List.of())));
    assertThat(world.cardText()).contains("|MFA for the root user>: ").contains(account);
  }

  @Test
  void an_empty_report_says_what_to_enter() {
    startWithDetails();
    world.press(CARLA, "report_account");
    assertThat(refused(CARLA, Map.of(), "account_id")).contains("tick at least one");
  }

  @Test
  void reminders_say_how_far_the_customer_is() {
    startWithDetails();
    world.passUntil("2026-12-02T10:00:00Z");
    assertThat(world.reminders()).hasSize(1);
    assertThat(world.reminders())
        .last()
        .asString()
        .contains("<@" + CARLA + ">", "*Sign up with AWS:*", LINKS.get(0), "StackSets");

    report(CARLA, Map.of("preparation", List.of("root_mfa", "scps")));
    world.passUntil("2026-12-03T12:00:00Z");
    assertThat(world.reminders()).hasSize(2);
    assertThat(world.reminders())
        .last()
        .asString()
        .contains("*Finish preparing the new account*", "report its ID", LINKS.get(2), LINKS.get(5))
        .doesNotContain("MFA", "Service control", "Sign up");

    report(CARLA, Map.of("preparation", ALL));
    world.passUntil("2026-12-04T13:00:00Z");
    assertThat(world.reminders()).hasSize(3);
    assertThat(world.reminders())
        .last()
        .asString()
        .contains("*Report the account ID:*", LINKS.get(6))
        .doesNotContain("Sign up", "Finish preparing");

    report(CARLA, Map.of("account_id", "777788889999", "preparation", List.of("root_mfa")));
    world.passUntil("2026-12-07T14:00:00Z");
    assertThat(world.reminders()).hasSize(4);
    assertThat(world.reminders())
        .last()
        .asString()
        .contains("*Finish preparing the account*", "|Service control policies>")
        .doesNotContain("ID");
  }

  @Test
  void a_reported_id_can_be_corrected_until_the_invitation_is_approved() {
    startWithDetails();
    String account = world.aws.signUp("Acme cloud", ALIAS);
    report(CARLA, Map.of("account_id", "777788889999", "preparation", ALL));
    world.press(ERIN, "review_invitation");
    accepted(world.submit(ERIN, Map.of()));
    assertThat(world.cardText()).contains("AWS refused the invitation");

    report(CARLA, Map.of("account_id", account));
    assertThat(world.cardText()).contains(account, "SoftwareOne's turn");
    world.press(ERIN, "review_invitation");
    accepted(world.submit(ERIN, Map.of()));
    assertThat(world.aws.invitations().get(0).accountId()).isEqualTo(account);
    world.press(CARLA, "report_account");
    accepted(world.submit(CARLA, Map.of("preparation", List.of("root_mfa"))));
    approveAndDeploy(account);
    world.pass(Duration.ofMinutes(15));
    assertThat(world.cardText()).contains("3 of 4").contains("|Service control policies>");

    report(CARLA, Map.of("preparation", ALL));
    world.pass(Duration.ofMinutes(15));
    assertThat(world.cardText()).contains("4 of 4", "Complete");
  }
}
