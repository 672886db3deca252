package awssetup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects every line of the log while a world exists, from the app and from libraries, with its
 * exceptions.
 */
public final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

  public static LogWatch begin() {
    LogWatch watch = new LogWatch();
    watch.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    watch.start();
    root().addAppender(watch);
    return watch;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    String line = event.getLoggerName() + ": " + event.getFormattedMessage() + trace;
    lines.add(line);
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      warnings.add(line);
    }
  }

  /** Everything, oldest first. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Warnings and errors, oldest first. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Fails on a line that holds any of these. */
  public void assertHoldsNone(Collection<String> hushed) {
    assertThat(lines).as("lines of the log").isNotEmpty();
    for (String secret : hushed) {
      assertThat(lines)
          .as("log lines that hold what must not reach the log")
          .noneMatch(line -> line.contains(secret));
    }
  }

  @Override
  public void close() {
    root().detachAppender(this);
    stop();
  }

  private static ch.qos.logback.classic.Logger root() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }
}
