package awssetup.killed;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.store.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged app is killed with SIGKILL around everything that it says and is told, and started
 * again on the same database. Whatever people see and whatever is kept must be as if nothing had
 * happened. Of a transfer, each kind of call is tried the first and the last time that it comes,
 * and every single call with {@code -Dkilled=everywhere}.
 */
class KilledIT {
  private static final boolean EVERYWHERE = "everywhere".equals(System.getProperty("killed"));

  @TempDir private Path directory;

  @Test
  void the_transfer_of_billing_survives_a_kill_at_every_call() {
    int points =
        survives(
            "Transfer billing on SQLite",
            EVERYWHERE ? Choice.everyEffect() : Choice.eachKindOfEffect(),
            Scripts.transfer(),
            this::onSqlite);
    assertThat(points).isGreaterThanOrEqualTo(EVERYWHERE ? 100 : 40);
  }

  @Test
  void a_new_account_survives_a_kill_at_every_call() {
    int points =
        survives(
            "New account on SQLite",
            Choice.everyEffectBeyond("the transfer", Scripts.transfer()),
            Scripts.newAccount(),
            this::onSqlite);
    assertThat(points).isGreaterThanOrEqualTo(35);
  }

  /** The other instance takes over; what was killed comes back when that is done. */
  @Test
  void two_instances_survive_a_kill_of_either_at_each_kind_of_call() {
    survives(
        "Transfer billing on PostgreSQL, two instances",
        Choice.eachKindOfEffect(),
        Scripts.transfer(),
        this::onPostgreSql);
  }

  /**
   * @return around how many points it was killed
   */
  private int survives(String title, Choice choice, List<Scene> scenes, Supplier<Stage> stages) {
    FaultMatrix matrix = new FaultMatrix(title + " (" + choice.words() + ")", scenes, stages);
    List<FaultPoint> said = matrix.record();
    assertThat(matrix.end()).contains("*Complete*", "is complete");
    List<FaultPoint> points = choice.from(said).stream().flatMap(FaultPoint::eachBlow).toList();
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
