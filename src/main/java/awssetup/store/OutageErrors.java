package awssetup.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells an outage of the database from an error in one statement. */
public final class OutageErrors {
  /** The primary codes; https://sqlite.org/rescode.html */
  private static final Set<SQLiteErrorCode> OF_SQLITE =
      Set.of(
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_PROTOCOL);

  /**
   * No connection, no room, shut down, disk error, read-only, locked;
   * https://www.postgresql.org/docs/current/errcodes-appendix.html
   */
  private static final Pattern OF_POSTGRESQL = Pattern.compile("08.*|53.*|57.*|58.*|25006|55P03");

  private OutageErrors() {}

  /**
   * Whether something failed only because the database does not work at the moment. Where a cut
   * connection cannot even roll back, the cause is among the suppressed exceptions.
   */
  public static boolean areBehind(Throwable failure) {
    return failure != null
        && (failure instanceof SQLException e && include(e)
            || areBehind(failure.getCause())
            || Stream.of(failure.getSuppressed()).anyMatch(OutageErrors::areBehind));
  }

  static boolean include(SQLException failure) {
    if (failure instanceof SQLiteException e) {
      // An extended code has its primary one in the last eight bits.
      return OF_SQLITE.contains(SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff));
    }
    return failure instanceof SQLTransientException
        || failure.getSQLState() != null && OF_POSTGRESQL.matcher(failure.getSQLState()).matches();
  }
}
