package awssetup.command;

import awssetup.export.EventsCsv;
import awssetup.export.SetupsCsv;
import awssetup.settings.Settings;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints setups or the audit trail as CSV. It only reads, so the bot may be running. */
@Command(name = "export", description = "Prints all setups as CSV, also while the bot is running.")
public final class ExportCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final OutputStream out;

  @Option(names = "--events", description = "The audit trail instead: who did what, and when.")
  private boolean events;

  /**
   * @param out takes the bytes as they are, and fails if the reader has gone
   */
  public ExportCommand(Map<String, String> environment, OutputStream out) {
    this.environment = environment;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    try (Database database = Databases.openAsIs(Settings.databaseUrl(environment).value())) {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      StoredSetups setups = StoredSetups.readOnly(database);
      if (events) {
        EventsCsv.write(setups, writer);
      } else {
        SetupsCsv.write(setups, Instant.now(), writer);
      }
      writer.flush();
      return 0;
    }
  }
}
