package awssetup.journey;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackFault;
import awssetup.sandbox.slack.world.SharedFile;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.MessageText;
import awssetup.testkit.People;
import awssetup.testkit.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engineer types the command and gets all setups as a file in a direct message. */
class ExportJourneyTest extends Journey {
  private static final String ERINS = "D0ENGINEER";

  @Test
  void an_engineer_gets_all_setups_as_a_file() {
    world.invited();
    assertThat(world.answer(ERIN, "/aws-setup export")).contains("you get it in a direct message");

    StandInMessage message = file();
    assertThat(message.text()).isEqualTo("Here are all setups as of now.");
    List<SharedFile> files = world.slack.workspace().files(message);
    assertThat(files).hasSize(1);
    assertThat(files.get(0).title()).isEqualTo("aws-setups-2026-12-01.csv");
    assertThat(files.get(0).text())
        .startsWith("\uFEFFid,customer,")
        .contains("Acme Robotics", People.ACCOUNT, "invitation", "customer")
        .doesNotContain("carla@acme.example", "Carla Customer");
  }

  @Test
  void the_file_is_the_one_that_the_command_prints() {
    world.type(ERIN, "/aws-setup transfer");
    world.submit(ERIN, Map.of("customer_name", "3/6", "order_id", "007"));
    world.press(CARLA, "enter_details");
    world.submit(CARLA, World.details("012345678901"));
    world.answer(ERIN, "/aws-setup export");

    String text = world.slack.workspace().files(file()).get(0).text();
    assertThat(text).isEqualTo(world.command("export").out());
    assertThat(text).startsWith("\uFEFFid,").contains(",'3/6,", ",'007,", ",'012345678901,");
  }

  @Test
  void a_customer_gets_no_file() {
    world.slack.type(CARLA, People.ACME, "/aws-setup export");
    assertThat(world.slackCalls("files.getUploadURLExternal")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "files.getUploadURLExternal",
        "upload",
        "conversations.open",
        "files.completeUploadExternal"
      })
  void an_export_that_fails_says_so(String method) {
    world.slack.failNext(method, SlackFault.status(503));
    world.slack.type(ERIN, People.ACME, "/aws-setup export");
    assertIsTold("could not be sent");
    assertThat(world.slack.workspace().messages(ERINS)).isEmpty();

    world.slack.type(ERIN, People.ACME, "/aws-setup export");
    assertThat(world.slack.workspace().files(file())).hasSize(1);
  }

  @Test
  void a_missing_scope_is_named() {
    world.slack.settings().scopes(Set.of("commands", "chat:write", "users:read", "channels:read"));
    world.slack.type(ERIN, People.ACME, "/aws-setup export");
    assertIsTold("missing_scope (scope files:write)");
  }

  /** Waits, because the answer is sent beside the request and may come after it. */
  private void assertIsTold(String words) {
    world.await(
        () ->
            world.slack.workspace().ephemerals(People.ACME, ERIN).stream()
                .anyMatch(message -> MessageText.of(message).contains(words)));
  }

  private StandInMessage file() {
    world.await(
        () ->
            world.slack.workspace().channels().stream().anyMatch(c -> c.id().equals(ERINS))
                && !world.slack.workspace().messages(ERINS).isEmpty());
    return world.slack.workspace().messages(ERINS).get(0);
  }
}
