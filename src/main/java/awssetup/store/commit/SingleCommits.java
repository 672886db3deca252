package awssetup.store.commit;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits each piece of work by itself. */
public record SingleCommits(HikariDataSource pool) implements Commits {
  private static final Logger LOG = LoggerFactory.getLogger(SingleCommits.class);

  @Override
  public <T> T commit(Work<T> work) throws SQLException {
    Connection connection = pool.getConnection();
    boolean done = false;
    try {
      connection.setAutoCommit(false);
      T result = work.on(connection);
      // Not commit(): SQLite's driver begins the next transaction in it, and a failure of that
      // would
      // look like a failure of this one.
      connection.setAutoCommit(true);
      done = true;
      return result;
    } finally {
      end(connection, done);
    }
  }

  /**
   * A connection that could not begin, commit or roll back is closed for good: SQLite's driver no
   * longer knows whether a transaction is open on it.
   */
  private void end(Connection connection, boolean committed) {
    try (connection) {
      if (!committed) {
        try {
          connection.rollback();
          connection.setAutoCommit(true);
        } catch (SQLException e) {
          LOG.debug("A connection is given up", e);
          pool.evictConnection(connection);
        }
      }
    } catch (SQLException e) {
      LOG.debug("A connection did not close", e);
    }
  }
}
