package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.store.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged app is killed with SIGKILL around everything that it says and is told, and started
 * again on the same database. Whatever people see and whatever is kept must be as if nothing had
 * happened.
 */
class KilledIT {
  /** Calls that only read: to the platforms, one that is lost is one that was never made. */
  private static final Set<String> READS =
      Set.of(
          "auth.test",
          "users.info",
          "conversations.info",
          "conversations.members",
          "ListInboundResponsibilityTransfers",
          "DescribeResponsibilityTransfer",
          "DescribeHandshake",
          "GetCallerIdentity",
          "AssumeRole");

  @TempDir private Path directory;

  @Test
  void the_transfer_of_billing_survives_a_kill_at_every_call() {
    survives("Transfer billing on SQLite", Scripts.transfer(), this::onSqlite, true);
  }

  @Test
  void a_new_account_survives_a_kill_at_every_call() {
    survives("New account on SQLite", Scripts.newAccount(), this::onSqlite, true);
  }

  /** The other instance takes over; what was killed comes back when that is done. */
  @Test
  void two_instances_survive_a_kill_of_either_at_every_call_that_has_an_effect() {
    survives(
        "Transfer billing on PostgreSQL, two instances",
        Scripts.transfer(),
        this::onPostgreSql,
        false);
  }

  private void survives(
      String title, List<Scene> scenes, Supplier<Stage> stages, boolean readsToo) {
    FaultMatrix matrix = new FaultMatrix(title, scenes, stages);
    List<FaultPoint> said = matrix.record();
    assertThat(matrix.end()).contains("*Complete*", "is complete");
    List<FaultPoint> points =
        said.stream()
            .filter(point -> readsToo || !isRead(point))
            .flatMap(point -> blows(point).map(point::with))
            .toList();
    matrix.strike(points);
    System.out.println(matrix.table());
    matrix.assertGreen();
  }

  private static Stream<Blow> blows(FaultPoint point) {
    if (isRead(point)) {
      return Stream.of(Blow.LOST);
    }
    return point.call().equals("acknowledgement")
        ? Stream.of(Blow.LOST, Blow.AFTER)
        : Stream.of(Blow.values());
  }

  private static boolean isRead(FaultPoint point) {
    return READS.contains(point.call().replaceFirst(" .*", ""));
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
