package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app restarts between any two steps: no message is lost and none is posted twice. */
class RestartsJourneyTest extends Journey {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_journey_reads_the_same_with_a_restart_between_any_two_steps(boolean restarts) {
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> world.type(ERIN, "/aws-setup transfer"));
    steps.add(
        () ->
            world.submit(
                ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA)));
    steps.add(() -> world.press(CARLA, "enter_details"));
    steps.add(() -> world.submit(CARLA, World.details()));
    steps.add(() -> world.press(ERIN, "review_invitation"));
    steps.add(() -> world.submit(ERIN, Map.of()));
    steps.add(() -> world.aws.accept(world.handshake()));
    steps.add(() -> world.jump(Duration.ofMinutes(2)));
    steps.add(world::deployRole);
    steps.add(() -> world.press(CARLA, "check_now"));
    for (Runnable step : steps) {
      step.run();
      if (restarts) {
        world.restart();
      }
    }
    world.assertIsComplete();
    assertThat(world.cards()).hasSize(1);
    assertThat(world.inviteCalls()).isEqualTo(1);
    List<String> thread = world.thread();
    assertThat(thread).hasSize(5);
    assertThat(thread.get(0)).contains("the details are in");
    assertThat(thread.get(1)).contains("has been sent");
    assertThat(thread.get(2)).contains("is approved");
    assertThat(thread.get(3)).contains("is deployed");
    assertThat(thread.get(4)).contains("is complete");
  }

  @Test
  void what_was_acknowledged_just_before_a_stop_is_done_after_the_start() {
    world.type(ERIN, "/aws-setup transfer");
    submitAndStop(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA));
    assertThat(world.slack.workspace().messages(ACME)).isEmpty();
    world.restart();
    assertThat(world.cards()).hasSize(1);

    world.press(CARLA, "enter_details");
    submitAndStop(CARLA, World.details());
    assertThat(world.thread()).isEmpty();
    world.restart();
    assertThat(world.said("the details are in")).hasSize(1);

    world.press(ERIN, "review_invitation");
    submitAndStop(ERIN, Map.of());
    assertThat(world.inviteCalls()).isZero();
    world.restart();
    assertThat(world.aws.invitations()).hasSize(1);
    world.goesOnToTheEnd();
  }

  @Test
  void what_happened_at_aws_while_the_bot_was_down_is_noticed() {
    world.invited();
    world.stop();
    world.aws.accept(world.handshake());
    world.deployRole();
    world.clock.advance(Duration.ofHours(5));
    world.restart();
    world.jump(Duration.ofMinutes(1));
    world.assertIsComplete();
    assertThat(world.reminders()).isEmpty();
  }

  @Test
  void a_press_fails_while_the_bot_is_down_and_works_afterwards() {
    world.startTransfer();
    world.stop();
    Delivery lost =
        world.slack.press(
            CARLA,
            ACME,
            world.card().ts(),
            MessageText.blockOf(world.card(), "enter_details"),
            "enter_details",
            null);
    assertThat(lost.ok()).isFalse();
    world.restart();
    world.enterDetails();
  }

  private void submitAndStop(String who, Map<String, ?> fields) {
    var view = world.view(who);
    Delivery answer =
        world.slack.submit(who, view.get("id").getAsString(), ModalFields.values(view, fields));
    assertThat(answer.ok()).isTrue();
    world.stop();
  }
}
