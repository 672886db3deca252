package awssetup.journey;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import awssetup.testkit.StoppablePostgres;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is out of order for a while: people are told within Slack's three seconds and can
 * submit again what they typed. The loop goes on by itself, with one line in the log.
 */
class DatabaseOutageJourneyTest {
  private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);
  private static final int CONNECTIONS = 8;

  @TempDir Path directory;

  private interface Blow {
    void strike() throws Exception;
  }

  @Test
  void the_app_survives_minutes_in_which_another_process_locks_the_database() throws Exception {
    try (World world = new World(directory);
        Connection another = DriverManager.getConnection(world.databaseUrl());
        Statement statement = another.createStatement()) {
      goesOnAfter(
          world,
          Duration.ofMinutes(4),
          Duration.ofMinutes(1),
          () -> statement.execute("BEGIN EXCLUSIVE"),
          () -> statement.execute("ROLLBACK"));
    }
  }

  @Test
  void the_app_survives_an_hour_without_the_postgresql_server() throws Exception {
    try (StoppablePostgres server = new StoppablePostgres(directory);
        World world = new World(directory, Map.of("DATABASE_URL", server.url()))) {
      goesOnAfter(world, Duration.ofHours(1), Duration.ofMinutes(15), server::stop, server::start);
    }
  }

  /** The outage begins while details are being entered, and the setup still completes. */
  private static void goesOnAfter(World world, Duration length, Duration step, Blow begin, Blow end)
      throws Exception {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    String before = world.cardText();
    begin.strike();

    assertThat(submitsInTime(world).fieldErrors().values())
        .singleElement()
        .asString()
        .contains("could not be saved");
    assertThat(inTime(() -> world.slack.type(ERIN, People.ACME, "/aws-setup remind")).ok())
        .isTrue();
    world.passTrying(length, step);
    assertThat(submitsInTime(world).ok()).isFalse();
    assertThat(world.hasView(CARLA)).isTrue();
    assertThat(world.cardText()).isEqualTo(before);
    assertIsOneWarning(world);

    end.strike();
    world.passTrying(Duration.ofMinutes(30), Duration.ofMinutes(1));
    assertThat(submitsInTime(world).ok()).isTrue();
    assertThat(world.hasView(CARLA)).isFalse();
    world.settle();
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.said("the details are in")).hasSize(1);
    world.review();
    world.goesOnToTheEnd();
    assertIsOneWarning(world);
    assertThat(world.log().lines()).filteredOn(l -> l.contains("works again")).hasSize(1);
  }

  @Test
  void the_app_survives_an_hour_with_a_full_disk() throws Exception {
    try (World world = new World(directory)) {
      world.startTransfer();
      onAllConnections(world, "PRAGMA max_page_count = 1");
      Delivery last;
      int saved = 0;
      do {
        world.slack.press(
            CARLA,
            People.ACME,
            world.card().ts(),
            MessageText.blockOf(world.card(), "enter_details"),
            "enter_details",
            null);
        world.await(() -> world.hasView(CARLA));
        String account = saved % 2 == 0 ? People.ACCOUNT : People.GLOBEX_ACCOUNT;
        last = inTime(() -> submits(world, account));
        saved += last.ok() ? 1 : 0;
      } while (last.ok() && saved < 200);
      assertThat(last.fieldErrors().values()).singleElement().asString().contains("be saved");
      world.passTrying(Duration.ofHours(1), Duration.ofMinutes(1));
      assertThat(world.hasView(CARLA)).isTrue();
      assertIsOneWarning(world);

      onAllConnections(world, "PRAGMA max_page_count = 1000000");
      world.passTrying(Duration.ofMinutes(30), Duration.ofMinutes(1));
      assertThat(inTime(() -> submits(world, People.ACCOUNT)).ok()).isTrue();
      world.settle();
      assertThat(world.postedTwice(People.ACME)).isEmpty();
      assertThat(world.cards()).hasSize(1);
      world.review();
      world.goesOnToTheEnd();
      assertIsOneWarning(world);
      assertThat(world.log().lines()).filteredOn(l -> l.contains("works again")).hasSize(1);
    }
  }

  private static void assertIsOneWarning(World world) {
    assertThat(world.log().warnings())
        .singleElement()
        .asString()
        .contains("The database does not work");
  }

  private static Delivery submitsInTime(World world) {
    return inTime(() -> submits(world, People.ACCOUNT));
  }

  private static Delivery submits(World world, String account) {
    JsonObject view = world.view(CARLA);
    return world.slack.submit(
        CARLA, view.get("id").getAsString(), ModalFields.values(view, World.details(account)));
  }

  private static Delivery inTime(Supplier<Delivery> doing) {
    long begun = System.nanoTime();
    Delivery delivery = doing.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SLACKS_PATIENCE);
    return delivery;
  }

  /** Takes all connections of the pool at the same time, so that each one gets the pragma. */
  private static void onAllConnections(World world, String pragma) throws SQLException {
    List<Connection> all = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(world.database().dataSource().getConnection());
    }
    for (Connection connection : all) {
      try (connection;
          Statement statement = connection.createStatement()) {
        statement.execute(pragma);
      }
    }
  }
}
