package awssetup.slack.words;

import awssetup.setup.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All sentences that people read, in one language, kept in {@code words*.properties}. Placeholders
 * have names, as in <code>{customer}</code>, so that a translation may change their order; <code>
 * {partner}</code> is always known. A value is put in as it is: the caller escapes it, and a
 * placeholder inside a value is not filled in.
 */
public final class Words {
  private static final String BUNDLE = "awssetup.slack.words.words";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  private final ResourceBundle sentences;
  private final String partner;
  private final DateTimeFormatter moment;
  private final DateTimeFormatter day;

  public Words(Language language, String partner) {
    // Without the fallback to the machine's own language, which may be another one of ours.
    this.sentences =
        ResourceBundle.getBundle(
            BUNDLE,
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.partner = partner;
    this.moment = formatter("date.moment", language).withZone(ZoneOffset.UTC);
    this.day = formatter("date.day", language);
  }

  private DateTimeFormatter formatter(String key, Language language) {
    return DateTimeFormatter.ofPattern(sentences.getString(key), language.locale());
  }

  /** The key of one word of a vocabulary, as in {@code audit.started}. */
  public static String key(String group, Enum<?> one) {
    return group + "." + one.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A sentence for mrkdwn.
   *
   * @param values names of placeholders, each followed by its value; the values are mrkdwn already
   */
  public String say(String key, Object... values) {
    return fill(key, Mrkdwn.escape(partner), values);
  }

  /** A sentence for a plain_text object or a field's error, where nothing is escaped. */
  public String plain(String key, Object... values) {
    return fill(key, partner, values);
  }

  public boolean has(String key) {
    return sentences.containsKey(key);
  }

  private String fill(String key, String partner, Object... values) {
    return PLACEHOLDER
        .matcher(sentences.getString(key))
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), key, partner, values)));
  }

  private static String value(String name, String key, String partner, Object... values) {
    for (int i = 0; i < values.length; i += 2) {
      if (name.equals(values[i])) {
        return values[i + 1].toString();
      }
    }
    if (name.equals("partner")) {
      return partner;
    }
    throw new IllegalArgumentException(key + " lacks a value for " + name);
  }

  /** A moment, in each reader's own time zone; the fallback names UTC. */
  public String date(Instant at) {
    return "<!date^"
        + at.getEpochSecond()
        + "^"
        + sentences.getString("date.slack")
        + "|"
        + moment.format(at)
        + ">";
  }

  /** The day on which a transfer starts. */
  public String firstOf(YearMonth month) {
    return day.format(month.atDay(1));
  }

  /** How long something takes or has taken, in the largest unit that says enough. */
  public String span(Duration time) {
    if (time.toDays() >= 2) {
      return say("span.days", "days", time.toDays());
    }
    if (time.toHours() >= 2) {
      return say("span.hours", "hours", time.toHours());
    }
    long minutes = Math.max(0, time.toMinutes());
    return minutes == 1 ? say("span.minute") : say("span.minutes", "minutes", minutes);
  }
}
