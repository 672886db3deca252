package awssetup.export;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.StepKey;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells keep any text they hold, and none of them becomes a formula. */
class CsvTest {

  @Test
  void quotes_cells_as_rfc_4180_says() throws IOException {
    assertThat(written("a, b", "say \"hello\"", "two\nlines", "plain"))
        .isEqualTo("one,two\r\n\"a, b\",\"say \"\"hello\"\"\",\"two\nlines\",plain\r\n");
  }

  @Test
  void writes_instants_constants_and_empty_optionals() throws IOException {
    assertThat(
            written(
                Instant.parse("2026-12-01T09:00:00Z"),
                Optional.of(StepKey.BOOTSTRAP_ROLE),
                Optional.empty(),
                3))
        .endsWith("\r\n2026-12-01T09:00:00Z,bootstrap_role,,3\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"https://evil.example\")",
        "+1+1",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1,2)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uFF1D1+1"
      })
  void a_cell_that_a_spreadsheet_would_calculate_is_text(String typed) throws IOException {
    assertThat(read(written(typed)).get(1).get(0)).isEqualTo("'" + typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme = Co", "a-b", "", " ", "'quoted", "Ächme 🚀", "012345678901"})
  void everything_else_stays_as_it_is(String typed) throws IOException {
    assertThat(read(written(typed, "x")).get(1).get(0)).isEqualTo(typed);
  }

  private static String written(Object... row) throws IOException {
    StringBuilder out = new StringBuilder();
    new Csv(out, "one", "two").row(row);
    return out.toString();
  }

  private static List<CSVRecord> read(String csv) throws IOException {
    return CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
  }
}
