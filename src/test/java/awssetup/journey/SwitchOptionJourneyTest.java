package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.COLIN;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.MessageText;
import awssetup.testkit.People;
import awssetup.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A setup goes on with the other option: it keeps the contact, and refuses the old forms. */
class SwitchOptionJourneyTest extends NewAccountJourney {
  @Test
  void a_customer_who_has_an_account_after_all_goes_on_with_the_transfer() {
    startWithDetails();
    report(CARLA, Map.of("preparation", List.of("root_mfa")));
    assertThat(world.told(CARLA, () -> world.press(CARLA, "switch_to_transfer")))
        .contains("Transfer billing");
    assertThat(world.cardText())
        .contains("Acme Robotics · Transfer billing", "0 of 3")
        .doesNotContain("On the way");
    assertThat(world.thread())
        .last()
        .asString()
        .contains("*Transfer billing*", "the contact is kept");

    world.press(CARLA, "enter_details");
    assertThat(world.view(CARLA).toString())
        .contains("transfer_details", "Carla Customer", "carla@acme.example", "+49 30 1234567");
    accepted(world.submit(CARLA, Map.of("account_id", ACCOUNT)));
    assertThat(world.cardText()).contains("1 of 3", ACCOUNT);
    world.review();
    assertThat(world.aws.invitations().get(0).accountId()).isEqualTo(ACCOUNT);
    assertThat(world.told(ERIN, () -> world.type(ERIN, "/aws-setup history")))
        .contains("<@" + CARLA + "> switched the setup to Transfer billing");
    assertThat(world.offers("switch_to_new")).isFalse();
  }

  @Test
  void an_engineer_switches_the_other_way_and_a_customer_does_not() {
    world.startTransfer();
    world.enterDetails();
    assertThat(world.told(CARLA, () -> world.press(CARLA, "switch_to_new")))
        .contains("Only engineers");
    assertThat(world.cardText()).contains("Transfer billing");

    world.press(ERIN, "switch_to_new");
    assertThat(world.cardText()).contains("New AWS account", "0 of 4").doesNotContain(ACCOUNT);
    world.press(CARLA, "enter_details");
    assertThat(world.view(CARLA).toString())
        .contains("new_account_details", "Carla Customer", "carla@acme.example");
    accepted(
        world.submit(
            CARLA,
            Map.of(
                "root_email",
                ALIAS,
                "account_name",
                "Acme cloud",
                "card_ready",
                List.of("ready"))));
    assertThat(world.cardText()).contains("1 of 4", "On the way");
    assertThat(world.told(ERIN, () -> world.type(ERIN, "/aws-setup history")))
        .contains("<@" + ERIN + "> switched the setup to New AWS account");
  }

  @Test
  void two_people_who_press_at_once_do_not_switch_back() {
    startWithDetails();
    var card = world.card();
    String block = MessageText.blockOf(card, "switch_to_transfer");
    world.slack.press(CARLA, People.ACME, card.ts(), block, "switch_to_transfer", null);
    world.slack.press(COLIN, People.ACME, card.ts(), block, "switch_to_transfer", null);
    world.settle();
    assertThat(world.cardText()).contains("Transfer billing");
    assertThat(world.thread().stream().filter(text -> text.contains("continues as"))).hasSize(1);
  }

  @Test
  void forms_of_the_previous_option_are_refused_and_stay_open() {
    startWithDetails();
    world.press(CARLA, "enter_details");
    world.press(COLIN, "report_account");
    world.press(ERIN, "switch_to_transfer");
    assertThat(refused(CARLA, detailsBut("root_email", "x@gmail.com"), "root_email"))
        .contains("switched to the other option");
    assertThat(refused(COLIN, Map.of("account_id", ACCOUNT), "account_id"))
        .contains("switched to the other option");

    world.press(ERIN, "enter_details");
    world.press(ERIN, "switch_to_new");
    assertThat(refused(ERIN, World.details(), "account_id"))
        .contains("switched to the other option");
    assertThat(world.cardText()).contains("New AWS account", "0 of 4");
  }

  @Test
  void a_button_of_the_previous_option_says_so() {
    startWithDetails();
    var steps = world.threadMessages().get(0);
    world.press(CARLA, "switch_to_transfer");
    assertThat(world.told(CARLA, () -> world.pressOn(steps, CARLA, "report_account")))
        .contains("switched to the other option");
  }
}
