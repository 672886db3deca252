package awssetup.followup.schedule;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.RowMapper;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Marks everything that is due as picked in one statement. db-scheduler itself has every thread
 * mark its own execution, and SQLite writes one at a time: in a burst most of these threads wait
 * for each other, and requests wait with them.
 */
public final class BatchPolling extends SqliteJdbcCustomization {
  private static final Comparator<Execution> MOST_URGENT_FIRST =
      Comparator.comparing(Execution::getExecutionTime);

  private final SharedTransaction transactions;

  public BatchPolling(SharedTransaction transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean supportsSingleStatementLockAndFetch() {
    return true;
  }

  @Override
  public List<Execution> lockAndFetchSingleStatement(
      JdbcTaskRepositoryContext schedule, Instant now, int limit, boolean byPriority) {
    List<String> unknown =
        schedule.taskResolver.getUnresolved().stream().map(task -> task.getTaskName()).toList();
    String due =
        "WHERE picked = ? AND execution_time <= ?"
            + " AND task_name NOT IN ("
            + String.join(", ", unknown.stream().map(name -> "?").toList())
            + ")";
    // Most often nothing is due, and a read does not wait for those who write.
    return isAny(schedule, due, unknown, now)
        ? transactions.inTransaction(() -> pick(schedule, due, unknown, now, limit))
        : List.of();
  }

  private boolean isAny(
      JdbcTaskRepositoryContext schedule, String due, List<String> unknown, Instant now) {
    RowMapper<Integer> one = row -> row.getInt(1);
    return !schedule
        .jdbcRunner
        .query(
            "SELECT 1 FROM " + schedule.tableName + " " + due + " LIMIT 1",
            statement -> setDue(statement, 1, now, unknown),
            one)
        .isEmpty();
  }

  private List<Execution> pick(
      JdbcTaskRepositoryContext schedule, String due, List<String> unknown, Instant now, int most) {
    String sql =
        "UPDATE "
            + schedule.tableName
            + " SET picked = ?, picked_by = ?, last_heartbeat = ?, version = version + 1"
            + " WHERE (task_name, task_instance) IN (SELECT task_name, task_instance FROM "
            + schedule.tableName
            + " "
            + due
            + " ORDER BY execution_time"
            + getQueryLimitPart(most)
            + ") RETURNING *";
    List<Execution> picked =
        new ArrayList<>(
            schedule.jdbcRunner.query(
                sql,
                statement -> {
                  statement.setBoolean(1, true);
                  statement.setString(2, schedule.schedulerName.getName());
                  setInstant(statement, 3, now);
                  setDue(statement, 4, now, unknown);
                },
                schedule.resultSetMapper.get()));
    picked.sort(MOST_URGENT_FIRST);
    return picked;
  }

  private void setDue(PreparedStatement statement, int first, Instant now, List<String> unknown)
      throws SQLException {
    statement.setBoolean(first, false);
    setInstant(statement, first + 1, now);
    for (int i = 0; i < unknown.size(); i++) {
      statement.setString(first + 2 + i, unknown.get(i));
    }
  }
}
