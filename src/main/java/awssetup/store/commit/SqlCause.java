package awssetup.store.commit;

import java.sql.SQLException;
import java.util.Optional;

/** Finds the database's own error behind the exceptions that Jdbi and Flyway wrap around it. */
public final class SqlCause {
  private SqlCause() {}

  /** The first one in the chain of causes, the exception itself included. */
  public static Optional<SQLException> of(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}
