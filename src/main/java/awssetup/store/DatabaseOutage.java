package awssetup.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Keeps an outage of the database to one line in the log when it begins and one when it is over,
 * however often it is tried meanwhile. The pool tells of each statement that fails, whoever asked
 * for it.
 */
public final class DatabaseOutage implements SQLExceptionOverride {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

  /**
   * Looks without a failure, one a minute: more than anything waits until it tries again, as on a
   * full disk some of it works and some does not.
   */
  private static final int QUIET_LOOKS = 20;

  /** Extended codes of SQLite have their plain one in the last eight bits. */
  private static final Set<SQLiteErrorCode> OF_SQLITE =
      Set.of(
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_PROTOCOL);

  /** No connection, no room, shut down, disk error, read-only, locked. */
  private static final Pattern OF_POSTGRESQL = Pattern.compile("08.*|53.*|57.*|58.*|25006|55P03");

  private final Dialect dialect;
  private boolean watched;
  private boolean lasting;
  private int quietLooks;

  public DatabaseOutage(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Whether something failed only because the database does not work at the moment. Where a cut
   * connection cannot even roll back, the cause is among what was suppressed.
   */
  public static boolean isBehind(Throwable failure) {
    return failure != null
        && (failure instanceof SQLException e && isOne(e)
            || isBehind(failure.getCause())
            || Stream.of(failure.getSuppressed()).anyMatch(DatabaseOutage::isBehind));
  }

  private static boolean isOne(SQLException failure) {
    if (failure instanceof SQLiteException e) {
      return OF_SQLITE.contains(SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff));
    }
    return failure instanceof SQLTransientException
        || failure.getSQLState() != null && OF_POSTGRESQL.matcher(failure.getSQLState()).matches();
  }

  /** Takes note of a failure; the pool decides about the connection as it would without us. */
  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (isOne(failure)) {
      begin(failure);
    }
    return Override.CONTINUE_EVICT;
  }

  private synchronized void begin(SQLException failure) {
    quietLooks = 0;
    if (watched && !lasting) {
      lasting = true;
      LOG.warn(
          "The database does not work: {}. What needs it waits and goes on by itself.",
          dialect.code(failure));
    }
  }

  /**
   * It works at the moment. Before the first time, somebody opens the database and says by himself
   * what is wrong with it.
   */
  synchronized void look() {
    watched = true;
    if (lasting && ++quietLooks >= QUIET_LOOKS) {
      lasting = false;
      LOG.info("The database works again; nothing has failed for {} minutes.", QUIET_LOOKS);
    }
  }
}
