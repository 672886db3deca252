package awssetup.slack;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Months as people read them. */
final class Months {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("LLLL uuuu", Locale.ENGLISH);

  private Months() {}

  static String inWords(YearMonth month) {
    return WORDS.format(month);
  }
}
