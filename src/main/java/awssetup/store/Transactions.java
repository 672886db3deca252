package awssetup.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds a transaction to its thread, so that everything the thread asks for takes part in it. */
final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final HikariDataSource pool;
  private final ThreadLocal<Transaction> current = new ThreadLocal<>();

  Transactions(HikariDataSource pool) {
    this.pool = pool;
  }

  private static final class Transaction {
    final Connection connection;
    final List<Runnable> afterCommit = new ArrayList<>();
    boolean failed;

    Transaction(Connection connection) {
      this.connection = connection;
    }
  }

  /** The transaction's connection, or one of its own that commits each statement. */
  Connection connection() throws SQLException {
    Transaction joined = current.get();
    return joined == null ? pool.getConnection() : JoinedConnection.to(joined.connection);
  }

  /** Runs this once the outermost transaction is through, and never if it is not. */
  void afterCommit(Runnable task) {
    current.get().afterCommit.add(task);
  }

  <T> T run(Supplier<T> work) throws SQLException {
    Transaction joined = current.get();
    return joined == null ? begin(work) : join(joined, work);
  }

  /** Whoever catches a part's failure still cannot commit the rest of it. */
  private <T> T join(Transaction joined, Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      joined.failed |= !done;
    }
  }

  private <T> T begin(Supplier<T> work) throws SQLException {
    Transaction transaction = new Transaction(pool.getConnection());
    boolean done = false;
    T result;
    try {
      transaction.connection.setAutoCommit(false);
      current.set(transaction);
      result = work.get();
      if (transaction.failed) {
        throw new IllegalStateException("a part of this transaction has failed");
      }
      // Not commit(): SQLite's driver begins the next transaction in it, and where that fails it
      // would look as if this one had.
      transaction.connection.setAutoCommit(true);
      done = true;
    } finally {
      current.remove();
      end(transaction.connection, done);
    }
    transaction.afterCommit.forEach(Transactions::runSafely);
    return result;
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
          LOG.debug("a connection is given up", e);
          pool.evictConnection(connection);
        }
      }
    } catch (SQLException e) {
      LOG.debug("a connection did not close", e);
    }
  }

  /** What has been committed stays so, whatever goes wrong afterwards. */
  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("after a commit", e);
    }
  }
}
