package awssetup.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.store.Database;
import awssetup.store.DatabaseUnusable;
import awssetup.testkit.LogWatch;
import awssetup.testkit.Postgres;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A usable database gets its tables; for any other, one line says what to do. */
class OpeningTest {
  @TempDir Path dir;

  @Test
  void an_empty_sqlite_file_gets_its_tables_and_opens_again() throws SQLException {
    String url = sqlite("deep/down/store.db");
    Databases.open(url).close();
    execute(url, "INSERT INTO drafts VALUES ('ACME000000000000', 'C0ACME', 'U0ENGINEER', 1)");
    try (Database again = Databases.open(url)) {
      assertThat(rows(again, "drafts")).isEqualTo(1);
    }
  }

  @Test
  void the_directory_it_makes_is_the_owners_alone() throws IOException {
    Databases.open(sqlite("made/store.db")).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("made"))))
        .isEqualTo("rwx------");
  }

  @Test
  void an_empty_postgresql_database_gets_its_tables_and_opens_again() throws SQLException {
    String url = Postgres.newDatabase();
    Databases.open(url).close();
    execute(url, "INSERT INTO drafts VALUES ('ACME000000000000', 'C0ACME', 'U0ENGINEER', 1)");
    try (Database again = Databases.open(url)) {
      assertThat(rows(again, "drafts")).isEqualTo(1);
    }
  }

  @Test
  void two_instances_may_start_at_once_on_an_empty_postgresql_database() throws Exception {
    String url = Postgres.newDatabase();
    Callable<Integer> start =
        () -> {
          try (Database database = Databases.open(url)) {
            return rows(database, "setups");
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Integer> started : threads.invokeAll(List.of(start, start))) {
        assertThat(started.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sqlite_is_set_to_survive_a_power_failure() throws SQLException {
    try (Database database = Databases.open(sqlite("store.db"))) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2");
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(database, "busy_timeout")).isEqualTo("2000");
    }
  }

  @Test
  void another_kind_of_url_is_refused() {
    refuses("jdbc:mysql://localhost/x", "DATABASE_URL must start with jdbc:sqlite: or");
    refuses("data/store.db", "DATABASE_URL must start with");
    refuses("jdbc:sqlite::memory:", "must name a file");
    refuses("jdbc:sqlite:", "must name a file");
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws IOException {
    Files.writeString(dir.resolve("file"), "in the way");
    refuses(sqlite("file/store.db"), "the directory " + dir.resolve("file") + " cannot be created");
  }

  @Test
  void a_file_that_cannot_be_opened_is_named() throws IOException {
    Files.createDirectory(dir.resolve("store.db"));
    refuses(sqlite("store.db"), dir.resolve("store.db") + " cannot be opened for writing");
  }

  @Test
  void a_file_that_is_read_only_is_named() {
    Databases.open(sqlite("store.db")).close();
    refuses(
        "jdbc:sqlite:file:" + dir.resolve("store.db") + "?mode=ro", "cannot be opened for writing");
  }

  @Test
  void a_file_of_another_kind_is_named() throws IOException {
    Files.writeString(dir.resolve("store.db"), "not a database\n".repeat(100));
    refuses(sqlite("store.db"), dir.resolve("store.db") + " is no SQLite database");
  }

  @Test
  void a_file_in_use_is_named() throws SQLException {
    String url = sqlite("store.db");
    Databases.open(url).close();
    try (Connection another = DriverManager.getConnection(url);
        Statement statement = another.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      refuses(url, "is in use by another process");
    }
  }

  @Test
  void a_newer_database_is_refused() throws SQLException {
    for (String url : List.of(sqlite("store.db"), Postgres.databaseWithTables())) {
      Databases.open(url).close();
      execute(
          url,
          """
          INSERT INTO flyway_schema_history
          SELECT installed_rank + 100, '100', 'later', type, 'V100__later.sql', checksum,
            installed_by, installed_on, execution_time, success
          FROM flyway_schema_history WHERE version = '1'
          """);
      refuses(url, "written by a newer version");
    }
  }

  @Test
  void a_database_with_other_tables_is_refused() throws SQLException {
    for (String url : List.of(sqlite("store.db"), Postgres.newDatabase())) {
      execute(url, "CREATE TABLE invoices (id INTEGER)");
      refuses(url, "the database holds other tables");
    }
  }

  @Test
  void a_server_that_is_not_there_is_named() {
    refuses("jdbc:postgresql://127.0.0.1:1/x?user=bot&password=geheim", "cannot be reached");
  }

  @Test
  void a_login_that_is_refused_is_named() {
    refuses(
        Postgres.newDatabase().replace("user=postgres", "user=nobody&password=geheim"),
        "refuses the login");
  }

  @Test
  void a_postgresql_database_that_does_not_exist_is_named() {
    refuses(Postgres.newDatabase().replaceFirst("/test\\d+", "/nowhere"), "no such database");
  }

  @Test
  void a_postgresql_server_that_is_read_only_is_named() {
    refuses(
        Postgres.databaseWithTables() + "&options=-c%20default_transaction_read_only=on",
        "is read-only");
  }

  @Test
  void a_postgresql_user_without_rights_is_named() throws SQLException {
    String url = Postgres.newDatabase();
    execute(url, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    execute(url, "GRANT USAGE ON SCHEMA public TO PUBLIC");
    Postgres.run("CREATE ROLE guest LOGIN");
    refuses(url.replace("user=postgres", "user=guest"), "grant CREATE on the schema");
  }

  @Test
  void the_password_reaches_no_log() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Level usual = root.getLevel();
    root.setLevel(Level.TRACE);
    try (LogWatch log = LogWatch.begin()) {
      Databases.open(Postgres.databaseWithTables() + "&password=geheim").close();
      refuses("jdbc:postgresql://127.0.0.1:1/x?user=bot&password=geheim", "cannot be reached");
      log.assertHoldsNone(Set.of("geheim"));
    } finally {
      root.setLevel(usual);
    }
  }

  private static void refuses(String url, String because) {
    assertThatThrownBy(() -> Databases.open(url).close())
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("DATABASE_URL")
        .hasMessageContaining(because)
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("geheim");
  }

  private String sqlite(String file) {
    return "jdbc:sqlite:" + dir.resolve(file);
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String pragma(Database database, String name) throws SQLException {
    return one(database, "PRAGMA " + name);
  }

  private static int rows(Database database, String table) throws SQLException {
    return Integer.parseInt(one(database, "SELECT COUNT(*) FROM " + table));
  }

  private static String one(Database database, String query) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
