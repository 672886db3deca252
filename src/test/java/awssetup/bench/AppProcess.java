package awssetup.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The app as an operator runs it: a process of its own, from the packaged jar. */
final class AppProcess implements AutoCloseable {
  static final Path JAR = Path.of("target/aws-setup-bot.jar");
  static final Path ARCHIVE = Path.of("target/aws-setup-bot.jsa");

  /**
   * For profiling: {@code -Dbench.jvm=-XX:StartFlightRecording=filename=target/,settings=profile}.
   */
  private static final String MORE_FLAGS = System.getProperty("bench.jvm", "");

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private AppProcess(Process process, int port) {
    this.process = process;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Writes the class archive, as install.md says. */
  static void makeArchive() throws IOException, InterruptedException {

    int code =
        new ProcessBuilder(java(), "-jar", JAR.toString(), "rehearse", ARCHIVE.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File("target/bench-app.log"))
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("no rehearsal, see target/bench-app.log");
    }
  }

  /** Returns at once; the app may not answer yet. */
  static AppProcess launch(Map<String, String> settings, List<String> flags) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(flags);
    command.addAll(Arrays.stream(MORE_FLAGS.split(" ")).filter(flag -> !flag.isEmpty()).toList());
    command.addAll(List.of("-jar", JAR.toString(), "serve"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.environment().putAll(settings);
    builder.environment().put("PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(new File("target/bench-app.log"));
    return new AppProcess(builder.start(), port);
  }

  /** Returns when the app answers. */
  static AppProcess start(Map<String, String> settings, List<String> flags)
      throws IOException, InterruptedException {
    AppProcess app = launch(settings, flags);
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!app.listens()) {
      if (System.nanoTime() > end || !app.process.isAlive()) {
        throw new IOException("the app did not start, see target/bench-app.log");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return app;
  }

  boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  URI events() {
    return URI.create("http://127.0.0.1:" + port + "/slack/events");
  }

  /** CPU time of all its threads so far, user and system. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Resident memory in MB. */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }
}
