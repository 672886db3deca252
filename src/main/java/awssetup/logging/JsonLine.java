package awssetup.logging;

import awssetup.setup.MessageKey;
import awssetup.setup.SetupId;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a line of the log for machines: time, level, logger, setup, message, and for warnings and
 * errors the exception. The setup is known by the ids among the arguments.
 */
final class JsonLine extends LogLine {
  @Override
  public String doLayout(ILoggingEvent event) {
    JsonObject line = new JsonObject();
    line.addProperty("time", event.getInstant().toString());
    line.addProperty("level", event.getLevel().toString());
    line.addProperty("logger", logger(event));
    setup(event).ifPresent(id -> line.addProperty("setup", id.value()));
    line.addProperty("message", withoutSecrets(event.getFormattedMessage()));
    exception(event)
        .ifPresent(exception -> line.addProperty("exception", withoutSecrets(exception)));
    return line + System.lineSeparator();
  }

  private static Optional<SetupId> setup(ILoggingEvent event) {
    return Optional.ofNullable(event.getArgumentArray()).stream()
        .flatMap(Arrays::stream)
        .map(
            argument ->
                argument instanceof SetupId id
                    ? id
                    : argument instanceof MessageKey key ? key.setup() : null)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
