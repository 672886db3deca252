package awssetup.setup;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An account ID as people paste it: grouped by any dash or space, in the digits of any script,
 * alone or inside a sentence, an ARN or a sign-in link. It is read only where there is one ID.
 */
public final class TypedAccountId {
  /** Why no account ID could be read. */
  public enum Problem {
    /** Nothing in it has twelve digits. */
    ODD,
    /** Eleven digits, as after a spreadsheet has dropped the zero at the front. */
    LOST_ZERO,
    /** A number as a spreadsheet shortens it, such as 1.2E+11. */
    SHORTENED,
    /** More than one account ID. */
    SEVERAL
  }

  private static final String DIGITS = "[0-9]{12}";
  private static final String GROUPS = "[0-9]{4}-[0-9]{4}-[0-9]{4}";

  /** Dashes of all kinds, the minus sign, and the long mark that Japanese keyboards offer. */
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\x{2212}\\x{30FC}]");

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t&&[^\\p{Zl}\\p{Zp}]]");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  /** The forms that stand out among other numbers, as in "account 2: 1234-5678-9012". */
  private static final Pattern CLEAR =
      Pattern.compile(
          "(?<![0-9A-Za-z_+])(?<![0-9+]-)(?:" + DIGITS + "|" + GROUPS + ")(?!-?[0-9]|[A-Za-z_])");

  /** Digits in any groups, up to the next letter or sign; a phone number begins with a plus. */
  private static final Pattern STRETCH =
      Pattern.compile("(?<![A-Za-z_+.,])(?<![0-9][ -]{0,3})[0-9](?:[ -]{0,3}[0-9])*+(?![A-Za-z_])");

  private static final Pattern EXPONENT = Pattern.compile("[0-9](?:[.,][0-9]*)?[eE]\\+?1[01]\\b");

  private TypedAccountId() {}

  /** The twelve digits; empty if there is none, or more than one. */
  static Optional<String> read(String typed) {
    Set<String> found = found(plain(typed));
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /** What is wrong with a text from which no account ID can be read. */
  public static Problem problem(String typed) {
    String plain = plain(typed);
    if (found(plain).size() > 1) {
      return Problem.SEVERAL;
    }
    if (EXPONENT.matcher(plain).find()) {
      return Problem.SHORTENED;
    }
    Set<String> stretches = stretches(plain);
    boolean lostZero =
        stretches.stream().filter(digits -> digits.length() == 11).count() == 1
            && stretches.stream().noneMatch(digits -> digits.startsWith("0"));
    return lostZero ? Problem.LOST_ZERO : Problem.ODD;
  }

  private static Set<String> found(String plain) {
    Set<String> found = new LinkedHashSet<>();
    Matcher clear = CLEAR.matcher(plain);
    clear.results().map(MatchResult::group).map(TypedAccountId::digits).forEach(found::add);
    stretches(clear.replaceAll(" | ")).stream()
        .filter(digits -> digits.length() == 12)
        .forEach(found::add);
    return found;
  }

  private static Set<String> stretches(String plain) {
    Set<String> stretches = new LinkedHashSet<>();
    STRETCH.matcher(plain).results().map(r -> digits(r.group())).forEach(stretches::add);
    return stretches;
  }

  private static String digits(String group) {
    return group.replaceAll("[ -]", "");
  }

  /** With ASCII digits, dashes and spaces only, and without invisible characters. */
  private static String plain(String typed) {
    StringBuilder ascii = new StringBuilder();
    INVISIBLE
        .matcher(typed)
        .replaceAll("")
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(ascii::appendCodePoint);
    return SPACES.matcher(DASHES.matcher(ascii).replaceAll("-")).replaceAll(" ");
  }
}
