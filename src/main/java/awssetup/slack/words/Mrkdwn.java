package awssetup.slack.words;

import awssetup.setup.UserId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Puts values into Slack's mrkdwn. What a person typed goes through {@link #typed} (or into a
 * plain_text object), so that it can neither mention people nor pose as a link:
 * https://docs.slack.dev/messaging/formatting-message-text
 */
public final class Mrkdwn {
  /**
   * Control and format characters: line breaks that fake a layout, direction overrides, zero-width
   * letters. A zero-width joiner stays where it makes one emoji of several, as in a family.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "(?:(?!(?<=[\\p{So}\\p{Sk}\\x{FE0F}])\\x{200D}(?=\\p{So}))[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}])+");

  /** An underscore that could begin or end italics; those within words and addresses cannot. */
  private static final Pattern ITALICS =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private Mrkdwn() {}

  /**
   * Typed text for a plain_text object, on one line and no longer than {@code most} characters as
   * Slack's own limits may count them: in UTF-16.
   */
  public static String plain(String typed, int most) {
    String line = INVISIBLE.matcher(typed).replaceAll(" ").strip();
    if (line.length() <= most) {
      return line.isEmpty() ? "–" : line;
    }
    return cut(line, most - 1).strip() + "…";
  }

  /** The first characters, without half of a pair at the end. */
  static String cut(String text, int most) {
    boolean splitsPair = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, splitsPair ? most - 1 : most);
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
