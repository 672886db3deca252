package awssetup.store.maintenance;

import awssetup.store.DatabaseUnusable;
import awssetup.store.Dialect;
import awssetup.store.PostgreSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Begins a transaction during which no bot can write to a database or start on it. */
final class SoleUse {
  private static final String RUNNING_BOTS =
      """
      SELECT COUNT(*) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = '%s'
      """
          .formatted(PostgreSql.BOT);

  private SoleUse() {}

  /**
   * @throws SQLException if another process is using the database
   * @throws DatabaseUnusable if a bot is running on it
   */
  static void begin(Connection connection, Dialect dialect) throws SQLException {
    switch (dialect.kind()) {
      case SQLITE -> lockFile(connection);
      case POSTGRESQL -> lockTables(connection);
    }
  }

  /** Fails while another process has the file open at all, which a running bot always has. */
  private static void lockFile(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      connection.setAutoCommit(false);
      statement.execute(Databases.WRITE);
      SqliteBackup.requireSound(connection);
    }
  }

  private static void lockTables(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = " + Dialect.PATIENCE_MILLIS);
      try (ResultSet bots = statement.executeQuery(RUNNING_BOTS)) {
        if (bots.next() && bots.getInt(1) > 0) {
          throw new DatabaseUnusable("a bot is at work on the database; stop it first", null);
        }
      }
      for (String table : Tables.of(connection).keySet()) {
        statement.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
      }
    }
  }
}
