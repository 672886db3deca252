package awssetup.journey;

import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engineer who started a setup may not review it, so two people see each invitation. */
class SecondEngineerJourneyTest extends Journey {
  @Override
  Map<String, String> settings() {
    return Map.of("REQUIRE_SECOND_ENGINEER", "true");
  }

  @BeforeEach
  void detailsAreIn() {
    world.startTransfer();
    world.enterDetails();
  }

  @Test
  void the_card_and_the_reminder_ask_for_another_engineer() {
    String another = "An engineer other than <@U0ENGINEER> has to review it.";
    assertThat(world.cardText()).contains(another);
    world.jump(Duration.ofDays(1));
    assertThat(world.lastReminder()).contains("<@U0ENGINEER>", another);
    world.press(SAM, "review_invitation");
    assertThat(world.submit(SAM, Map.of()).fieldErrors()).isEmpty();
    assertThat(world.cardText()).doesNotContain(another);
    world.goesOnToTheEnd();
  }

  @Test
  void the_engineer_who_started_the_setup_is_told_so_and_gets_no_form() {
    assertThat(world.told(ERIN, () -> world.press(ERIN, "review_invitation")))
        .contains("ask a colleague");
    assertThat(world.hasView(ERIN)).isFalse();
    assertThat(world.inviteCalls()).isZero();
  }

  @Test
  void a_form_opened_before_the_rule_applied_is_refused() {
    world.stop();
    world.restartWith(Map.of("REQUIRE_SECOND_ENGINEER", "false"));
    world.press(ERIN, "review_invitation");
    world.stop();
    world.restartWith(Map.of("REQUIRE_SECOND_ENGINEER", "true"));
    Delivery delivery = world.submit(ERIN, Map.of());
    assertThat(delivery.fieldErrors().values()).singleElement().asString().contains("colleague");
    assertThat(world.inviteCalls()).isZero();
  }
}
