package awssetup.followup.schedule;

import awssetup.ports.StoreUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads of the schedule, whichever instance is at work on it, how far behind it is. */
public final class ScheduleReader {
  /** The recurring task that asks AWS for news. */
  public static final String WATCH = "watch";

  private final DataSource database;

  public ScheduleReader(DataSource database) {
    this.database = database;
  }

  /**
   * @param nextDue when the work that nobody has begun is due, the earliest of it
   * @param lastWatch when the task that watches last ended well
   */
  public record Read(Optional<Instant> nextDue, Optional<Instant> lastWatch) {}

  /**
   * @throws StoreUnavailable if the database could not be asked
   */
  public Read read() {
    try (Connection connection = database.getConnection()) {
      return new Read(
          first(
              connection,
              """
              SELECT execution_time FROM scheduled_tasks
              WHERE picked = FALSE
              ORDER BY execution_time LIMIT 1
              """),
          first(
              connection,
              "SELECT last_success FROM scheduled_tasks WHERE task_name = '" + WATCH + "'"));
    } catch (SQLException e) {
      throw new StoreUnavailable("the schedule could not be read", e);
    }
  }

  private static Optional<Instant> first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next()
          ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)
          : Optional.empty();
    }
  }
}
