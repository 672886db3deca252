package awssetup.slack.words;

import awssetup.setup.UserId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values into Slack's mrkdwn. What a person typed goes through {@link #typed} (or into a
 * plain_text object), so that it can neither mention people nor pose as a link:
 * https://docs.slack.dev/messaging/formatting-message-text
 */
public final class Mrkdwn {
  /** What a reader sees as one character: a letter with its marks, an emoji with its parts. */
  private static final Pattern SEEN_AS_ONE = Pattern.compile("\\X");

  /** An underscore that could begin or end italics; those within words and addresses cannot. */
  private static final Pattern ITALICS =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private Mrkdwn() {}

  /**
   * Typed text for a plain_text object, on one line and no longer than {@code most} characters as
   * Slack's own limits may count them: in UTF-16.
   */
  public static String plain(String typed, int most) {
    String line = Invisible.onOneLine(typed).strip();
    if (line.length() <= most) {
      return line.isEmpty() ? "–" : line;
    }
    return cut(line, most - 1).strip() + "…";
  }

  /** The first characters, none of them without its marks or parts. */
  static String cut(String text, int most) {
    int end = 0;
    Matcher seen = SEEN_AS_ONE.matcher(text);
    while (seen.find() && seen.end() <= most) {
      end = seen.end();
    }
    // Marks without end on one letter are cut after all, but never within a pair.
    if (end == 0) {
      end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
    return text.substring(0, end);
  }

  /**
   * Typed text for mrkdwn with {@code verbatim} set. Slack has no escape for the signs of bold,
   * strike and code, so they are replaced by signs that look like them.
   */
  public static String typed(String typed) {
    return typed(typed, 150);
  }

  public static String typed(String typed, int most) {
    String line = plain(typed, most).replace('*', '∗').replace('`', 'ˋ').replace('~', '∼');
    return escape(ITALICS.matcher(line).replaceAll("ˍ"));
  }

  /** With a capital letter at its start. */
  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  public static String mention(UserId person) {
    return "<@" + person + ">";
  }

  public static String link(String url, String label) {
    return "<"
        + url.replace("&", "&amp;").replace("|", "%7C").replace(">", "%3E")
        + "|"
        + label
        + ">";
  }
}
