package awssetup.store;

import awssetup.store.commit.JoiningDataSource;
import awssetup.store.commit.SingleCommits;
import awssetup.store.commit.Transactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The database that keeps everything durable: setups and the schedule of their follow-ups, so that
 * one transaction covers both. {@code store.maintenance.Databases} opens it and looks after its
 * tables.
 */
public final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final DatabaseOutage outage;
  private final HikariDataSource pool;
  private final Transactions transactions;
  private final DataSource dataSource;
  private final SqlErrors errors;
  private final Jdbi jdbi;

  private Database(String url, Dialect dialect, Consumer<HikariConfig> settings) {
    this.dialect = dialect;
    outage = new DatabaseOutage(dialect);
    pool = ConnectionPool.open(url, dialect, outage, settings);
    transactions =
        new Transactions(pool, dialect.commits(new SingleCommits(pool)), outage::adjudicate);
    dataSource = new JoiningDataSource(transactions);
    errors = new SqlErrors(dialect);
    jdbi = Jdbi.create(dataSource);
    // Arguments are what people typed: they stay out of exceptions, and so out of logs.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /**
   * Connects to a database and takes its tables as they are.
   *
   * @param url a JDBC URL of this dialect
   * @throws DatabaseUnusable if it cannot be connected to; the message says what to do
   */
  public static Database connect(String url, Dialect dialect) {
    return new Database(url, dialect, dialect::configure);
  }

  /** As {@link #connect}, for a command that only reads, beside a running bot. */
  public static Database connectToRead(String url, Dialect dialect) {
    return new Database(url, dialect, dialect::configureToRead);
  }

  /**
   * Runs one statement in a transaction. With SQLite a transaction needs the right to write, even
   * if the statement only reads.
   *
   * @throws DatabaseUnusable if it fails; the message says what to do
   */
  public void require(String statement) {
    try {
      transactions.run(() -> jdbi.withHandle(h -> h.execute(statement)));
    } catch (SQLException | RuntimeException e) {
      throw errors.unusable(e);
    }
  }

  /**
   * Connections that take part in the current thread's transaction if there is one, and leave its
   * end to the code that began it. Without one, each statement is committed by itself.
   */
  public DataSource dataSource() {
    return dataSource;
  }

  /**
   * Runs the work as one transaction, or as a part of the current thread's one. Any exception rolls
   * all of it back. The work may run on another thread, whose commit it then shares.
   *
   * @throws awssetup.ports.StoreUnavailable if the database could not read or write
   */
  public <T> T inTransaction(Supplier<T> work) {
    try {
      return transactions.run(work);
    } catch (SQLException e) {
      throw errors.translate(e);
    } catch (RuntimeException e) {
      throw errors.translate(e);
    }
  }

  /** As {@link #inTransaction(Supplier)}, for work without a result. */
  public void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }

  /** Runs a query with the same exceptions, in the current transaction if there is one. */
  <T> T read(Supplier<T> query) {
    try {
      return query.get();
    } catch (RuntimeException e) {
      throw errors.translate(e);
    }
  }

  /** Runs the task once the current transaction is committed, and never if it is rolled back. */
  void afterCommit(Runnable task) {
    transactions.afterCommit(task);
  }

  /** How many connections are active and idle, and how many threads are waiting for one. */
  public Map<String, Integer> connections() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return Map.of(
        "active", now.getActiveConnections(),
        "idle", now.getIdleConnections(),
        "awaited", now.getThreadsAwaitingConnection());
  }

  /**
   * Notes that a write has just succeeded; to be called every minute. From the first call on, an
   * outage is logged when it begins and when it is over.
   */
  public void works() {
    outage.works();
  }

  /** Whether several instances may work on it at the same time. */
  public boolean isShared() {
    return dialect.isShared();
  }

  public Dialect dialect() {
    return dialect;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    pool.close();
  }
}
