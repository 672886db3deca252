package awssetup.slack.modals;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a phone number as people write it: with any dash or space, in the digits of any script,
 * copied from a link, and with an extension. No plan of numbers is known here, only their form.
 */
public final class Phones {
  private static final int DIGITS_LEAST = 4;

  /** https://www.itu.int/rec/T-REC-E.164 allows 15; a prefix for calls abroad adds some. */
  private static final int DIGITS_MOST = 20;

  /** As Slack shows and copies it: {@code <tel:+4930123|+49 30 123>}. */
  private static final Pattern LINK = Pattern.compile("<tel:([^|>]*)(?:\\|([^|>]*))?>");

  private static final Pattern SCHEME = Pattern.compile("(?i)^tel:\\s*");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\x{2212}\\x{30FC}]");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?i)[ ,;/-]*(?:extension|ext|x|durchwahl|dw|nebenstelle|anexo|int|#)[.:=]?"
              + " ?([0-9]{1,8})$");

  private static final Pattern NUMBER = Pattern.compile("\\+? ?\\(?[0-9][0-9 ()/.,-]*");

  private Phones() {}

  /** The number with plain digits, spaces and dashes; empty if it is no phone number. */
  public static Optional<String> read(String typed) {
    String plain = plain(typed);
    Matcher extension = EXTENSION.matcher(plain);
    boolean extended = extension.find();
    String number = extended ? plain.substring(0, extension.start()).strip() : plain;
    long digits = number.chars().filter(Character::isDigit).count();
    if (!NUMBER.matcher(number).matches() || digits < DIGITS_LEAST || digits > DIGITS_MOST) {
      return Optional.empty();
    }
    return Optional.of(extended ? number + " ext. " + extension.group(1) : number);
  }

  private static String plain(String typed) {
    StringBuilder ascii = new StringBuilder();
    typed
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .map(c -> c >= '\uFF01' && c <= '\uFF5E' ? c - '\uFF01' + '!' : c)
        .forEach(ascii::appendCodePoint);
    String spaced = SPACES.matcher(DASHES.matcher(ascii).replaceAll("-")).replaceAll(" ").strip();
    Matcher link = LINK.matcher(spaced);
    String shown = link.matches() ? link.group(link.group(2) == null ? 1 : 2) : spaced;
    return SCHEME.matcher(shown).replaceFirst("").replaceFirst("[.,;]+$", "").strip();
  }
}
