package awssetup.testkit;

import awssetup.store.maintenance.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server, started when a test first needs it and stopped with the JVM. */
public final class Postgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static EmbeddedPostgres server;
  private static String template;

  private Postgres() {}

  /** The JDBC URL of a new and empty database, login included. */
  public static String newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    run("CREATE DATABASE " + name);
    return server().getJdbcUrl("postgres", name);
  }

  /**
   * As {@link #newDatabase}, with this version's tables; which is faster than creating them again.
   */
  public static synchronized String databaseWithTables() {
    if (template == null) {
      String url = newDatabase();
      Databases.open(url).close();
      template = url.replaceFirst(".*/(\\w+)\\?.*", "$1");
    }
    String name = "test" + DATABASES.incrementAndGet();
    run("CREATE DATABASE " + name + " TEMPLATE " + template);
    return server().getJdbcUrl("postgres", name);
  }

  /** Runs a statement as the server's superuser. */
  public static void run(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }
}
