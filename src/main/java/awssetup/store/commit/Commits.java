package awssetup.store.commit;

import java.sql.Connection;
import java.sql.SQLException;

/** Turns pieces of work into transactions. */
public interface Commits {
  /** Work that is kept as a whole or not at all. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Runs and commits the work. Any exception of the work rolls back all that it did.
   *
   * @return what the work returned
   * @throws SQLException if the work throws it, or the transaction could not begin or end; nothing
   *     was kept
   */
  <T> T commit(Work<T> work) throws SQLException;
}
