package awssetup.store.commit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps the statements used last prepared. SQLite takes longer to compile most of
 * our statements than to run them, and neither its driver nor the pool keeps any.
 */
public final class SqliteConnection extends JDBC4Connection {
  public static final String URL = "jdbc:sqlite:";

  /** About as many as the app has. */
  private static final int KEPT = 64;

  /** By their SQL; the one used longest ago comes first. */
  private final Map<String, Statement> idle = new LinkedHashMap<>();

  private SqliteConnection(String url, Properties settings) throws SQLException {
    super(url, url.substring(URL.length()), settings);
  }

  /** A source of such connections. */
  public static DataSource to(String url, Properties settings) {
    return new SQLiteDataSource() {
      @Override
      public SqliteConnection getConnection(String user, String password) throws SQLException {
        return new SqliteConnection(url, settings);
      }
    };
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    checkOpen();
    checkCursor(type, concurrency, holdability);
    Statement kept = idle.remove(sql);
    return kept == null ? new Statement(sql) : kept.inUse();
  }

  private void keep(Statement statement) throws SQLException {
    idle.put(statement.text, statement);
    if (idle.size() > KEPT) {
      Iterator<Statement> oldest = idle.values().iterator();
      Statement forgotten = oldest.next();
      oldest.remove();
      forgotten.forget();
    }
  }

  private final class Statement extends JDBC4PreparedStatement {
    private final String text;
    private boolean kept;

    Statement(String sql) throws SQLException {
      super(SqliteConnection.this, sql);
      text = sql;
    }

    Statement inUse() {
      kept = false;
      return this;
    }

    /** Keeps it for the next use, without parameters, open result or limits. */
    @Override
    public void close() throws SQLException {
      if (kept) {
        return;
      }
      if (SqliteConnection.this.isClosed() || pointer.isClosed() || idle.containsKey(text)) {
        super.close();
        return;
      }
      rs.close();
      pointer.safeRunInt(DB::reset);
      clearBatch();
      clearParameters();
      setMaxRows(0);
      setFetchSize(0);
      setQueryTimeout(0);
      kept = true;
      keep(this);
    }

    void forget() throws SQLException {
      super.close();
    }
  }
}
