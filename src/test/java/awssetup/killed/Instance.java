package awssetup.killed;

import awssetup.testkit.ProcessUnderTest;
import awssetup.testkit.SharedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged app as a process of its own. */
final class Instance {
  /** The packaged app, or another class path that has it. */
  private static final String APP = System.getProperty("app.jar", "target/aws-setup-bot.jar");

  /** The directory of the test's own start class and of the class archive. */
  private static final Path STARTER = temporaryDirectory();

  private static final Path ARCHIVE = STARTER.resolve("classes.jsa");

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration TO_DIE = Duration.ofSeconds(30);
  private static final Pattern PORT = Pattern.compile("(?:^|at )port (\\d+)", Pattern.MULTILINE);
  private static final AtomicInteger STARTS = new AtomicInteger();
  private static final AtomicBoolean LEARNING = new AtomicBoolean();

  private final Process process;
  private final boolean learns;
  private final Path log;
  private final int port;
  private volatile boolean killed;

  private Instance(Process process, boolean learns, Path log) {
    this.process = process;
    this.learns = learns;
    this.log = log;
    this.port = readPort();
  }

  /**
   * Has the next instance write a class archive when it stops, with which later ones start in half
   * the time.
   */
  static void learnFromNext() {
    LEARNING.set(!Files.exists(ARCHIVE));
  }

  /** Starts it with the test's clock; it answers requests when this returns. */
  static Instance start(String name, Map<String, String> settings, Path clock, Path directory) {
    boolean learns = LEARNING.getAndSet(false);
    return run(
        learns,
        List.of(archive(learns), "-cp", APP + ":" + launcher(), ProcessUnderTest.class.getName()),
        List.of(clock.toString(), name),
        settings,
        log(name, directory));
  }

  /** Starts it as an operator does. */
  static Instance serve(String name, Map<String, String> settings, Path directory) {
    return run(false, List.of("-jar", APP), List.of("serve"), settings, log(name, directory));
  }

  /** A new log file for each start. */
  private static Path log(String name, Path directory) {
    return directory.resolve(name + "-" + STARTS.incrementAndGet() + ".log");
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
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
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
      // The JVM deletes these in reverse order: the files first, then their directory.
      Stream.of(directory, directory.resolve("launcher.jar"), directory.resolve("classes.jsa"))
          .forEach(path -> path.toFile().deleteOnExit());
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A jar with the test's own start class, which comes after the app on the class path. */
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

  /** The test's start class prints the port; an app that an operator would start logs it. */
  private int readPort() {
    for (long end = System.nanoTime() + START.toNanos(); System.nanoTime() < end; ) {
      Matcher port = PORT.matcher(log());
      if (port.find()) {
        return Integer.parseInt(port.group(1));
      }
      try {
        if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("the app did not start:\n" + log());
  }

  URI events() {
    return URI.create("http://127.0.0.1:" + port + "/slack/events");
  }

  /** Reads one of the operator's pages. */
  HttpResponse<String> get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(events().resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** False from the kill on, which other instances may notice before the system does. */
  boolean isAlive() {
    return !killed && process.isAlive();
  }

  /** Sends SIGKILL and returns when the process has ended. */
  void kill() {
    killed = true;
    process.destroyForcibly();
    awaitEnd(TO_DIE);
  }

  /** Waits until a killed process has ended. */
  void awaitEnd() {
    awaitEnd(TO_DIE);
  }

  /** Ends it after the test. */
  void stop() {
    if (learns && process.isAlive()) {
      terminate();
      awaitEnd(Duration.ofMinutes(2));
    } else {
      kill();
    }
  }

  /** Sends SIGTERM. */
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
