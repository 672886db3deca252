package awssetup.store;

import awssetup.ports.StoreUnavailable;
import awssetup.setup.NotPossible;
import java.sql.SQLException;
import java.util.Optional;

/** The one place where the database's errors become the domain's. */
public final class SqlErrors {
  private final Dialect dialect;

  SqlErrors(Dialect dialect) {
    this.dialect = dialect;
  }

  /** What to throw in place of this one: itself, unless the database is at the root of it. */
  RuntimeException translate(RuntimeException failure) {
    if (failure instanceof StoreUnavailable || failure instanceof NotPossible) {
      return failure;
    }
    return sqlCause(failure).map(this::translate).orElse(failure);
  }

  /** The message has a code alone; the driver's own words may quote what people typed. */
  RuntimeException translate(SQLException failure) {
    if (dialect.isTaken(failure, "account_id")) {
      return new NotPossible(NotPossible.Why.ACCOUNT_TAKEN);
    }
    if (dialect.isTaken(failure, "root_email_key")) {
      return new NotPossible(NotPossible.Why.ROOT_EMAIL_TAKEN);
    }
    return new StoreUnavailable(
        "the database could not be read or written: " + dialect.code(failure), failure);
  }

  public static Optional<SQLException> sqlCause(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}
