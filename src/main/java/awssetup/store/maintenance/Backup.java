package awssetup.store.maintenance;

import awssetup.store.Database;
import awssetup.store.DatabaseUnusable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Copies a database to a new file, as it is at one moment, beside a running bot. */
public final class Backup {
  private Backup() {}

  /**
   * @param finish has a bot that starts on the copy look at every setup at once
   * @throws DatabaseUnusable if there is no sound copy at the end; the message says what to do
   */
  public static void write(Database database, Path to, BackupStep finish) {
    Path file = to.toAbsolutePath();
    switch (database.dialect().kind()) {
      case SQLITE -> writeSqlite(database, file, finish);
      case POSTGRESQL ->
          throw new DatabaseUnusable(
              "PostgreSQL has a backup of its own: pg_dump --format=custom --file=" + file + " …",
              null);
    }
  }

  private static void writeSqlite(Database database, Path file, BackupStep finish) {
    try (Connection connection = database.dataSource().getConnection()) {
      SqliteBackup.write(connection, file, finish);
    } catch (SQLException e) {
      throw new DatabaseUnusable("the backup failed: " + database.dialect().code(e), e);
    }
  }
}
