package awssetup.store.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds a transaction to the thread that runs the work, so that each of its statements takes part.
 * That thread may be another one than the thread that waits for the commit.
 */
public final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final DataSource pool;
  private final Commits commits;
  private final Consumer<SQLException> onFailure;
  private final ThreadLocal<Transaction> current = new ThreadLocal<>();

  /**
   * @param onFailure gets the error of each connection that failed to open and each failed commit
   */
  public Transactions(DataSource pool, Commits commits, Consumer<SQLException> onFailure) {
    this.pool = pool;
    this.commits = commits;
    this.onFailure = onFailure;
  }

  private static final class Transaction {
    final Connection connection;
    public final List<Runnable> afterCommit;
    boolean failed;

    Transaction(Connection connection, List<Runnable> afterCommit) {
      this.connection = connection;
      this.afterCommit = afterCommit;
    }
  }

  /**
   * The connection of the thread's transaction; without one, a connection that commits each
   * statement.
   */
  Connection connection() throws SQLException {
    Transaction joined = current.get();
    return joined == null ? ownConnection() : JoinedConnection.to(joined.connection);
  }

  private Connection ownConnection() throws SQLException {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      onFailure.accept(e);
      throw e;
    }
  }

  /** Runs the task once the outermost transaction is committed, and never if it is rolled back. */
  public void afterCommit(Runnable task) {
    current.get().afterCommit.add(task);
  }

  public <T> T run(Supplier<T> work) throws SQLException {
    Transaction joined = current.get();
    return joined == null ? begin(work) : join(joined, work);
  }

  /** A part that fails fails the whole transaction, even if its exception is caught. */
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
    List<Runnable> afterCommit = new ArrayList<>();
    T result = commit(afterCommit, work);
    afterCommit.forEach(Transactions::runSafely);
    return result;
  }

  private <T> T commit(List<Runnable> afterCommit, Supplier<T> work) throws SQLException {
    try {
      return commits.commit(connection -> bound(new Transaction(connection, afterCommit), work));
    } catch (SQLException e) {
      onFailure.accept(e);
      throw e;
    }
  }

  private <T> T bound(Transaction transaction, Supplier<T> work) {
    current.set(transaction);
    try {
      T result = work.get();
      if (transaction.failed) {
        throw new IllegalStateException("a part of this transaction has failed");
      }
      return result;
    } finally {
      current.remove();
    }
  }

  /** A failure after the commit cannot undo it, so it is only logged. */
  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("A task after a commit failed", e);
    }
  }
}
