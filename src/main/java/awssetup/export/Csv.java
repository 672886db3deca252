package awssetup.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows for a spreadsheet, as RFC 4180 has them. What people typed is among the cells, and a
 * spreadsheet would take some of it for a formula: such a cell gets an apostrophe in front, which
 * spreadsheets read as "this is text". https://owasp.org/www-community/attacks/CSV_Injection
 */
final class Csv {
  /** The full-width ones too: some spreadsheets in East Asia read them alike. */
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
