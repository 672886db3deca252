package awssetup.export;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guesses whether a spreadsheet would leave a cell as it is. One that it would not read as a number
 * or a date may be taken for one here, which costs an apostrophe.
 */
final class SpreadsheetGuess {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\u2212";

  /** The languages of the bot and their neighbours, in whose spreadsheets the file is opened. */
  private static final List<Locale> LOCALES =
      Stream.of("en", "de", "es", "fr", "it", "pt", "nl", "pl")
          .map(Locale::forLanguageTag)
          .toList();

  private static final Set<String> MONTHS =
      LOCALES.stream()
          .flatMap(
              locale ->
                  Stream.of(
                          TextStyle.FULL,
                          TextStyle.FULL_STANDALONE,
                          TextStyle.SHORT,
                          TextStyle.SHORT_STANDALONE)
                      .flatMap(
                          style ->
                              Arrays.stream(Month.values())
                                  .map(month -> month.getDisplayName(style, locale))))
          .map(name -> name.toLowerCase(Locale.ROOT).replace(".", ""))
          .filter(name -> name.codePoints().allMatch(Character::isLetter))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> TRUTH_VALUES =
      Set.of(
          "true",
          "false",
          "wahr",
          "falsch",
          "verdadero",
          "falso",
          "vrai",
          "faux",
          "vero",
          "verdadeiro",
          "waar",
          "onwaar",
          "prawda",
          "fałsz");

  /** Numbers, amounts, fractions, times, and dates in digits. */
  private static final Pattern DIGITS =
      Pattern.compile("[\\p{Sc}( ]*[.,]?[0-9][0-9.,:/'’ ()%\\p{Sc}-]*(?: ?[ap]\\.?(?:m\\.?)?)?");

  private static final Pattern EXPONENT = Pattern.compile("[0-9]+(?:[.,][0-9]*)?e[+-]?[0-9]+");

  private static final Pattern ISO_TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9:.]+z?");

  private static final Pattern ERROR =
      Pattern.compile("#(?:n/a|null!|div/0!|value!|ref!|name\\?|num!)");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** What may stand beside a month's name in a date. */
  private static final Set<String> IN_DATES = Set.of("de", "of", "st", "nd", "rd", "th");

  private SpreadsheetGuess() {}

  /** Full-width forms count as plain ones, as they do in spreadsheets in East Asia. */
  static boolean isText(String cell) {
    String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC);
    if (!plain.isEmpty() && BEGINS_A_FORMULA.indexOf(plain.charAt(0)) >= 0) {
      return false;
    }
    String value = plain.strip().toLowerCase(Locale.ROOT);
    return !TRUTH_VALUES.contains(value)
        && !DIGITS.matcher(value).matches()
        && !EXPONENT.matcher(value).matches()
        && !ISO_TIME.matcher(value).matches()
        && !ERROR.matcher(value).matches()
        && !isDateInWords(value);
  }

  private static boolean isDateInWords(String value) {
    List<String> words =
        BETWEEN_WORDS.splitAsStream(value).filter(word -> !word.isEmpty()).toList();
    return value.chars().anyMatch(Character::isDigit)
        && words.stream().filter(MONTHS::contains).count() == 1
        && words.stream().allMatch(word -> MONTHS.contains(word) || IN_DATES.contains(word));
  }
}
