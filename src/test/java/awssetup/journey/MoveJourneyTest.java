package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.DataUnderTest.Run;
import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import awssetup.testkit.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journey begins on one database, is moved to another, and ends there. */
class MoveJourneyTest extends Journey {
  @TempDir Path elsewhere;

  @Test
  void nothing_is_said_twice_and_no_account_is_invited_twice() {
    world.invited();
    moveTo(Postgres.newDatabase());
    world.jump(Duration.ofDays(1));
    assertThat(world.reminders()).hasSize(1);
    world.goesOnToTheEnd();
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.cards()).hasSize(1);
    assertThat(world.thread()).hasSize(6);
  }

  @Test
  void what_was_owed_before_the_move_is_done_after_it() {
    world.startTransfer();
    world.enterDetails();
    world.press(People.ERIN, "review_invitation");
    world.slack.submit(
        People.ERIN,
        world.view(People.ERIN).get("id").getAsString(),
        ModalFields.values(world.view(People.ERIN), Map.of()));
    assertThat(world.inviteCalls()).isZero();
    moveTo(Postgres.newDatabase());
    moveTo("jdbc:sqlite:" + elsewhere.resolve("bot.db"));
    assertThat(world.aws.invitations()).hasSize(1);
    world.goesOnToTheEnd();
    assertThat(world.inviteCalls()).isEqualTo(1);
  }

  private void moveTo(String url) {
    Run running = world.command("move", "--to", url);
    assertThat(running.code()).isEqualTo(1);
    assertThat(running.err()).containsOnlyOnce("\n");

    world.stop();
    Run run = world.command("move", "--to", url);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("setups: 1", "Everything has arrived");
    world.startOn(url);
  }
}
