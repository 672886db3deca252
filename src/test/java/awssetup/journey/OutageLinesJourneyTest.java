package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackFault;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slack or AWS is out: the log has one line, not one for each try, and answers come in time. */
class OutageLinesJourneyTest extends Journey {
  private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);
  private static final int ALWAYS = 10_000;

  static Stream<Named<awssetup.sandbox.aws.AwsFault>> awsFaults() {
    return Stream.of(
        Named.of(
            "throttled",
            awssetup.sandbox.aws.AwsFault.error("ThrottlingException", null, "Rate exceeded")),
        Named.of("out of order", awssetup.sandbox.aws.AwsFault.status(503)),
        Named.of("cut off", awssetup.sandbox.aws.AwsFault.reset()));
  }

  @ParameterizedTest
  @MethodSource("awsFaults")
  void hours_without_aws_log_one_line_for_each_service_and_one_at_the_end(
      awssetup.sandbox.aws.AwsFault fault) {
    world.invited();
    world.aws.accept(world.handshake());
    world.aws.failNext("*", fault.times(ALWAYS));
    world.pass(Duration.ofHours(2));
    assertThat(world.cardText()).contains("invitation sent");
    assertThat(warnings("AWS Organizations does not answer")).hasSize(1);
    world.aws.clearFaults();
    world.pass(Duration.ofMinutes(30));
    assertThat(world.said("is approved")).hasSize(1);
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(warnings("AWS STS does not answer")).hasSize(1);
    assertThat(world.log().warnings()).hasSize(2);
    assertThat(infos("AWS Organizations answers again")).hasSize(1);
  }

  static Stream<Named<SlackFault>> slackFaults() {
    return Stream.of(
        Named.of("out of order", SlackFault.status(503)),
        Named.of("cut off", SlackFault.reset()),
        Named.of("says so itself", SlackFault.error("internal_error")));
  }

  @ParameterizedTest
  @MethodSource("slackFaults")
  void hours_without_slack_log_one_line_and_one_at_the_end(SlackFault fault) {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    world.slack.failNext("chat.postMessage", fault.times(ALWAYS));
    world.slack.failNext("chat.update", fault.times(ALWAYS));
    assertThat(world.submit(CARLA, World.details()).ok()).isTrue();
    world.pass(Duration.ofHours(6));
    assertThat(warnings("Slack does not answer")).hasSize(1);
    world.slack.clearFaults();
    world.pass(Duration.ofMinutes(30));
    assertThat(world.said("the details are in")).hasSize(1);
    assertThat(world.postedTwice(ACME)).isEmpty();
    assertThat(world.log().warnings()).hasSize(1);
    assertThat(infos("Slack answers again")).hasSize(1);
  }

  @Test
  void people_get_answers_in_time_while_slacks_web_api_hangs() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    JsonObject view = world.view(CARLA);
    world.restart();
    world.slack.failNext("*", SlackFault.hang(Duration.ofSeconds(20)).times(ALWAYS));
    takesNoLonger(() -> world.slack.type(ERIN, ACME, "/aws-setup status"));
    takesNoLonger(() -> world.slack.type(ERIN, ACME, "/aws-setup transfer"));
    takesNoLonger(
        () ->
            world.slack.submit(
                CARLA, view.get("id").getAsString(), ModalFields.values(view, World.details())));
    takesNoLonger(
        () ->
            world.slack.press(
                CARLA,
                ACME,
                world.card().ts(),
                MessageText.blockOf(world.card(), "enter_details"),
                "enter_details",
                null));
    world.slack.clearFaults();
  }

  private static void takesNoLonger(Runnable request) {
    long begun = System.nanoTime();
    request.run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(took).isLessThan(SLACKS_PATIENCE);
  }

  private List<String> warnings(String words) {
    return world.log().warnings().stream().filter(line -> line.contains(words)).toList();
  }

  private List<String> infos(String words) {
    return world.log().lines().stream().filter(line -> line.contains(words)).toList();
  }
}
