package awssetup.store;

import awssetup.store.commit.JoiningDataSource;
import awssetup.store.commit.SingleCommits;
import awssetup.store.commit.Transactions;
import awssetup.store.maintenance.Migrations;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The database that everything durable lives in: setups and the schedule of their follow-ups, so
 * that one transaction covers both.
 */
public final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Transactions transactions;
  private final DataSource dataSource;
  private final SqlErrors failures;
  private final DatabaseOutage outage;
  private final Jdbi jdbi;

  private Database(Dialect dialect, HikariDataSource pool, DatabaseOutage outage) {
    this.dialect = dialect;
    this.pool = pool;
    this.outage = outage;
    transactions = new Transactions(pool, dialect.commits(new SingleCommits(pool)), outage);
    dataSource = new JoiningDataSource(transactions);
    failures = new SqlErrors(dialect);
    jdbi = Jdbi.create(dataSource);
    // Arguments are what people typed: they stay out of exceptions, and so out of logs.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @param url a JDBC URL of SQLite, whose directory is created, or of PostgreSQL
   * @throws DatabaseUnusable if it cannot be used; the message says what to do
   */
  public static Database open(String url) {
    Dialect dialect = Dialect.of(url);
    dialect.prepare();
    DatabaseOutage outage = new DatabaseOutage(dialect);
    HikariDataSource pool = connect(url, dialect, outage, dialect::configure);
    try {
      Database database = new Database(dialect, pool, outage);
      database.check("SELECT 1");
      Migrations.run(pool, dialect);
      database.check("UPDATE setups SET version = version WHERE 1 = 0");
      database.requireNotMoved();
      return database;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Opens a database that is there and has this version's tables, and leaves both as they are, so
   * that a bot may be at work on it.
   *
   * @throws DatabaseUnusable if there is no such database; the message says what to do
   */
  public static Database openAsIs(String url) {
    Dialect dialect = Dialect.of(url);
    dialect.requireThere();
    DatabaseOutage outage = new DatabaseOutage(dialect);
    HikariDataSource pool = connect(url, dialect, outage, dialect::configureToRead);
    try {
      Migrations.requireNone(pool, dialect);
      Database database = new Database(dialect, pool, outage);
      database.requireNotMoved();
      return database;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariDataSource connect(
      String url, Dialect dialect, DatabaseOutage outage, Consumer<HikariConfig> settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(url);
    config.setConnectionTimeout(Dialect.PATIENCE_MILLIS);
    config.setValidationTimeout(Dialect.PATIENCE_MILLIS / 2);
    config.setExceptionOverride(outage);
    settings.accept(config);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw unusable(dialect, e);
    }
  }

  /** In a transaction, for which SQLite has to be able to write even where we do not. */
  private void check(String statement) {
    try {
      transactions.run(() -> jdbi.withHandle(h -> h.execute(statement)));
    } catch (SQLException | RuntimeException e) {
      throw unusable(dialect, e);
    }
  }

  private void requireNotMoved() {
    movedAway()
        .ifPresent(
            at -> {
              throw new DatabaseUnusable(
                  "DATABASE_URL: what was in this database was moved to another one at "
                      + at
                      + "; name that one, so that nobody works on what was left behind",
                  null);
            });
  }

  private Optional<Instant> movedAway() {
    try {
      return jdbi.withHandle(
          h ->
              h.createQuery("SELECT moved_at FROM moved_away")
                  .map((row, context) -> Instant.ofEpochMilli(row.getLong("moved_at")))
                  .findFirst());
    } catch (RuntimeException e) {
      throw unusable(dialect, e);
    }
  }

  private static DatabaseUnusable unusable(Dialect dialect, Exception e) {
    String advice =
        SqlErrors.sqlCause(e).map(dialect::advice).orElse("it cannot be used: " + e.getMessage());
    return new DatabaseUnusable("DATABASE_URL: " + advice, e);
  }

  /**
   * Connections that take part in the current thread's transaction, where there is one, and leave
   * its end to whoever began it; elsewhere each statement is committed by itself.
   */
  public DataSource dataSource() {
    return dataSource;
  }

  /**
   * Runs the work as one transaction, or as a part of the current thread's one. Any exception rolls
   * all of it back. It may run on another thread, whose commit it then shares.
   *
   * @throws awssetup.ports.StoreUnavailable if the database could not read or write
   */
  public <T> T inTransaction(Supplier<T> work) {
    try {
      return transactions.run(work);
    } catch (SQLException e) {
      throw failures.translate(e);
    } catch (RuntimeException e) {
      throw failures.translate(e);
    }
  }

  /** As the other one, for work without a result. */
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
      throw failures.translate(e);
    }
  }

  /** The pool's connections by their state, and the threads that wait for one. */
  public Map<String, Integer> connections() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return Map.of(
        "active", now.getActiveConnections(),
        "idle", now.getIdleConnections(),
        "awaited", now.getThreadsAwaitingConnection());
  }

  /**
   * To be told every minute by somebody who has just written to it: from the first time on, an
   * outage is logged when it begins and when it is over.
   */
  public void works() {
    outage.look();
  }

  /** Whether several instances may work on it at the same time. */
  public boolean isShared() {
    return dialect.isShared();
  }

  /** Runs this once the current transaction is through. */
  void afterCommit(Runnable task) {
    transactions.afterCommit(task);
  }

  /**
   * Copies everything to a new file, as it is at one moment, while a bot goes on working.
   *
   * @throws DatabaseUnusable if there is no sound copy at the end; the message says what to do
   */
  public void backUp(Path to) {
    try (Connection connection = pool.getConnection()) {
      dialect.backUp(connection, to.toAbsolutePath());
    } catch (SQLException e) {
      throw new DatabaseUnusable("the backup failed: " + dialect.code(e), e);
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    pool.close();
  }
}
