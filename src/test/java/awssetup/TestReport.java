package awssetup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells a person what the tests did: a line for each class, why something was skipped, and for a
 * test that failed its exception and the end of what the app logged. All of the log goes to a file
 * for each class under {@code target/test-logs}. JUnit finds this class as a service.
 */
public final class TestReport implements TestExecutionListener {
  private static final Path LOGS =
      Path.of(System.getProperty("basedir", ""), "target", "test-logs");
  private static final int LAST_LINES = 60;

  /** There is one standard error, however many listeners JUnit makes. */
  private static final LogFile LOG = new LogFile();

  private final Map<String, Counts> classes = new LinkedHashMap<>();

  private static final class Counts {
    private final long began = System.nanoTime();
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private int tests;
    private int failed;

    String line(String name) {
      StringBuilder line =
          new StringBuilder(
              "%-7s %s: %d %s in %.1f s"
                  .formatted(
                      failed > 0 ? "FAILED" : tests > 0 ? "ok" : "skipped",
                      name,
                      tests,
                      tests == 1 ? "test" : "tests",
                      Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0));
      if (failed > 0) {
        line.append(", ").append(failed).append(" failed");
      }
      skipped.forEach((why, times) -> line.append(", %d skipped: %s".formatted(times, why)));
      return line.toString();
    }
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    LOG.takeStandardError();
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    String name = className(test);
    if (isTopLevelClass(test)) {
      classes.put(name, new Counts());
      LOG.to(LOGS.resolve(name + ".log"));
    }
    if (test.isTest()) {
      LOG.begin(title(test));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    skipped(test, reason);
    if (isTopLevelClass(test)) {
      end(className(test));
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    switch (result.getStatus()) {
      case ABORTED -> skipped(test, reason(result));
      case FAILED -> failed(test, result);
      case SUCCESSFUL -> {
        if (test.isTest()) {
          counts(test).tests++;
        }
      }
    }
    if (isTopLevelClass(test)) {
      end(className(test));
    }
  }

  private void skipped(TestIdentifier test, String why) {
    if (isInClass(test)) {
      counts(test).skipped.merge(why, 1, Integer::sum);
    }
  }

  private static String reason(TestExecutionResult result) {
    return result
        .getThrowable()
        .map(Throwable::getMessage)
        .map(message -> message.replaceFirst("^Assumption failed: ", ""))
        .orElse("no reason given");
  }

  private void failed(TestIdentifier test, TestExecutionResult result) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.printf("FAILED  %s%n", title(test));
    result.getThrowable().ifPresent(thrown -> thrown.printStackTrace(out));
    if (isInClass(test)) {
      counts(test).failed++;
      List<String> log = LOG.sinceBegin();
      if (!log.isEmpty()) {
        out.printf("The last of what was logged, all of it in %s:%n", LOG.path());
        log.stream()
            .skip(Math.max(0, log.size() - LAST_LINES))
            .forEach(line -> out.println("  | " + line));
      }
    }
    print(text.toString());
  }

  private void end(String name) {
    print(classes.remove(name).line(name) + System.lineSeparator());
  }

  /** In one piece, so that the lines of two JVMs side by side do not mix. */
  private static void print(String text) {
    System.out.print(text);
    System.out.flush();
  }

  private Counts counts(TestIdentifier test) {
    return classes.computeIfAbsent(className(test), name -> new Counts());
  }

  private static boolean isInClass(TestIdentifier test) {
    return test.getUniqueIdObject().getSegments().size() > 1;
  }

  private static boolean isTopLevelClass(TestIdentifier test) {
    return test.getUniqueIdObject().getSegments().size() == 2;
  }

  private static String className(TestIdentifier test) {
    List<UniqueId.Segment> parts = test.getUniqueIdObject().getSegments();
    return parts.size() > 1 ? parts.get(1).getValue() : test.getDisplayName();
  }

  /** Class and method, and which of its calls where there are several. */
  private static String title(TestIdentifier test) {
    String title =
        test.getUniqueIdObject().getSegments().stream()
            .skip(1)
            .limit(2)
            .map(UniqueId.Segment::getValue)
            .collect(Collectors.joining("."));
    return test.getUniqueIdObject().getSegments().size() > 3
        ? title + " " + test.getDisplayName()
        : title;
  }

  /** Standard error, where the app logs, as a file that changes with the test class. */
  private static final class LogFile extends OutputStream {
    private final PrintStream stream = new PrintStream(this, true, UTF_8);
    private PrintStream before;
    private Path path;
    private OutputStream file;
    private long begin;

    synchronized void takeStandardError() {
      if (before == null) {
        before = System.err;
        System.setErr(stream);
      }
    }

    synchronized void to(Path next) {
      try {
        if (file != null) {
          file.close();
        }
        Files.createDirectories(next.getParent());
        file = Files.newOutputStream(next);
        path = next;
        begin = 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    synchronized void begin(String title) {
      try {
        write("=== %s%n".formatted(title).getBytes(UTF_8));
        begin = Files.size(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    synchronized List<String> sinceBegin() {
      try {
        byte[] all = path == null ? new byte[0] : Files.readAllBytes(path);
        int from = (int) Math.min(begin, all.length);
        return new String(all, from, all.length - from, UTF_8).lines().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    synchronized Path path() {
      return path;
    }

    @Override
    public synchronized void write(int b) throws IOException {
      write(new byte[] {(byte) b});
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
      (file == null ? before : file).write(bytes, from, length);
    }
  }
}
