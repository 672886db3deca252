package awssetup.store;

import awssetup.ports.StoreUnavailable;
import awssetup.setup.NotPossible;
import awssetup.store.commit.SqlCause;
import java.sql.SQLException;

/** Turns errors of the database into those that the other rooms know. */
public final class SqlErrors {
  private final Dialect dialect;

  public SqlErrors(Dialect dialect) {
    this.dialect = dialect;
  }

  /** What to throw in place of this one: itself, unless the database is at the root of it. */
  RuntimeException translate(RuntimeException failure) {
    if (failure instanceof StoreUnavailable || failure instanceof NotPossible) {
      return failure;
    }
    return SqlCause.of(failure).map(this::translate).orElse(failure);
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

  /** Says what to do about a database that cannot be opened, in one line. */
  public DatabaseUnusable unusable(Exception failure) {
    String advice =
        SqlCause.of(failure)
            .map(dialect::advice)
            .orElseGet(() -> "it cannot be used: " + failure.getMessage());
    return new DatabaseUnusable("DATABASE_URL: " + advice, failure);
  }
}
