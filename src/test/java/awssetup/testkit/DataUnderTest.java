package awssetup.testkit;

import awssetup.Main;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A database that a bot has open, and the commands that an operator runs beside the bot. */
public final class DataUnderTest implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

  final String url;
  final Database database;
  public final StoredSetups setups;

  public DataUnderTest(Path directory) {
    this("jdbc:sqlite:" + directory.resolve("bot.db"));
  }

  public DataUnderTest(String url) {
    this.url = url;
    this.database = Databases.open(url);
    this.setups = new StoredSetups(database, new NoWakeUps());
  }

  public SetupId start(String customer, Instant at) {
    SetupId id = SetupId.random();
    setups.create(
        new StartSetup(
                id,
                Option.TRANSFER_BILLING,
                customer,
                Optional.empty(),
                Optional.of("PO-1"),
                People.Ids.ACME,
                People.Ids.ERIN,
                Language.EN)
            .at(at),
        at);
    return id;
  }

  public Setup find(SetupId id) {
    return setups.find(id).orElseThrow();
  }

  /** What a command printed, and how it ended. */
  public record Run(int code, String out, String err) {}

  public Run run(String... words) {
    return run(Map.of("DATABASE_URL", url), words);
  }

  public static Run run(Map<String, String> environment, String... words) {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine(environment, csv)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Run(code, csv.toString(StandardCharsets.UTF_8) + out, err.toString());
  }

  @Override
  public void close() {
    database.close();
  }
}
