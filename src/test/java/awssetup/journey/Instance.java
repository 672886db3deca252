package awssetup.journey;

import awssetup.ProcessUnderTest;
import awssetup.SharedClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The packaged app as a process of its own. */
final class Instance {
  /** The packaged app, or any other class path that holds it. */
  private static final String APP = System.getProperty("app.jar", "target/aws-setup-bot.jar");

  /** Where the test's own start class and the archive of loaded classes are. */
  private static final Path STARTER = temporaryDirectory();

  private static final Path ARCHIVE = STARTER.resolve("classes.jsa");

  private static final AtomicBoolean LEARNING = new AtomicBoolean();

  private final Process process;
  private final boolean learns;
  private final Path log;
  private final int port;

  private Instance(Process process, boolean learns, Path log) {
    this.process = process;
    this.learns = learns;
    this.log = log;
    this.port = readPort();
  }

  /**
   * The next one leaves its classes behind when it is stopped, loaded and verified: those after it
   * start in half the time.
   */
  static void learnFromNext() {
    LEARNING.set(!Files.exists(ARCHIVE));
  }

  /** Starts it by the test's clock; it answers requests when this returns. */
  static Instance start(String name, Map<String, String> settings, Path clock, Path directory) {
    boolean learns = LEARNING.getAndSet(false);
    return run(
        learns,
        List.of(archive(learns), "-cp", APP + ":" + launcher(), ProcessUnderTest.class.getName()),
        List.of(clock.toString(), name),
        settings,
        directory.resolve(name + ".log"));
  }

  private static Instance run(
      boolean learns,
      List<String> what,
      List<String> arguments,
      Map<String, String> settings,
      Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Djava.net.preferIPv4Stack=true",
            "-Dfile.encoding=UTF-8"));
    command.addAll(what);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(settings);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new Instance(builder.start(), learns, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String archive(boolean learns) {
    if (learns) {
      return "-XX:ArchiveClassesAtExit=" + ARCHIVE;
    }
    return Files.exists(ARCHIVE) ? "-XX:SharedArchiveFile=" + ARCHIVE : "-Xshare:auto";
  }

  private static Path temporaryDirectory() {
    try {
      Path directory = Files.createTempDirectory("aws-setup-bot-it");
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The test's own start class in a jar, which stands behind the app on its class path. */
  private static synchronized Path launcher() {
    Path jar = STARTER.resolve("launcher.jar");
    if (Files.exists(jar)) {
      return jar;
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> type : List.of(ProcessUnderTest.class, SharedClock.class)) {
        String file = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        type.getClassLoader().getResourceAsStream(file).transferTo(out);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int readPort() {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("port ")) {
          return Integer.parseInt(line.substring(5));
        }
      }
      throw new AssertionError("the app did not start:\n" + log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI events() {
    return URI.create("http://127.0.0.1:" + port + "/slack/events");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: it does nothing any more when this returns. */
  void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(10));
  }

  /** At a test's end. */
  void stop() {
    if (learns && process.isAlive()) {
      terminate();
      awaitEnd(Duration.ofMinutes(2));
    } else {
      kill();
    }
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  int awaitEnd(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the app still runs after " + atMost);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
