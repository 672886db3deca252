package awssetup.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Sets up the log: one line per event on standard error, for people or, with {@code
 * LOG_FORMAT=json}, for machines. Logback finds this class as a service. It is code because reading
 * Logback's XML would load hundreds of classes at each start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final Map<String, Level> LEVELS =
      Map.of(
          // At DEBUG the Slack SDK prints bodies and tokens.
          "com.slack.api", Level.WARN,
          // Its warnings have the whole payload; the app logs a line of its own for each case.
          "com.slack.api.bolt.util.SlackRequestParser", Level.OFF,
          // It warns of each unhandled request with a page of sample code; the app logs one line.
          "com.slack.api.bolt.App", Level.ERROR,
          "com.github.kagkarlsson", Level.WARN,
          "com.zaxxer", Level.WARN,
          // It warns of each connection that was cut.
          "com.zaxxer.hikari.pool.PoolBase", Level.ERROR,
          "org.eclipse.jetty", Level.WARN,
          "org.flywaydb", Level.WARN,
          "org.java_websocket", Level.WARN,
          "software.amazon.awssdk", Level.WARN);

  private final Optional<String> format;

  /** In the format that the environment names. */
  public LogSetup() {
    this(Optional.ofNullable(System.getenv("LOG_FORMAT")));
  }

  /**
   * @param format {@code json}; anything else means text here, and the settings refuse it
   */
  LogSetup(Optional<String> format) {
    this.format = format;
  }

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    OutageFilter outages = new OutageFilter();
    outages.setContext(log);
    outages.start();
    log.addTurboFilter(outages);
    LEVELS.forEach((name, level) -> log.getLogger(name).setLevel(level));
    ch.qos.logback.classic.Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(standardError(log));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private ConsoleAppender<ILoggingEvent> standardError(LoggerContext log) {
    LogLine line = format.filter("json"::equals).isPresent() ? new JsonLine() : new TextLine();
    line.setContext(log);
    line.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(log);
    encoder.setCharset(UTF_8);
    encoder.setLayout(line);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(log);
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
