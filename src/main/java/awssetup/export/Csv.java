package awssetup.export;

import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes rows for a spreadsheet, as in RFC 4180, after the byte-order mark by which spreadsheets
 * recognise UTF-8. Text that a spreadsheet would read as a formula, a number, a date or a truth
 * value gets an apostrophe in front, which means "this is text". Without it a formula would run,
 * and an account ID would lose its zeros.
 *
 * <p>Excel also takes {@code ="0123"}. That was not chosen, because LibreOffice and programs would
 * read the signs as part of the text, and because the file would hold formulas. An apostrophe looks
 * the same in every spreadsheet, and a program takes it off in one step.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
final class Csv {
  private final CSVPrinter printer;

  Csv(Appendable out, String... columns) throws IOException {
    out.append('\uFEFF');
    printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord((Object[]) columns);
  }

  void row(Object... values) throws IOException {
    printer.printRecord(Stream.of(values).map(Csv::cell));
  }

  /** Numbers, moments and months are meant to be read as such. */
  private static String cell(Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.map(Csv::cell).orElse("");
    }
    if (value instanceof Number || value instanceof Temporal) {
      return value.toString();
    }
    if (value instanceof Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    }
    String text = String.valueOf(value);
    return SpreadsheetGuess.isText(text) ? text : "'" + text;
  }
}
