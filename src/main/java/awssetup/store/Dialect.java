package awssetup.store;

import awssetup.store.commit.Commits;
import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What SQLite and PostgreSQL do differently, and nothing else. */
public interface Dialect {
  /**
   * How long work waits for the database. Slack waits three seconds for an answer, which leaves
   * time to say that the database is not available.
   */
  int PATIENCE_MILLIS = 2_000;

  /** Connections of a command that only reads. */
  int READERS = 2;

  DatabaseKind kind();

  /** Names the database in words, without the login that its URL may carry. */
  String shown();

  /** The file that the first start will create; empty if it exists, or for a server. */
  Optional<Path> fileToCome();

  /** Creates what the first connection needs. */
  void prepare();

  /**
   * Checks that there is a database, for commands that must not create one.
   *
   * @throws DatabaseUnusable if there is none, as far as that can be known without connecting
   */
  void requireThere();

  void configure(HikariConfig pool);

  /** For reading beside a running bot: few connections, which never wait for a writer. */
  void configureToRead(HikariConfig pool);

  /**
   * Checks the right to create tables.
   *
   * @throws SQLException if it is missing
   */
  void checkRights(Connection connection) throws SQLException;

  /**
   * How transactions are committed.
   *
   * @param own one commit for each
   */
  Commits commits(Commits own);

  /** The column types that differ, as placeholders for the migrations. */
  Map<String, String> columnTypes();

  /** Whether several instances may work on it at the same time. */
  boolean isShared();

  /** The end of a query that locks the rows it reads; empty if no lock is needed. */
  String lockingRow();

  /** Whether a change failed because another open setup has the same value in this column. */
  boolean isTaken(SQLException failure, String column);

  /** The code that names a failure without naming any value. */
  String code(SQLException failure);

  /** What to do when the database cannot be opened. */
  String advice(SQLException failure);
}
