package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the whole way from the slash command to the completed card, as people see it, through HTTP.
 */
class TransferJourneyTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void open() {
    world = world(directory);
  }

  World world(Path directory) {
    return new World(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_customer_is_taken_from_the_command_to_the_completed_card() {
    world.type(ERIN, "/aws-setup transfer");
    assertThat(world.view(ERIN).toString()).contains("Carla Customer").doesNotContain("Sam Second");
    world.submit(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA));
    assertThat(world.cardText())
        .contains("Acme Robotics · Transfer billing", "0 of 3", "The customer's turn")
        .contains("<@" + CARLA + ">");

    world.press(CARLA, "enter_details");
    Delivery wrong =
        world.submit(
            CARLA,
            Map.of(
                "account_id", "12345",
                "contact_name", "Carla Customer",
                "contact_email", "carla@acme.example"));
    assertThat(wrong.fieldErrors()).containsOnlyKeys("account_id");
    world.submit(CARLA, World.details());
    assertThat(world.hasView(CARLA)).isFalse();
    assertThat(world.cardText()).contains("1 of 3", ACCOUNT, "SoftwareOne's turn");
    assertThat(world.thread()).last().asString().contains("<@" + ERIN + ">", "review");

    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains(ACCOUNT, "carla@acme.example");
    world.submit(ERIN, Map.of("notes", "See you soon"));
    assertThat(world.aws.invitations()).hasSize(1);
    var invitation = world.aws.invitations().get(0);
    assertThat(invitation.accountId()).isEqualTo(ACCOUNT);
    assertThat(invitation.startsAt()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(invitation.name()).startsWith("Acme Robotics - ");
    assertThat(invitation.notes()).isEqualTo("See you soon");
    assertThat(invitation.tags()).hasSize(1);
    assertThat(world.cardText()).contains("invitation sent", "to be approved by", "Approve by");
    assertThat(world.offers("open_invitation")).isTrue();
    assertThat(world.thread()).last().asString().contains("<@" + CARLA + ">", "Outbound billing");

    world.aws.accept(invitation.handshakeId());
    world.pass(Duration.ofMinutes(15));
    assertThat(world.cardText()).contains("2 of 3", "approved");
    assertThat(world.thread()).last().asString().contains("The billing transfer is approved");

    world.deployRole();
    world.press(CARLA, "check_now");
    assertThat(world.cardText()).contains("3 of 3", "Complete", "✅");
    assertThat(world.thread().stream().filter(t -> t.contains("is complete"))).hasSize(1);
    assertThat(world.card().blocks().toString()).doesNotContain("\"actions\"");

    int said = world.thread().size();
    world.jump(Duration.ofDays(10));
    assertThat(world.thread()).hasSize(said);
    assertThat(world.cards()).hasSize(1);
  }
}
