package awssetup.store.maintenance;

import awssetup.store.Database;
import awssetup.store.DatabaseUnusable;
import awssetup.store.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves everything from one database to another, of the same kind or the other one: setups with all
 * that belongs to them, and the schedule. Everything arrives in one transaction, or nothing does.
 * No bot can work on the old one meanwhile, and none afterwards: two bots at work on the same
 * setups would do everything twice.
 */
public final class DatabaseMove {
  /** The table that says that a database was left behind. */
  static final String NOTE = "moved_away";

  private DatabaseMove() {}

  /**
   * @return how many rows of each table have arrived
   * @throws DatabaseUnusable if anything is in the way; nothing has changed then, and the message
   *     says what to do
   */
  public static Map<String, Long> everything(String from, String to, Instant now) {
    if (from.equals(to)) {
      throw new DatabaseUnusable("--to names the database of DATABASE_URL itself", null);
    }
    Database.openAsIs(from).close();
    makeTables(to);
    Dialect source = Dialect.of(from);
    try (Connection old = DriverManager.getConnection(from);
        Connection fresh = DriverManager.getConnection(to)) {
      take(source, old);
      Map<String, Long> arrived = copy(old, fresh);
      leave(old, now);
      fresh.commit();
      commitLeaving(old);
      return arrived;
    } catch (SQLException e) {
      // The driver's own words would quote the row.
      throw new DatabaseUnusable("nothing was moved: SQLSTATE " + e.getSQLState(), e);
    }
  }

  private static void take(Dialect source, Connection old) {
    try {
      source.takeForOurselves(old);
    } catch (SQLException e) {
      throw new DatabaseUnusable("DATABASE_URL: " + source.advice(e), e);
    }
  }

  /** The other way round, a failure in between would leave nobody with the data. */
  private static void commitLeaving(Connection old) {
    try {
      old.commit();
    } catch (SQLException e) {
      throw new DatabaseUnusable(
          "everything has arrived, but the old database could not be marked as left behind; never"
              + " start a bot on it again",
          e);
    }
  }

  private static void makeTables(String to) {
    try {
      Database.open(to).close();
    } catch (DatabaseUnusable e) {
      throw new DatabaseUnusable(e.getMessage().replace("DATABASE_URL", "--to"), e);
    }
  }

  private static Map<String, Long> copy(Connection old, Connection fresh) throws SQLException {
    fresh.setAutoCommit(false);
    Map<String, List<Tables.Column>> tables = Tables.of(fresh);
    for (var table : tables.entrySet()) {
      if (new TableCopy(table.getKey(), table.getValue()).count(fresh) > 0) {
        throw new DatabaseUnusable(
            "--to names a database that holds something already; name an empty one", null);
      }
    }
    Map<String, Long> arrived = new LinkedHashMap<>();
    for (var table : tables.entrySet()) {
      TableCopy copy = new TableCopy(table.getKey(), table.getValue());
      copy.run(old, fresh);
      long there = copy.count(fresh);
      if (there != copy.count(old)) {
        throw new DatabaseUnusable(
            "nothing was moved: rows of " + table.getKey() + " are missing", null);
      }
      arrived.put(table.getKey(), there);
    }
    return arrived;
  }

  /** From now on no bot serves it: {@link Database} looks for this. */
  private static void leave(Connection old, Instant now) throws SQLException {
    try (PreparedStatement note = old.prepareStatement("INSERT INTO " + NOTE + " VALUES (?)")) {
      note.setLong(1, now.toEpochMilli());
      note.executeUpdate();
    }
  }
}
