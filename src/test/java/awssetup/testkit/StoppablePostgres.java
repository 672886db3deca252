package awssetup.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server that can stop and come back with the same data on the same port. */
public final class StoppablePostgres implements AutoCloseable {
  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  public StoppablePostgres(Path directory) throws IOException {
    data = directory.resolve("postgres");
    server = builder().start();
    port = server.getPort();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
  }

  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  public void stop() throws IOException {
    server.close();
  }

  public void start() throws IOException {
    server = builder().setPort(port).start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
