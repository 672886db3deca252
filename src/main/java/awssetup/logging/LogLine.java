package awssetup.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes an event of the log as one line. Text that looks like a token or a reply address of Slack
 * is cut out, also from what libraries log.
 */
abstract class LogLine extends LayoutBase<ILoggingEvent> {
  private static final Pattern SECRETS =
      Pattern.compile("x(?:ox[a-z]|app)-[\\w-]+|https://hooks\\.slack\\.com/\\S+|wss://\\S+");
  private static final String FRAMES = "6";

  private final ThrowableProxyConverter exceptions = new ThrowableProxyConverter();

  @Override
  public void start() {
    exceptions.setOptionList(List.of(FRAMES));
    exceptions.start();
    super.start();
  }

  static String withoutSecrets(String text) {
    return SECRETS.matcher(text).replaceAll("(secret)");
  }

  /** The last part of the logger's name. */
  static String logger(ILoggingEvent event) {
    String name = event.getLoggerName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The exception of a warning or an error, with the first frames of each cause. */
  final Optional<String> exception(ILoggingEvent event) {
    return event.getThrowableProxy() != null && event.getLevel().isGreaterOrEqual(Level.WARN)
        ? Optional.of(exceptions.convert(event).strip())
        : Optional.empty();
  }
}
