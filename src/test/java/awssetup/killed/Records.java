package awssetup.killed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the app's database without the app. */
final class Records implements AutoCloseable {
  /** What work the loop has now. */
  enum Work {
    NONE,
    SOME,
    /** Only work that a killed process had begun. */
    LEFT_BY_THE_DEAD
  }

  private final Connection connection;

  Records(String url) {
    try {
      connection = DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized Work work(Instant now, List<String> dead) {
    String sql =
        """
        SELECT picked, picked_by, execution_time FROM scheduled_tasks
        """;
    boolean left = false;
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Timestamp due = row.getTimestamp("execution_time");
        if (row.getBoolean("picked") && dead.contains(row.getString("picked_by"))) {
          left = true;
        } else if (row.getBoolean("picked") || !due.toInstant().isAfter(now)) {
          return Work.SOME;
        }
      }
      return left ? Work.LEFT_BY_THE_DEAD : Work.NONE;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> setupIds() {
    return rows("SELECT id FROM setups ORDER BY started_at, id");
  }

  List<String> audit() {
    return rows(
        """
        SELECT setup_id, kind, done_by, detail FROM audit_events ORDER BY setup_id, n
        """);
  }

  /** All messages, each with whether it was posted, is still owed or was dropped. */
  List<String> messages() {
    return rows(
        """
        SELECT setup_id, kind, n, topic,
          CASE WHEN dropped_at IS NOT NULL THEN 'dropped'
            WHEN ts IS NULL THEN 'owed' ELSE 'posted' END
        FROM messages ORDER BY setup_id, place
        """);
  }

  private synchronized List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join(" ", values));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
