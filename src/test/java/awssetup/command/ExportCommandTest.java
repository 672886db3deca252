package awssetup.command;

import static awssetup.testkit.DataUnderTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.CancelSetup;
import awssetup.setup.SetupId;
import awssetup.testkit.DataUnderTest;
import awssetup.testkit.DataUnderTest.Run;
import awssetup.testkit.People;
import awssetup.testkit.Postgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code export} prints while a bot has the same database open. */
class ExportCommandTest {
  @TempDir Path directory;

  @Test
  void prints_every_setup_oldest_first_with_where_it_stands() throws IOException {
    try (DataUnderTest bot = new DataUnderTest(directory)) {
      SetupId globex = bot.start("Globex, Inc. \"North\"", NOW);
      SetupId acme = bot.start("=HYPERLINK(\"https://evil.example\")", NOW.minusSeconds(60));
      bot.setups.change(globex, new CancelSetup(People.Ids.ERIN, "not now"), NOW.plusSeconds(1));

      Run run = bot.run("export");

      assertThat(run.code()).isZero();
      List<CSVRecord> rows = rows(run.out());
      assertThat(rows)
          .extracting(row -> row.get("id"))
          .containsExactly(acme.value(), globex.value());
      assertThat(rows.get(0).toMap())
          .containsEntry("customer", "'=HYPERLINK(\"https://evil.example\")")
          .containsEntry("option", "transfer_billing")
          .containsEntry("order_id", "PO-1")
          .containsEntry("channel", "C0ACME")
          .containsEntry("started_at", "2026-12-01T08:59:00Z")
          .containsEntry("started_by", People.ERIN)
          .containsEntry("state", "open")
          .containsEntry("steps_done", "0")
          .containsEntry("steps", "3")
          .containsEntry("step", "details")
          .containsEntry("waiting_for", "customer")
          .containsEntry("waiting_since", "2026-12-01T08:59:00Z")
          .containsEntry("ended_at", "");
      assertThat(rows.get(1).toMap())
          .containsEntry("customer", "Globex, Inc. \"North\"")
          .containsEntry("state", "cancelled")
          .containsEntry("step", "")
          .containsEntry("waiting_for", "")
          .containsEntry("ended_at", "2026-12-01T09:00:01Z");
      assertThat(run.out()).doesNotContain("not now");
    }
  }

  @Test
  void prints_the_audit_trail() throws IOException {
    try (DataUnderTest bot = new DataUnderTest(directory)) {
      SetupId acme = bot.start("Acme Robotics", NOW);
      bot.setups.change(acme, new CancelSetup(People.Ids.ERIN, "not now"), NOW.plusSeconds(1));

      List<CSVRecord> rows = rows(bot.run("export", "--events").out());

      assertThat(rows).extracting(row -> row.get("event")).containsExactly("started", "cancelled");
      assertThat(rows.get(0).toMap())
          .containsEntry("setup_id", acme.value())
          .containsEntry("at", "2026-12-01T09:00:00Z")
          .containsEntry("by", People.ERIN);
    }
  }

  @Test
  void works_on_postgresql_too() throws IOException {
    try (DataUnderTest bot = new DataUnderTest(Postgres.newDatabase())) {
      SetupId acme = bot.start("Ächme & Söhne", NOW);
      assertThat(rows(bot.run("export").out()).get(0).toMap())
          .containsEntry("id", acme.value())
          .containsEntry("customer", "Ächme & Söhne");
    }
  }

  @Test
  void creates_no_database() {
    Path missing = directory.resolve("nowhere.db");
    Run run = DataUnderTest.run(Map.of("DATABASE_URL", "jdbc:sqlite:" + missing), "export");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).containsOnlyOnce("\n").contains("there is no file " + missing);
    assertThat(run.out()).isEmpty();
    assertThat(Files.exists(missing)).isFalse();
  }

  @Test
  void creates_no_tables() {
    String empty = Postgres.newDatabase();
    Run run = DataUnderTest.run(Map.of("DATABASE_URL", empty), "export");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).containsOnlyOnce("\n").contains("tables of an older version");
    new DataUnderTest(empty).close();
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    assertThat(csv).startsWith("\uFEFF");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv.substring(1)))
        .getRecords();
  }
}
