package awssetup.store.maintenance;

import awssetup.store.Database;
import awssetup.store.DatabaseUnusable;
import awssetup.store.SqlErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/** The note in a database that its contents were moved to another one. */
final class MovedAway {
  static final String TABLE = "moved_away";

  private MovedAway() {}

  static void leave(Connection database, Instant now) throws SQLException {
    try (PreparedStatement note =
        database.prepareStatement("INSERT INTO " + TABLE + " VALUES (?)")) {
      note.setLong(1, now.toEpochMilli());
      note.executeUpdate();
    }
  }

  /**
   * @throws DatabaseUnusable if the note is there
   */
  static void refuse(Database database) {
    try {
      Optional<Instant> at = read(database);
      if (at.isPresent()) {
        throw new DatabaseUnusable(
            "DATABASE_URL: this database was moved to another one at "
                + at.get()
                + "; name that one, because changes to this one would be lost",
            null);
      }
    } catch (SQLException e) {
      throw new SqlErrors(database.dialect()).unusable(e);
    }
  }

  private static Optional<Instant> read(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet note = statement.executeQuery("SELECT moved_at FROM " + TABLE)) {
      return note.next()
          ? Optional.of(Instant.ofEpochMilli(note.getLong("moved_at")))
          : Optional.empty();
    }
  }
}
