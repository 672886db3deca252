package awssetup.followup.schedule;

import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.setup.SetupId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Finds setups that nobody looks at any more, whatever the cause. A page of them costs two reads by
 * an index and no write; only what has no execution is touched.
 */
public final class Sweep {
  private static final int PAGE = 100;

  private final Setups setups;
  private final DataSource dataSource;
  private final String task;
  private final Consumer<SetupId> lookAt;

  /**
   * @param task the name of the executions to look for
   * @param lookAt has a setup looked at that has none
   */
  public Sweep(Setups setups, DataSource dataSource, String task, Consumer<SetupId> lookAt) {
    this.setups = setups;
    this.dataSource = dataSource;
    this.task = task;
    this.lookAt = lookAt;
  }

  public void run() {
    List<SetupId> page = new ArrayList<>(PAGE);
    setups.forEachUnsettled(
        id -> {
          page.add(id);
          if (page.size() == PAGE) {
            check(page);
            page.clear();
          }
        });
    check(page);
  }

  private void check(List<SetupId> page) {
    if (page.isEmpty()) {
      return;
    }
    Set<String> planned = planned(page.get(0), page.get(page.size() - 1));
    page.stream().filter(id -> !planned.contains(id.value())).forEach(lookAt);
  }

  private Set<String> planned(SetupId first, SetupId last) {
    String sql =
        """
        SELECT task_instance FROM scheduled_tasks
        WHERE task_name = ? AND task_instance BETWEEN ? AND ?
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, task);
      statement.setString(2, first.value());
      statement.setString(3, last.value());
      Set<String> planned = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          planned.add(rows.getString(1));
        }
      }
      return planned;
    } catch (SQLException e) {
      throw new StoreUnavailable("the schedule could not be read", e);
    }
  }
}
