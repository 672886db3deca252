package awssetup.app;

import awssetup.sandbox.Sandbox;
import awssetup.settings.Settings;
import awssetup.store.maintenance.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Has an app in a process of its own serve a setup between the stand-ins, and keeps the classes
 * that its JVM loaded in an archive for later starts. Each class in the archive takes memory,
 * whether it is used or not: that is why the stand-ins stay in this process, and why the database
 * is created here, with classes that no other start needs.
 */
public final class Rehearsal {
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration STOP = Duration.ofMinutes(2);
  private static final long GLANCE_MILLIS = 20;

  private final Path archive;
  private final Class<?> main;

  /**
   * @param archive the file to write; an older one is replaced
   * @param main starts the app with the word serve
   */
  public Rehearsal(Path archive, Class<?> main) {
    this.archive = archive;
    this.main = main;
  }

  /**
   * Writes the archive.
   *
   * @throws IOException if there is no archive at the end; the message says why
   */
  public void run() throws IOException, InterruptedException {
    requireWritable();
    Path log = Files.createTempFile("aws-setup-bot-rehearsal", ".log");
    try (Sandbox sandbox = Sandbox.open(0, Optional.empty())) {
      Map<String, String> settings = new HashMap<>(sandbox.settings());
      int port = freePort();
      settings.put("PORT", String.valueOf(port));
      Databases.open(Settings.databaseUrl(settings).value()).close();
      Process app = serve(settings, log);
      // An operator who stops the rehearsal stops the app, too.
      Runtime.getRuntime().addShutdownHook(new Thread(app::destroyForcibly));
      try {
        awaitStart(app, port);
        sandbox.rehearse(port);
        app.destroy();
        app.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
      } finally {
        app.destroyForcibly();
      }
    } catch (IOException | IllegalStateException e) {
      throw new IOException("the rehearsal failed: " + e.getMessage() + "; its log is " + log, e);
    }
    if (!Files.exists(archive)) {
      throw new IOException("the JVM wrote no archive; why is in " + log);
    }
    Files.delete(log);
  }

  /** Also deletes an older archive, so that it is not mistaken for the new one. */
  private void requireWritable() throws IOException {
    Files.deleteIfExists(archive);
    Path there = archive.toAbsolutePath().getParent();
    if (!Files.isWritable(there)) {
      throw new IOException(archive + " cannot be written; name a file in a directory of yours");
    }
  }

  private Process serve(Map<String, String> settings, Path log) throws IOException {
    ProcessBuilder app =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "serve")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // Settings for real use have no place in a rehearsal.
    app.environment().clear();
    app.environment().putAll(settings);
    return app.start();
  }

  private static void awaitStart(Process app, int port) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!listens(port)) {
      if (!app.isAlive() || System.nanoTime() > end) {
        throw new IOException("the app did not start");
      }
      TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false; // it does not listen yet
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }
}
