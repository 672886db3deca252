package awssetup.slack;

import awssetup.setup.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Puts values into Slack's mrkdwn. What a person typed goes through {@link #typed} (or into a
 * plain_text object), so that it can neither mention anybody nor pose as a link:
 * https://docs.slack.dev/messaging/formatting-message-text
 */
final class Text {
  /**
   * Control and format characters: line breaks that fake a layout, direction overrides, zero-width
   * letters.
   */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private static final DateTimeFormatter FALLBACK =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Text() {}

  /** Typed text for a plain_text object, on one line and no longer than {@code most} characters. */
  static String plain(String typed, int most) {
    String line = INVISIBLE.matcher(typed).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= most) {
      return line.isEmpty() ? "–" : line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
  }

  /** Typed text for mrkdwn with {@code verbatim} set. */
  static String typed(String typed) {
    return escape(plain(typed, 150));
  }

  /** With a capital letter at its start. */
  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String mention(UserId person) {
    return "<@" + person + ">";
  }

  static String link(String url, String label) {
    return "<"
        + url.replace("&", "&amp;").replace("|", "%7C").replace(">", "%3E")
        + "|"
        + label
        + ">";
  }

  /** A moment, in each reader's own time zone; the fallback names UTC. */
  static String date(Instant moment) {
    return "<!date^"
        + moment.getEpochSecond()
        + "^{date_short_pretty} at {time}|"
        + FALLBACK.format(moment)
        + ">";
  }

  /** A moment for screen readers and other places that do not render Slack's date format. */
  static String utc(Instant moment) {
    return FALLBACK.format(moment);
  }

  /** How long something takes or has taken, in the largest unit that says enough. */
  static String span(Duration time) {
    if (time.toDays() >= 2) {
      return time.toDays() + " days";
    }
    if (time.toHours() >= 2) {
      return time.toHours() + " hours";
    }
    return time.toMinutes() == 1 ? "1 minute" : Math.max(0, time.toMinutes()) + " minutes";
  }
}
