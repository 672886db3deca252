package awssetup.store;

import awssetup.store.commit.Commits;
import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** A server that several instances can share. The row of a setup is locked while it changes. */
public final class PostgreSql implements Dialect {
  private static final int CONNECTIONS = 10;

  /** The name by which the server knows the connections of a running bot. */
  public static final String BOT = "aws-setup-bot";

  @Override
  public DatabaseKind kind() {
    return DatabaseKind.POSTGRESQL;
  }

  @Override
  public String shown() {
    return "PostgreSQL";
  }

  @Override
  public Optional<Path> fileToCome() {
    return Optional.empty();
  }

  @Override
  public void prepare() {}

  /** Connecting will tell. */
  @Override
  public void requireThere() {}

  @Override
  public void configure(HikariConfig pool) {
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // Commits must survive a crash of the server, above all the note that an invitation is being
    // sent; without the note it would be sent twice. With synchronous_commit off, a crash loses the
    // last commits, so we turn it on and do not rely on the server's default. fsync cannot be set
    // by a client: a server without it may lose the whole database when the power fails.
    pool.setConnectionInitSql(
        "SET lock_timeout = %d; SET synchronous_commit = on".formatted(PATIENCE_MILLIS));
    pool.addDataSourceProperty("ApplicationName", BOT);
    pool.addDataSourceProperty("connectTimeout", "5");
    // A server that has gone silent must not hold a thread for ever.
    pool.addDataSourceProperty("socketTimeout", "30");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    // The detail of an error quotes the row, and with it people's addresses.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
  }

  /** The server itself lets concurrent commits share a flush. */
  @Override
  public Commits commits(Commits own) {
    return own;
  }

  @Override
  public void configureToRead(HikariConfig pool) {
    configure(pool);
    pool.addDataSourceProperty("ApplicationName", BOT + " command");
    pool.setMaximumPoolSize(READERS);
  }

  /** Flyway would notice it too, but only after ten attempts. */
  @Override
  public void checkRights(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet mayCreate =
            statement.executeQuery("SELECT has_schema_privilege(current_schema(), 'CREATE')")) {
      if (!mayCreate.next() || !mayCreate.getBoolean(1)) {
        throw new SQLException("no CREATE on the schema", "42501");
      }
    }
  }

  @Override
  public Map<String, String> columnTypes() {
    return Map.of("timestamp", "TIMESTAMP WITH TIME ZONE", "bytes", "BYTEA");
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public String lockingRow() {
    return "FOR UPDATE";
  }

  @Override
  public boolean isTaken(SQLException failure, String column) {
    return failure instanceof PSQLException e
        && e.getServerErrorMessage() != null
        && ("open_setup_" + column).equals(e.getServerErrorMessage().getConstraint());
  }

  @Override
  public String code(SQLException failure) {
    return "SQLSTATE " + failure.getSQLState();
  }

  /** By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
  @Override
  public String advice(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.startsWith("28")) {
      return "PostgreSQL refuses the login; check user and password";
    }
    if (state.startsWith("08")) {
      return "PostgreSQL cannot be reached; check host and port, and that the server is running";
    }
    return switch (state) {
      case "3D000" -> "PostgreSQL has no such database; create it with CREATE DATABASE";
      case "42501" -> "the user may not create or change tables; grant CREATE on the schema";
      case "25006" -> "the PostgreSQL server is read-only; name the primary server";
      case "53300" -> "PostgreSQL has no connection left; raise max_connections";
      case "53100" -> "PostgreSQL has no space left; make room and start again";
      default -> "PostgreSQL cannot be used (" + code(failure) + "): " + failure.getMessage();
    };
  }
}
