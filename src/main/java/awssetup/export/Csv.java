package awssetup.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes rows for a spreadsheet, as in RFC 4180. A spreadsheet would read some of what people typed
 * as a formula, so such a cell gets an apostrophe in front, which means "this is text".
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
final class Csv {
  /** With their full-width forms, which some spreadsheets in East Asia read as the same. */
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final CSVPrinter printer;

  Csv(Appendable out, String... columns) throws IOException {
    printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord((Object[]) columns);
  }

  void row(Object... values) throws IOException {
    printer.printRecord(Stream.of(values).map(Csv::cell).map(Csv::harmless));
  }

  private static String cell(Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.map(Csv::cell).orElse("");
    }
    if (value instanceof Instant instant) {
      return instant.toString();
    }
    return value instanceof Enum<?> word
        ? word.name().toLowerCase(Locale.ROOT)
        : String.valueOf(value);
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
