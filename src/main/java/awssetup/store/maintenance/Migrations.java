package awssetup.store.maintenance;

import awssetup.store.DatabaseUnusable;
import awssetup.store.Dialect;
import awssetup.store.SqlErrors;
import awssetup.store.commit.SqlCause;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables up to date with this version of the app, and refuses those of a newer one. */
final class Migrations {
  private static final Set<MigrationState> NEWER =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private Migrations() {}

  /**
   * @throws DatabaseUnusable if there is no way to this version's tables
   */
  static void run(DataSource database, Dialect dialect) {
    if (haveAllRun(database)) {
      return;
    }
    with(
        database,
        dialect,
        flyway -> {
          if (flyway.info().pending().length > 0) {
            try (Connection connection = database.getConnection()) {
              dialect.checkRights(connection);
            }
            flyway.migrate();
          }
          return null;
        });
  }

  /**
   * @throws DatabaseUnusable if the tables are not those of this version
   */
  static void requireNone(DataSource database, Dialect dialect) {
    if (haveAllRun(database)) {
      return;
    }
    with(
        database,
        dialect,
        flyway -> {
          if (flyway.info().pending().length > 0) {
            throw new DatabaseUnusable(
                "DATABASE_URL: the database has the tables of an older version of the app, or none;"
                    + " start the bot of this version on it once, or use the version that wrote it",
                null);
          }
          return null;
        });
  }

  /**
   * Whether there is nothing to do, as at nearly every start. Asking Flyway takes a tenth of the
   * start, and some megabytes for as long as the app runs; it decides in every other case.
   */
  static boolean haveAllRun(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet runs =
            statement.executeQuery(
                "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank")) {
      int expected = 0;
      while (runs.next()) {
        expected++;
        if (!String.valueOf(expected).equals(runs.getString("version"))
            || !runs.getBoolean("success")) {
          return false;
        }
      }
      return expected > 0 && expected == MigrationFiles.count();
    } catch (SQLException e) {
      return false; // before the first start there is no such table
    }
  }

  private interface Work<T> {
    T with(Flyway flyway) throws SQLException;
  }

  private static <T> T with(DataSource database, Dialect dialect, Work<T> work) {
    try {
      Flyway flyway = flyway(database, dialect);
      requireNotNewer(flyway);
      return work.with(flyway);
    } catch (SQLException e) {
      throw new SqlErrors(dialect).unusable(e);
    } catch (FlywayException e) {
      throw SqlCause.of(e)
          .map(new SqlErrors(dialect)::unusable)
          .orElseGet(() -> new DatabaseUnusable("DATABASE_URL: " + advice(e), e));
    }
  }

  /**
   * Reads which migrations have run, and runs none.
   *
   * @throws DatabaseUnusable if this version cannot work with these tables
   */
  static State read(DataSource database, Dialect dialect) {
    return with(
        database,
        dialect,
        flyway -> {
          MigrationInfoService info = flyway.info();
          if (Arrays.stream(info.applied()).anyMatch(m -> m.getState().isFailed())) {
            throw new DatabaseUnusable(
                "DATABASE_URL: a migration has failed half-way; put back a backup", null);
          }
          return new State(
              Optional.ofNullable(info.current()).map(m -> m.getVersion().getVersion()),
              info.pending().length);
        });
  }

  /**
   * @param version the latest migration that has run; empty before the first one
   */
  record State(Optional<String> version, int pending) {}

  private static void requireNotNewer(Flyway flyway) {
    boolean newer =
        Arrays.stream(flyway.info().applied()).anyMatch(m -> NEWER.contains(m.getState()));
    if (newer) {
      throw new DatabaseUnusable(
          "DATABASE_URL: the database was written by a newer version of the app; run that"
              + " version, or put back the backup from before its start",
          null);
    }
  }

  private static Flyway flyway(DataSource database, Dialect dialect) {
    return configuration(database, dialect).load();
  }

  static FluentConfiguration configuration(DataSource database, Dialect dialect) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db")
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .placeholders(dialect.columnTypes());
  }

  private static String advice(FlywayException e) {
    return e.getMessage().contains("non-empty schema")
        ? "the database holds other tables; give the app a database of its own"
        : "its tables do not fit this version of the app; put back a backup: "
            + e.getMessage().lines().findFirst().orElse("");
  }
}
