package awssetup.bench;

import awssetup.testkit.People;
import awssetup.testkit.Signed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How soon a process answers its first request, and what it needs while it is idle. */
final class Start {
  /** The flags that install.md recommends. */
  static final List<String> FLAGS =
      List.of(
          "-XX:SharedArchiveFile=" + AppProcess.ARCHIVE,
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms12m",
          "-Xmx96m",
          "-XX:MinHeapFreeRatio=15",
          "-XX:MaxHeapFreeRatio=30");

  private static final int TIMES = Integer.getInteger("bench.starts", 5);

  /** Long enough for the watch and all else that runs each minute to have run once. */
  private static final Duration IDLE = Duration.ofSeconds(75);

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Report report;
  private final BenchWorld world;

  private Start(Report report, BenchWorld world) {
    this.report = report;
    this.world = world;
  }

  static void run(Report report, Path directory) throws Exception {
    try (BenchWorld world = new BenchWorld(InstantSource.system(), directory.resolve("start"))) {
      Start start = new Start(report, world);
      start.measure("with the JVM's defaults", List.of());
      AppProcess.makeArchive();
      start.measure(String.join(" ", FLAGS), FLAGS);
    }
    report.row("jar", AppProcess.JAR.toString(), "%.1f MB", Files.size(AppProcess.JAR) / 1e6);
  }

  private record Started(double seconds, double cpuSeconds, long megabytes) {}

  private void measure(String conditions, List<String> flags) throws Exception {
    once(flags, Duration.ZERO); // makes the tables
    List<Started> all = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      all.add(once(flags, Duration.ZERO));
    }
    long idle = once(flags, IDLE).megabytes();
    report.row(
        "start to first acknowledgement",
        conditions + ", median of " + TIMES,
        "%.2f s, of it %.2f s CPU; idle after %d s: %d MB resident",
        median(all.stream().mapToDouble(Started::seconds).toArray()),
        median(all.stream().mapToDouble(Started::cpuSeconds).toArray()),
        IDLE.toSeconds(),
        idle);
  }

  private Started once(List<String> flags, Duration idle) throws Exception {
    long from = System.nanoTime();
    try (AppProcess app = AppProcess.launch(world.settings(), flags)) {
      byte[] request = Recorded.request(BenchWorld.signed(app.events()), helpCommand());
      while (!isAcknowledged(app.port(), request)) {
        if (System.nanoTime() - from > LONGEST_START.toNanos()) {
          throw new IOException("the app did not start, see target/bench-app.log");
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      double cpu = app.cpu().toNanos() / 1e9;
      TimeUnit.MILLISECONDS.sleep(idle.toMillis());
      return new Started(seconds, cpu, app.residentMegabytes());
    }
  }

  private static boolean isAcknowledged(int port, byte[] request) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return Load.send(
          request, socket.getOutputStream(), new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      return false;
    }
  }

  private static String helpCommand() {
    return Signed.form(
        Map.of(
            "command", "/aws-setup",
            "text", "help",
            "user_id", People.ERIN,
            "team_id", "T0HOME",
            "channel_id", People.ACME,
            "trigger_id", "1.1.1",
            "response_url", "http://127.0.0.1:9/"));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
