package awssetup.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an outage of the database to one line in the log when it begins and one when it is over,
 * however many statements fail in between. The connection pool reports each of them.
 */
public final class DatabaseOutage implements SQLExceptionOverride {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

  /**
   * Checks without a failure, one a minute, until an outage counts as over. On a full disk some
   * writes work and some do not, so this is longer than anything waits before it tries again.
   */
  private static final int QUIET_CHECKS = 20;

  private final Dialect dialect;
  private boolean watched;
  private boolean lasting;
  private int quietChecks;

  DatabaseOutage(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Takes note of a failure; the pool treats the connection as it would without us. */
  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (OutageErrors.include(failure)) {
      begin(failure);
    }
    return Override.CONTINUE_EVICT;
  }

  private synchronized void begin(SQLException failure) {
    quietChecks = 0;
    if (watched && !lasting) {
      lasting = true;
      LOG.warn(
          "The database does not work: {}. What needs it waits and goes on by itself.",
          dialect.code(failure));
    }
  }

  /**
   * Notes that the database works at the moment. Before the first call nothing is logged: while the
   * database is being opened, the exception itself says what is wrong.
   */
  synchronized void works() {
    watched = true;
    if (lasting && ++quietChecks >= QUIET_CHECKS) {
      lasting = false;
      LOG.info("The database works again; nothing has failed for {} minutes.", QUIET_CHECKS);
    }
  }
}
