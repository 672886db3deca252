package awssetup;

import awssetup.setup.Mark;
import awssetup.setup.SetupId;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the log for machines: time, level, logger, setup, message, and for warnings and errors
 * the exception with its first frames. The setup is the one that the line is about, by the ids
 * among its arguments. Named in logback-json.xml.
 */
public final class JsonLine extends LayoutBase<ILoggingEvent> {
  private static final String FRAMES = "6";

  private final ThrowableProxyConverter exception = new ThrowableProxyConverter();
  private Pattern secrets = Pattern.compile("(?!)");

  public JsonLine() {
    exception.setOptionList(List.of(FRAMES));
  }

  /**
   * @param pattern of what is cut out of every text
   */
  public void setSecrets(String pattern) {
    secrets = Pattern.compile(pattern);
  }

  @Override
  public void start() {
    exception.start();
    super.start();
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    JsonObject line = new JsonObject();
    line.addProperty("time", event.getInstant().toString());
    line.addProperty("level", event.getLevel().toString());
    String logger = event.getLoggerName();
    line.addProperty("logger", logger.substring(logger.lastIndexOf('.') + 1));
    setup(event).ifPresent(id -> line.addProperty("setup", id.value()));
    line.addProperty("message", cut(event.getFormattedMessage()));
    if (event.getThrowableProxy() != null && event.getLevel().isGreaterOrEqual(Level.WARN)) {
      line.addProperty("exception", cut(exception.convert(event).strip()));
    }
    return line + System.lineSeparator();
  }

  private String cut(String text) {
    return secrets.matcher(text).replaceAll("(secret)");
  }

  private static Optional<SetupId> setup(ILoggingEvent event) {
    return Optional.ofNullable(event.getArgumentArray()).stream()
        .flatMap(Arrays::stream)
        .map(
            argument ->
                argument instanceof SetupId id
                    ? id
                    : argument instanceof Mark mark ? mark.setup() : null)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
