package awssetup.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Writes a line of the log for people: time with its offset, level, logger, message, and for
 * warnings and errors the exception. Line breaks become " | ", so that no text can look like
 * another event.
 */
final class TextLine extends LogLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n]+\\s*");

  @Override
  public String doLayout(ILoggingEvent event) {
    String what =
        exception(event)
            .map(exception -> event.getFormattedMessage() + "\n" + exception)
            .orElseGet(event::getFormattedMessage);
    return "%s %-5s %s: %s%n"
        .formatted(
            TIME.format(event.getInstant()),
            event.getLevel(),
            logger(event),
            withoutSecrets(LINE_BREAK.matcher(what).replaceAll(" | ")));
  }
}
