package awssetup.killed;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged app is killed with SIGKILL around the calls that it makes and receives, and started
 * again on the same database. What people see and what is stored must be as if nothing had
 * happened. {@code mvn verify} kills it once in each scene of a transfer; the profile {@code full}
 * kills it at every call of a transfer and of a new account.
 */
class KilledIT {
  @TempDir private Path directory;

  @Test
  void a_transfer_survives_a_kill_in_each_of_its_scenes() {
    int points =
        survives(
            "Transfer billing on SQLite",
            Choice.oneInEachScene(),
            Scripts.transfer(),
            this::onSqlite);
    assertThat(points).as("all scenes but the silent last one").isEqualTo(12);
  }

  /** The other instance takes over; the killed one comes back after that. */
  @Test
  void two_instances_survive_a_kill_of_one_in_every_third_scene() {
    int points =
        survives(
            "Transfer billing on PostgreSQL, two instances",
            Choice.oneInEveryThirdScene(),
            Scripts.transfer(),
            this::onPostgreSql);
    assertThat(points).isEqualTo(4);
  }

  @Test
  @Tag("full")
  void the_transfer_of_billing_survives_a_kill_at_every_call() {
    int points =
        survives(
            "Transfer billing on SQLite", Choice.everyEffect(), Scripts.transfer(), this::onSqlite);
    assertThat(points).isGreaterThanOrEqualTo(100);
  }

  @Test
  @Tag("full")
  void a_new_account_survives_a_kill_at_every_call() {
    int points =
        survives(
            "New account on SQLite",
            Choice.everyEffectBeyond("the transfer", Scripts.transfer()),
            Scripts.newAccount(),
            this::onSqlite);
    assertThat(points).isGreaterThanOrEqualTo(35);
  }

  @Test
  @Tag("full")
  void two_instances_survive_a_kill_of_one_at_each_kind_of_call() {
    survives(
        "Transfer billing on PostgreSQL, two instances",
        Choice.eachKindOfEffect(),
        Scripts.transfer(),
        this::onPostgreSql);
  }

  /**
   * @return the number of points at which it was killed
   */
  private int survives(String title, Choice choice, List<Scene> scenes, Supplier<Stage> stages) {
    FaultMatrix matrix = new FaultMatrix(title + " (" + choice.words() + ")", scenes, stages);
    List<FaultPoint> said = matrix.record();
    assertThat(matrix.end()).contains("*Complete*", "is complete");
    List<FaultPoint> points = choice.from(said);
    matrix.strike(points);
    System.out.println(matrix.table());
    matrix.assertGreen();
    return points.size();
  }

  private Stage onSqlite() {
    Path own = ownDirectory();
    return new Stage(own, "jdbc:sqlite:" + own.resolve("bot.db"), 1);
  }

  private Stage onPostgreSql() {
    return new Stage(ownDirectory(), Postgres.databaseWithTables(), 2);
  }

  private Path ownDirectory() {
    try {
      return Files.createTempDirectory(directory, "stage");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
