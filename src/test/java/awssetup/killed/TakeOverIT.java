package awssetup.killed;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.api.SlackFault;
import awssetup.testkit.MessageText;
import awssetup.testkit.Postgres;
import awssetup.testkit.TestSettings;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances as operators run them, on one PostgreSQL database and with the real clock. */
class TakeOverIT {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void the_other_instance_takes_over_within_a_minute_and_brings_the_journey_to_its_end() {
    try (Stage stage = Stage.inEarnest(directory, Postgres.databaseWithTables(), 2)) {
      stage.opens(ERIN, () -> stage.slack.type(ERIN, ACME, "/aws-setup transfer"));
      Killer killer = new Killer(stage);
      stage.slack.observe(killer);
      stage.submits(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA));
      stage.await("an instance is killed as it posts the card", killer.killed::get);
      long killed = System.nanoTime();
      stage.slack.observe(SlackCallObserver.NONE);

      stage.await("the card", () -> keys(stage).stream().anyMatch(m -> m.contains(":card:")));
      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(A_MINUTE);

      stage.opens(CARLA, () -> stage.press(CARLA, "enter_details", null));
      stage.submits(CARLA, World.details());
      stage.await("the review can begin", () -> stage.offers("review_invitation"));
      stage.opens(ERIN, () -> stage.press(ERIN, "review_invitation", null));
      stage.submits(ERIN, Map.of());
      stage.await("the invitation", () -> stage.offers("open_invitation"));
      stage.aws.accept(stage.handshake());
      stage.aws.deployRole(ACCOUNT, TestSettings.ROLE, TestSettings.externalId(ACCOUNT));
      stage.press(CARLA, "check_now", null);
      stage.await("the end", () -> stage.cardText().contains("*Complete*"));
      assertThat(keys(stage)).doesNotHaveDuplicates();
      assertThat(stage.aws.invitations()).hasSize(1);
    }
  }

  private static List<String> keys(Stage stage) {
    return stage.slack.workspace().messages(ACME).stream().map(MessageText::key).toList();
  }

  /** Kills the instance as it is about to post the first message in the customer's channel. */
  private static final class Killer implements SlackCallObserver {
    private final Stage stage;
    private final AtomicBoolean killed = new AtomicBoolean();

    Killer(Stage stage) {
      this.stage = stage;
    }

    @Override
    public Optional<SlackFault> arrived(String host, String method, JsonObject arguments) {
      if (!method.equals("chat.postMessage") || !isToAcme(arguments) || killed.get()) {
        return Optional.empty();
      }
      stage.kill(host);
      killed.set(true);
      return Optional.of(SlackFault.reset());
    }

    private static boolean isToAcme(JsonObject arguments) {
      return ACME.equals(arguments.get("channel").getAsString());
    }
  }
}
