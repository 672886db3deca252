package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.DataUnderTest.Run;
import awssetup.testkit.People;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that was made while the app ran takes the place of its database. */
class BackupJourneyTest extends Journey {
  @TempDir Path backups;

  @Test
  void the_journey_goes_on_from_a_backup() {
    world.invited();
    String copy = backup();
    world.restartOn(copy);
    world.goesOnToTheEnd();
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.cards()).hasSize(1);
  }

  @Test
  void an_invitation_sent_after_the_backup_is_found_and_not_sent_again() {
    world.startTransfer();
    world.enterDetails();
    String copy = backup();
    world.review();
    assertThat(world.aws.invitations()).hasSize(1);

    world.restartOn(copy);
    world.jump(Duration.ofMinutes(2));
    assertThat(world.cardText()).contains("SoftwareOne's turn");
    world.review();

    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.cardText()).contains("to be approved by");
    world.aws.accept(world.handshake());
    world.deployRole();
    world.press(People.CARLA, "check_now");
    assertThat(world.cardText()).contains("3 of 3", "Complete");
  }

  private String backup() {
    Path copy = backups.resolve("copy.db");
    Run run = world.command("backup", copy.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return "jdbc:sqlite:" + copy;
  }
}
