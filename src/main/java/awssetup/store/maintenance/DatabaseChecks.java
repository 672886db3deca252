package awssetup.store.maintenance;

import awssetup.ports.Check;
import awssetup.store.DatabaseUnusable;
import awssetup.store.Dialect;
import awssetup.store.Dialects;
import com.zaxxer.hikari.util.DriverDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Checks the database without changing it: no file and no table is created, no migration is run,
 * and the one write that is tried changes no row and is rolled back.
 */
public final class DatabaseChecks {
  private static final String SUBJECT = "database";
  private static final String TABLES = "database tables";
  private static final String WRITING = "database writing";

  private DatabaseChecks() {}

  /**
   * @param url a JDBC URL of SQLite or PostgreSQL
   */
  public static List<Check> of(String url) {
    try {
      Dialect dialect = Dialects.of(url);
      Optional<Path> file = dialect.fileToCome();
      return file.isPresent() ? List.of(toCome(file.get())) : there(url, dialect);
    } catch (DatabaseUnusable e) {
      return List.of(Check.broken(SUBJECT, e.getMessage()));
    }
  }

  private static Check toCome(Path file) {
    Path nearest =
        Stream.iterate(file.getParent(), Path::getParent).filter(Files::exists).findFirst().get();
    return Files.isDirectory(nearest) && Files.isWritable(nearest)
        ? Check.good(SUBJECT, "the first start makes " + file)
        : Check.broken(
            SUBJECT, file + " cannot be made: let the user who runs the app write to " + nearest);
  }

  private static List<Check> there(String url, Dialect dialect) {
    DataSource database = new DriverDataSource(url, null, new Properties(), null, null);
    List<Check> checks = new ArrayList<>();
    String looking = SUBJECT;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      checks.add(Check.good(SUBJECT, dialect.shown() + " answers"));
      looking = TABLES;
      Migrations.State state = Migrations.read(database, dialect);
      checks.add(schema(state));
      looking = WRITING;
      write(connection, statement, state, dialect);
      checks.add(Check.good(WRITING, "allowed"));
    } catch (SQLException e) {
      checks.add(Check.broken(looking, "DATABASE_URL: " + dialect.advice(e)));
    } catch (DatabaseUnusable e) {
      checks.add(Check.broken(looking, e.getMessage()));
    }
    return checks;
  }

  private static Check schema(Migrations.State state) {
    if (state.version().isEmpty()) {
      return Check.good(TABLES, "the first start makes them");
    }
    String version = "at version " + state.version().get();
    return state.pending() == 0
        ? Check.good(TABLES, version + ", up to date")
        : Check.good(
            TABLES,
            "%s; the next start brings them up to date (%d to go): back up first"
                .formatted(version, state.pending()));
  }

  private static void write(
      Connection connection, Statement statement, Migrations.State state, Dialect dialect)
      throws SQLException {
    if (state.pending() > 0) {
      dialect.checkRights(connection);
    }
    if (state.version().isPresent()) {
      connection.setAutoCommit(false);
      try {
        statement.execute(Databases.WRITE);
      } finally {
        connection.rollback();
      }
    }
  }
}
