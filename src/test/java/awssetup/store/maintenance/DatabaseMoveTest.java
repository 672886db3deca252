package awssetup.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.store.AllRows;
import awssetup.store.Database;
import awssetup.store.DatabaseUnusable;
import awssetup.store.Dialects;
import awssetup.testkit.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Everything moves or nothing does, and afterwards no bot starts on the old database. */
class DatabaseMoveTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

  @TempDir Path directory;

  @Test
  void a_round_over_postgresql_brings_back_every_row_as_it_was() throws Exception {
    String first = filled("first.db");
    String postgresql = Postgres.newDatabase();
    String last = sqlite("last.db");
    Map<String, List<String>> before = rows(first);
    assertThat(before).hasSizeGreaterThan(8).allSatisfy((t, r) -> assertThat(r).as(t).isNotEmpty());

    Map<String, Long> moved = DatabaseMove.everything(first, postgresql, NOW);
    assertThat(moved).containsOnlyKeys(before.keySet());
    moved.forEach(
        (table, count) -> assertThat(before.get(table)).as(table).hasSize(count.intValue()));
    DatabaseMove.everything(postgresql, last, NOW);

    assertThat(rows(last)).isEqualTo(before);
    Databases.open(last).close();
  }

  @Test
  void the_old_database_is_no_longer_served() throws Exception {
    String old = filled("old.db");
    String postgresql = Postgres.newDatabase();
    DatabaseMove.everything(old, postgresql, NOW);
    String last = sqlite("last.db");
    DatabaseMove.everything(postgresql, last, NOW);
    for (String left : List.of(old, postgresql)) {
      refuses(
          () -> Databases.open(left).close(), "was moved to another one at 2026-12-01T09:00:00Z");
      refuses(
          () -> DatabaseMove.everything(left, sqlite("again.db"), NOW), "was moved to another one");
    }
  }

  @Test
  void nothing_moves_while_a_bot_is_running() throws Exception {
    String old = filled("old.db");
    try (Database bot = Databases.open(old)) {
      assertThat(bot.isShared()).isFalse();
      refuses(
          () -> DatabaseMove.everything(old, Postgres.newDatabase(), NOW),
          "in use by another process");
    }
    String postgresql = Postgres.newDatabase();
    DatabaseMove.everything(old, postgresql, NOW);
    try (Database bot = Databases.open(postgresql)) {
      assertThat(bot.isShared()).isTrue();
      refuses(
          () -> DatabaseMove.everything(postgresql, sqlite("last.db"), NOW), "a bot is at work");
    }
    DatabaseMove.everything(postgresql, sqlite("last.db"), NOW);
  }

  @Test
  void a_database_that_holds_something_takes_nothing() throws Exception {
    String old = filled("old.db");
    Map<String, List<String>> before = rows(old);
    String taken = filled("taken.db");
    refuses(
        () -> DatabaseMove.everything(old, taken, NOW),
        "--to names a database that holds something");
    refuses(() -> DatabaseMove.everything(old, old, NOW), "DATABASE_URL itself");
    refuses(
        () -> DatabaseMove.everything(old, "jdbc:mysql://x", NOW), "--to must start with jdbc:");
    assertThat(rows(old)).isEqualTo(before);
    Databases.open(old).close();
  }

  @Test
  void a_move_that_fails_half_way_changes_nothing() throws Exception {
    String old = filled("old.db");
    Map<String, List<String>> before = rows(old);
    String postgresql = Postgres.newDatabase();
    Databases.open(postgresql).close();
    execute(
        postgresql, "ALTER TABLE messages ADD CONSTRAINT in_the_way CHECK (kind <> 'reminder')");
    refuses(
        () -> DatabaseMove.everything(old, postgresql, NOW), "nothing was moved: SQLSTATE 23514");

    assertThat(rows(old)).isEqualTo(before);
    Databases.open(old).close();
    execute(postgresql, "ALTER TABLE messages DROP CONSTRAINT in_the_way");
    DatabaseMove.everything(old, postgresql, NOW);
  }

  @Test
  void a_missing_source_is_refused_and_creates_nothing() {
    refuses(
        () -> DatabaseMove.everything(sqlite("none.db"), sqlite("new.db"), NOW),
        "there is no file");
    assertThat(Files.exists(directory.resolve("none.db"))).isFalse();
    assertThat(Files.exists(directory.resolve("new.db"))).isFalse();
  }

  private static void refuses(ThrowingCallable move, String because) {
    assertThatThrownBy(move)
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining(because)
        .hasMessageNotContaining("\n");
  }

  private String sqlite(String file) {
    return "jdbc:sqlite:" + directory.resolve(file);
  }

  /** A database with the sample rows of every version. */
  private String filled(String file) throws SQLException {
    String url = sqlite(file);
    Migrations.configuration(source(url), Dialects.of(url))
        .callbacks(new EveryVersionTest.SamplesAfterEach())
        .load()
        .migrate();
    execute(url, "DELETE FROM " + MovedAway.TABLE);
    // As db-scheduler writes it.
    execute(url, "UPDATE scheduled_tasks SET execution_time = 1796202000000");
    return url;
  }

  private static Map<String, List<String>> rows(String url) throws SQLException {
    Map<String, List<String>> rows = AllRows.of(source(url)).read();
    rows.remove(MovedAway.TABLE);
    return rows;
  }

  private static SQLiteDataSource source(String url) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(url);
    return source;
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
