package awssetup.export;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.AccountId;
import awssetup.setup.StepKey;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells keep any text they hold, and none of them becomes a formula, a number or a date. */
class CsvTest {

  @Test
  void quotes_cells_as_rfc_4180_says() throws IOException {
    assertThat(written("a, b", "say \"hello\"", "two\nlines", "plain"))
        .isEqualTo("\uFEFFone,two\r\n\"a, b\",\"say \"\"hello\"\"\",\"two\nlines\",plain\r\n");
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
  @ValueSource(
      strings = {
        "012345678901",
        "123456789012",
        "4711",
        "007",
        "1.50",
        "1,234.5",
        "1'000",
        "1 000",
        "1\u00A0000",
        ".5",
        "5%",
        "5 %",
        "€5",
        "€ 5",
        "5 €",
        "(5)",
        "1E5",
        "12e34",
        "1.2E+11",
        "1/2",
        "3/6",
        "1 1/2",
        "12:30",
        "12:30 PM",
        "3 pm",
        "2026-12-01",
        "2026-12",
        "2026-12-01 09:00:00",
        "2026-12-01T09:00:00Z",
        "1.12.2026",
        "12/1/26",
        "1-2",
        "Dec 1",
        "1 Dec",
        "MARCH1",
        "SEP2",
        "Mar-26",
        "1. März 2026",
        "1 de enero de 2026",
        "1st of March 2026",
        "TRUE",
        "False",
        "wahr",
        "FALSCH",
        "Verdadero",
        "falso",
        "#N/A",
        "#REF!",
        " 4711 ",
        "４７１１",
        "−5"
      })
  void a_text_that_a_spreadsheet_would_read_as_a_value_stays_as_typed(String typed)
      throws IOException {
    assertThat(read(written(typed)).get(1).get(0)).isEqualTo("'" + typed);
  }

  @Test
  void an_account_id_keeps_its_zeros() throws IOException {
    assertThat(read(written(Optional.of(new AccountId("000000000012")))).get(1).get(0))
        .isEqualTo("'000000000012");
  }

  @Test
  void what_is_a_number_or_a_month_is_written_as_one() throws IOException {
    assertThat(written(7, YearMonth.of(2027, 1))).endsWith("\r\n7,2027-01\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme = Co",
        "a-b",
        "",
        " ",
        "'quoted",
        "Ächme 🚀",
        "PO-4711",
        "3M",
        "7-Eleven",
        "1&1",
        "Truefalse",
        "True North",
        "May",
        "March Networks 7",
        "Mayer 3",
        "#acme",
        "A1",
        "E5",
        "5 apples"
      })
  void everything_else_stays_as_it_is(String typed) throws IOException {
    assertThat(read(written(typed, "x")).get(1).get(0)).isEqualTo(typed);
  }

  private static String written(Object... row) throws IOException {
    StringBuilder out = new StringBuilder();
    new Csv(out, "one", "two").row(row);
    return out.toString();
  }

  private static List<CSVRecord> read(String csv) throws IOException {
    return CSVFormat.RFC4180.parse(new StringReader(csv.replaceFirst("^\uFEFF", ""))).getRecords();
  }
}
