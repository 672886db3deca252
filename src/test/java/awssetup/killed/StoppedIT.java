package awssetup.killed;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.api.SlackFault;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged app is asked to stop with SIGTERM while it is in the middle of something. */
class StoppedIT {
  private static final String LATER = "The bot is restarting";

  @TempDir private Path directory;

  @Test
  void running_work_is_finished_new_requests_are_asked_to_come_back_and_nothing_is_lost()
      throws InterruptedException {
    try (Stage stage = new Stage(directory, "jdbc:sqlite:" + directory.resolve("bot.db"), 1)) {
      Scripts.transfer().subList(0, 4).forEach(scene -> stage.play(scene, Optional.empty()));
      stage.opens(ERIN, () -> stage.slack.type(ERIN, ACME, "/aws-setup transfer"));
      Held held = new Held();
      stage.slack.observe(held);
      stage.submits(CARLA, World.details());
      assertThat(held.came.await(30, TimeUnit.SECONDS)).isTrue();

      Instance stopping = stage.front();
      assertThat(stopping.get("/ready").statusCode()).isEqualTo(200);
      stopping.terminate();
      stage.await(
          "the app takes no more requests",
          () -> stage.slack.type(ERIN, ACME, "/aws-setup help").body().contains(LATER));
      assertThat(stopping.get("/ready").statusCode()).isEqualTo(503);
      assertThat(stopping.get("/ready").body()).isEqualTo("app: it is being stopped\n");
      Map<String, String> start = Map.of("customer_name", "Globex", "customer_contact", CARLA);
      assertThat(submit(stage, start).fieldErrors().toString()).contains(LATER);
      assertThat(stage.slack.workspace().views(ERIN)).hasSize(1);
      assertThat(stage.press(CARLA, "enter_details", null).ok()).isTrue();
      stage.await("Carla is told so, too", () -> stage.told(CARLA).contains(LATER));

      held.goOn.countDown();
      stopping.awaitEnd(Duration.ofSeconds(10));
      assertThat(stage.records.messages()).noneMatch(message -> message.endsWith("owed"));
      assertThat(stage.records.work(stage.clock.instant(), List.of("127.0.0.1")))
          .isNotEqualTo(Records.Work.LEFT_BY_THE_DEAD);

      stage.slack.observe(SlackCallObserver.NONE);
      stage.rest();
      stage.insist(() -> submit(stage, start));
      stage.rest();
      List<String> keys =
          stage.slack.workspace().messages(ACME).stream().map(MessageText::key).toList();
      assertThat(keys).doesNotHaveDuplicates();
      assertThat(keys).filteredOn(key -> key.contains(":card:")).hasSize(2);
      assertThat(keys).filteredOn(key -> key.contains(":notice:1")).hasSize(1);
      assertThat(stopping.log()).doesNotContain("ERROR");
    }
  }

  private static Delivery submit(Stage stage, Map<String, String> fields) {
    JsonObject view = stage.slack.workspace().views(ERIN).get(0);
    return stage.slack.submit(ERIN, view.get("id").getAsString(), ModalFields.values(view, fields));
  }

  /** Makes the app wait while it posts its first message. */
  private static final class Held implements SlackCallObserver {
    private final CountDownLatch came = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public Optional<SlackFault> arrived(String host, String method, JsonObject arguments) {
      if (method.equals("chat.postMessage")) {
        came.countDown();
        try {
          goOn.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return Optional.empty();
    }
  }
}
