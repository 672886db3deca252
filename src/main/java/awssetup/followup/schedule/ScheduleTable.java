package awssetup.followup.schedule;

import awssetup.ports.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads db-scheduler's table where its client would read every row, and releases what a crash left
 * behind. Each method throws {@link StoreUnavailable} if the database could not be asked.
 */
final class ScheduleTable {
  private final DataSource database;

  ScheduleTable(DataSource database) {
    this.database = database;
  }

  /** When the earliest work is due that no instance has begun. */
  Optional<Instant> nextDue() {
    return first(
        """
        SELECT execution_time FROM scheduled_tasks
        WHERE picked = FALSE
        ORDER BY execution_time LIMIT 1
        """);
  }

  /** When the recurring task that watches AWS last ended well. */
  Optional<Instant> lastWatch() {
    return first(
        "SELECT last_success FROM scheduled_tasks WHERE task_name = '" + ScheduledWork.WATCH + "'");
  }

  /** The instances of a task whose ids lie between two ids, both included. */
  Set<String> planned(String task, String firstId, String lastId) {
    String sql =
        """
        SELECT task_instance FROM scheduled_tasks
        WHERE task_name = ? AND task_instance BETWEEN ? AND ?
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, task);
      statement.setString(2, firstId);
      statement.setString(3, lastId);
      Set<String> planned = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          planned.add(rows.getString(1));
        }
      }
      return planned;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Makes work due again that a crash left as picked, without waiting for its missed heartbeats.
   * Only for a database that no other instance works on.
   */
  void releasePicked() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          UPDATE scheduled_tasks
          SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, version = version + 1
          WHERE picked = TRUE
          """);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  static void makeAllDue(Connection copy) throws SQLException {
    try (Statement statement = copy.createStatement()) {
      statement.executeUpdate(
          """
          UPDATE scheduled_tasks
          SET execution_time = (SELECT MIN(execution_time) FROM scheduled_tasks)
          """);
    }
  }

  private Optional<Instant> first(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next()
          ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)
          : Optional.empty();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static StoreUnavailable unreadable(SQLException e) {
    return new StoreUnavailable("the schedule could not be read", e);
  }
}
