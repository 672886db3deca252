package awssetup.store.maintenance;

import awssetup.store.DatabaseUnusable;
import awssetup.store.Dialect;
import awssetup.store.Dialects;
import awssetup.store.SqlErrors;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves everything from one database to another, of either kind: setups with all that belongs to
 * them, and the schedule. Everything arrives in one transaction, or nothing does. During the move
 * and after it no bot can work on the old database: two bots at work on the same setups would do
 * everything twice.
 */
public final class DatabaseMove {
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
    Databases.openAsIs(from).close();
    makeTables(to);
    Dialect source = Dialects.of(from);
    try (Connection old = DriverManager.getConnection(from);
        Connection fresh = DriverManager.getConnection(to)) {
      take(source, old);
      Map<String, Long> arrived = copy(old, fresh);
      MovedAway.leave(old, now);
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
      SoleUse.begin(old, source);
    } catch (SQLException e) {
      throw new SqlErrors(source).unusable(e);
    }
  }

  /** Comes second: if the old one were marked first, a failure would leave no usable database. */
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
      Databases.open(to).close();
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
}
