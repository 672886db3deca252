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
   * Slack waits three seconds for an answer: whoever cannot be served by then hears of it in time.
   */
  int PATIENCE_MILLIS = 2_000;

  /** Connections of a command that only reads. */
  int READERS = 2;

  DatabaseKind kind();

  /** How the database is called in words, without the login that its URL may carry. */
  String shown();

  /** The file that the first start will make; empty where there is one, or a server. */
  Optional<Path> fileToCome();

  /** Gets ready what the first connection needs. */
  void prepare();

  /**
   * For those who shall not make a database.
   *
   * @throws DatabaseUnusable if it can be seen that there is none
   */
  void requireThere();

  void configure(HikariConfig pool);

  /** For those who read beside a bot: few connections, which never wait for those who write. */
  void configureToRead(HikariConfig pool);

  /**
   * Looks for what would keep the tables from being made.
   *
   * @throws SQLException if there is something
   */
  void checkRights(Connection connection) throws SQLException;

  /**
   * How transactions are committed.
   *
   * @param own one commit for each
   */
  Commits commits(Commits own);

  /** The placeholders of the migrations. */
  Map<String, String> columnTypes();

  /** Whether several instances may work on it at the same time. */
  boolean isShared();

  /** Ends a query that reads a row in order to change it. */
  String lockingRow();

  /** Whether a change failed because another open setup has the same value in this column. */
  boolean isTaken(SQLException failure, String column);

  /** The code that names a failure without naming any value. */
  String code(SQLException failure);

  /** What to do when the database cannot be opened. */
  String advice(SQLException failure);
}
