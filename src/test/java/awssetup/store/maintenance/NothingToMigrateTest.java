package awssetup.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** A start asks Flyway, unless Flyway's own table shows that nothing is to be done. */
class NothingToMigrateTest {
  @TempDir Path directory;

  private String url;
  private final SQLiteDataSource database = new SQLiteDataSource();

  @BeforeEach
  void database() {
    url = "jdbc:sqlite:" + directory.resolve("bot.db");
    database.setUrl(url);
  }

  @Test
  void every_migration_is_counted() throws Exception {
    assertThat(EveryVersionTest.versions())
        .hasSize(MigrationFiles.count())
        .last()
        .isEqualTo(MigrationFiles.count());
  }

  @Test
  void nothing_is_left_after_the_first_start() {
    assertThat(Migrations.haveAllRun(database)).isFalse();
    Databases.open(url).close();
    assertThat(Migrations.haveAllRun(database)).isTrue();
  }

  @Test
  void nothing_is_left_after_the_first_start_in_postgresql() {
    String postgresUrl = Postgres.newDatabase();
    PGSimpleDataSource postgresql = new PGSimpleDataSource();
    postgresql.setUrl(postgresUrl);
    assertThat(Migrations.haveAllRun(postgresql)).isFalse();
    Databases.open(postgresUrl).close();
    assertThat(Migrations.haveAllRun(postgresql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM flyway_schema_history WHERE version = '12'",
        "DELETE FROM flyway_schema_history WHERE version = '7'",
        "UPDATE flyway_schema_history SET success = FALSE WHERE version = '12'",
        "UPDATE flyway_schema_history SET version = '13' WHERE version = '12'",
        """
        INSERT INTO flyway_schema_history
        SELECT installed_rank + 1, '13', description, type, script, checksum, installed_by,
          installed_on, execution_time, success
        FROM flyway_schema_history WHERE version = '12'
        """
      })
  void flyway_decides_in_every_other_case(String otherwise) throws SQLException {
    Databases.open(url).close();
    execute(database, otherwise);
    assertThat(Migrations.haveAllRun(database)).isFalse();
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
