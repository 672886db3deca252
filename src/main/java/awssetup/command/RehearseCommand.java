package awssetup.command;

import awssetup.Main;
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
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Has an app of its own serve a setup between the stand-ins, so that the JVM has met what serving
 * needs, and nothing else, and keeps it in a file for later starts. What is in the file takes
 * memory whether it is used or not: the stand-ins stay in this process, and the database is made
 * here too, for what makes it is needed at no other start.
 */
@Command(
    name = "rehearse",
    description =
        "Serves a setup between stand-ins of Slack and AWS, and writes a class archive: starts with"
            + " -XX:SharedArchiveFile=FILE before -jar are quicker and need less memory.")
public final class RehearseCommand implements Callable<Integer> {
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration STOP = Duration.ofMinutes(2);
  private static final long GLANCE_MILLIS = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The archive; one that is there is replaced.")
  private Path archive;

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireWritable();
    Path log = Files.createTempFile("aws-setup-bot-rehearsal", ".log");
    try (Sandbox sandbox = Sandbox.open(0, Optional.empty())) {
      Map<String, String> settings = new HashMap<>(sandbox.settings());
      int port = freePort();
      settings.put("PORT", String.valueOf(port));
      Databases.open(Settings.databaseUrl(settings).value()).close();
      Process app = serve(settings, log);
      // Whoever stops the rehearsal stops the app, too.
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
    spec.commandLine()
        .getOut()
        .println(archive + " fits this jar and this Java; make it anew when one of them changes.");
    return 0;
  }

  /** Also takes away an older archive, so that it cannot be taken for the new one. */
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
                Main.class.getName(),
                "serve")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // What is set for the real thing has no place in a rehearsal.
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
