package awssetup.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.store.AllRows;
import awssetup.store.Dialect;
import awssetup.store.Dialects;
import awssetup.testkit.Postgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * Migrates every version's tables to the newest ones, with rows in them: each migration is followed
 * by sample rows of its version, so that the next ones find full tables. Every migration needs its
 * own file in {@code samples}, with rows that only its version can hold.
 */
class EveryVersionTest {
  @TempDir Path directory;

  /** All versions in order. */
  static List<Integer> versions() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("db"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("^V(\\d+)__\\w+\\.sql$", "$1"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    }
  }

  @Test
  void every_version_has_sample_rows() throws IOException {
    assertThat(versions()).hasSizeGreaterThan(6);
    for (int version : versions()) {
      assertThat(samples(version)).as("samples/V%d.sql", version).contains("\n");
    }
  }

  @ParameterizedTest(name = "from version {0}")
  @MethodSource("versions")
  void rows_in_sqlite_stay_as_they_are_up_to_the_newest_version(int from) throws Exception {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + directory.resolve("store.db"));
    database.setEnforceForeignKeys(true);
    rowsStay(database, Dialects.of(database.getUrl()), from);
  }

  @ParameterizedTest(name = "from version {0}")
  @MethodSource("versions")
  void rows_in_postgresql_stay_as_they_are_up_to_the_newest_version(int from) throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(Postgres.newDatabase());
    rowsStay(database, Dialects.of(database.getUrl()), from);
  }

  private static void rowsStay(DataSource database, Dialect dialect, int from) throws Exception {
    Migrations.configuration(database, dialect)
        .target(String.valueOf(from))
        .callbacks(new SamplesAfterEach())
        .load()
        .migrate();
    AllRows everything = AllRows.of(database);
    Map<String, List<String>> before = everything.read();
    assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

    Migrations.run(database, dialect);

    assertThat(everything.read()).isEqualTo(before);
    try (Connection connection = database.getConnection()) {
      execute(connection, "UPDATE setups SET version = version + 1");
    }
  }

  /** Adds sample rows after each migration. */
  static final class SamplesAfterEach implements Callback {
    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public void handle(Event event, Context context) {
      String version = context.getMigrationInfo().getVersion().getVersion();
      try {
        execute(context.getConnection(), samples(Integer.parseInt(version)));
      } catch (SQLException | IOException e) {
        throw new AssertionError("samples of version " + version, e);
      }
    }

    @Override
    public String getCallbackName() {
      return "samples";
    }
  }

  static String samples(int version) throws IOException {
    String file = "samples/V" + version + ".sql";
    try (InputStream in = EveryVersionTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void execute(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\\s*(\n|$)")) {
        statement.execute(sql);
      }
    }
  }
}
