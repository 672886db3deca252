package awssetup.store.commit;

import java.sql.Connection;
import java.sql.SQLException;

/** How a piece of work becomes a transaction. */
public interface Commits {
  /** What is to be kept, or not at all. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Returns what the work returns, once it is committed. Any exception of the work rolls back all
   * that it did.
   *
   * @throws SQLException the work's own, or because the transaction could not begin or end; then
   *     nothing was kept
   */
  <T> T commit(Work<T> work) throws SQLException;
}
