package awssetup.store;

import awssetup.store.commit.Commits;
import awssetup.store.commit.SharedCommits;
import awssetup.store.commit.SqliteConnection;
import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One file, used by one process, with one writer at a time. */
public final class Sqlite implements Dialect {
  public static final int CONNECTIONS = 8;

  private final Path file;

  public Sqlite(String url) {
    String name = url.substring(SqliteConnection.URL.length()).replaceFirst("\\?.*$", "");
    if (name.isBlank() || name.contains(":memory:") || url.contains("mode=memory")) {
      // Each connection of the pool would have a database of its own in memory.
      throw new DatabaseUnusable("DATABASE_URL must name a file after jdbc:sqlite:", null);
    }
    file = Path.of(name.replaceFirst("^file:(//)?", "")).toAbsolutePath();
  }

  @Override
  public DatabaseKind kind() {
    return DatabaseKind.SQLITE;
  }

  @Override
  public String shown() {
    return "SQLite file " + file;
  }

  @Override
  public Optional<Path> fileToCome() {
    return Optional.of(file).filter(Files::notExists);
  }

  /** Creates the directory for the owner alone: the file in it holds people's addresses. */
  @Override
  public void prepare() {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            file.getParent(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(file.getParent());
      }
    } catch (IOException e) {
      throw new DatabaseUnusable(
          "DATABASE_URL: the directory "
              + file.getParent()
              + " cannot be created; create it, or set DATABASE_URL to a file elsewhere",
          e);
    }
  }

  @Override
  public void requireThere() {
    if (!Files.isRegularFile(file)) {
      throw new DatabaseUnusable(
          "DATABASE_URL: there is no file " + file + "; name the one that the bot uses", null);
    }
  }

  @Override
  public void configure(HikariConfig pool) {
    // A transaction that takes the write lock only after reading can fail: another one may have
    // written in between.
    configure(pool, CONNECTIONS, SQLiteConfig.TransactionMode.IMMEDIATE);
  }

  @Override
  public void configureToRead(HikariConfig pool) {
    configure(pool, READERS, SQLiteConfig.TransactionMode.DEFERRED);
  }

  private static void configure(
      HikariConfig pool, int connections, SQLiteConfig.TransactionMode transactions) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // With NORMAL a power failure can lose the last commits, and with them the note that an
    // invitation is being sent; without the note it would be sent twice.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.enforceForeignKeys(true);
    // Erased data must not stay readable in the free pages of the file.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setTransactionMode(transactions);
    pool.setDataSource(SqliteConnection.to(pool.getJdbcUrl(), config.toProperties()));
    pool.setMaximumPoolSize(connections);
    pool.setMaxLifetime(0);
  }

  @Override
  public Commits commits(Commits own) {
    return new SharedCommits(own, PATIENCE_MILLIS);
  }

  @Override
  public void checkRights(Connection connection) {}

  @Override
  public Map<String, String> columnTypes() {
    return Map.of("timestamp", "TIMESTAMP", "bytes", "BLOB");
  }

  @Override
  public boolean isShared() {
    return false;
  }

  /** The whole file is locked already. */
  @Override
  public String lockingRow() {
    return "";
  }

  @Override
  public boolean isTaken(SQLException failure, String column) {
    return codeOf(failure) == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
        && failure.getMessage().contains("setups." + column);
  }

  @Override
  public String code(SQLException failure) {
    return codeOf(failure).name();
  }

  @Override
  public String advice(SQLException failure) {
    return switch (codeOf(failure)) {
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          file + " is no SQLite database or is damaged; put a backup in its place";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          file + " is in use by another process; stop that one, or share a PostgreSQL database";
      case SQLITE_FULL -> "no space is left for " + file + "; make room and start again";
      default ->
          file
              + " cannot be opened for writing; let the user who runs the app write to it and to"
              + " its directory";
    };
  }

  private static SQLiteErrorCode codeOf(SQLException failure) {
    return failure instanceof SQLiteException e
        ? e.getResultCode()
        : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
  }
}
