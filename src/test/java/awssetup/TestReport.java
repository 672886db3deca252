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
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/**
 * Tells a person what the tests did: a line for each class, why something was skipped, and for a
 * test that failed its exception and the end of what the app logged. All of the log goes to a file
 * for each class under {@code target/test-logs}. JUnit finds this class as a service.
 */
public final class TestReport
    implements BeforeAllCallback, BeforeEachCallback, TestWatcher, AfterAllCallback {
  private static final Path LOGS =
      Path.of(System.getProperty("basedir", ""), "target", "test-logs");
  private static final int LAST_LINES = 60;
  private static final Pattern RUNNERS =
      Pattern.compile("^\\s+at (org\\.junit\\.|org\\.apache\\.maven\\.|java\\.base/)");

  /** Shared, because JUnit makes several of these and there is one standard error. */
  private static final LogFile LOG = new LogFile();

  private Counts counts = new Counts();

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
  public void beforeAll(ExtensionContext test) {
    if (isTopLevel(test)) {
      String name = test.getRequiredTestClass().getName();
      counts = new Counts();
      LOG.takeStandardError();
      LOG.to(LOGS.resolve(name + ".log"));
      LOG.begin(name);
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    LOG.begin(title(test));
  }

  @Override
  public void testSuccessful(ExtensionContext test) {
    counts.tests++;
  }

  @Override
  public void testAborted(ExtensionContext test, Throwable cause) {
    skipped(why(cause));
  }

  @Override
  public void testDisabled(ExtensionContext test, Optional<String> reason) {
    skipped(reason.orElse("no reason given"));
  }

  @Override
  public void testFailed(ExtensionContext test, Throwable cause) {
    failed(title(test), cause);
  }

  /** Also reports what fails before or after all tests of a class. */
  @Override
  public void afterAll(ExtensionContext test) {
    test.getExecutionException()
        .ifPresent(
            cause -> {
              if (cause instanceof TestAbortedException) {
                skipped(why(cause));
              } else {
                failed(test.getRequiredTestClass().getName(), cause);
              }
            });
    if (isTopLevel(test)) {
      print(counts.line(test.getRequiredTestClass().getName()) + System.lineSeparator());
    }
  }

  private void skipped(String why) {
    counts.skipped.merge(why, 1, Integer::sum);
  }

  private static String why(Throwable cause) {
    return Optional.ofNullable(cause.getMessage())
        .map(message -> message.replaceFirst("^Assumption failed: ", ""))
        .orElse("no reason given");
  }

  private void failed(String title, Throwable cause) {
    counts.failed++;
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.printf("FAILED  %s%n", title);
    trace(cause).forEach(out::println);
    List<String> log = LOG.sinceBegin();
    if (!log.isEmpty()) {
      out.printf("The last of what was logged, all of it in %s:%n", LOG.path());
      log.stream()
          .skip(Math.max(0, log.size() - LAST_LINES))
          .forEach(line -> out.println("  | " + line));
    }
    print(text.toString());
  }

  /** The stack trace without the frames of what runs the tests. */
  private static Stream<String> trace(Throwable cause) {
    StringWriter all = new StringWriter();
    cause.printStackTrace(new PrintWriter(all, true));
    return all.toString().lines().filter(line -> !RUNNERS.matcher(line).find());
  }

  /** Prints in one piece, so that the lines of two JVMs side by side do not mix. */
  private static void print(String text) {
    System.out.print(text);
    System.out.flush();
  }

  private static boolean isTopLevel(ExtensionContext test) {
    return test.getRequiredTestClass().getEnclosingClass() == null;
  }

  /** Class and method, and which run of it if there are several. */
  private static String title(ExtensionContext test) {
    String method = test.getRequiredTestMethod().getName();
    String name = test.getRequiredTestClass().getName() + "." + method;
    return test.getDisplayName().startsWith(method) ? name : name + " " + test.getDisplayName();
  }

  /** Replaces standard error, where the app logs, with a file for each test class. */
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
