package awssetup.command;

import awssetup.settings.Settings;
import awssetup.store.maintenance.DatabaseMove;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Moves everything to another database while the bot is stopped. */
@Command(
    name = "move",
    description = "Moves everything to another, empty database, while the bot is stopped.")
public final class MoveCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description =
          "Where to: jdbc:postgresql://… or jdbc:sqlite:…, as in DATABASE_URL. A password for"
              + " PostgreSQL may stand in ~/.pgpass instead.")
  private String to;

  public MoveCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    DatabaseMove.everything(Settings.databaseUrl(environment).value(), to, Instant.now())
        .forEach((table, rows) -> out.println(table + ": " + rows));
    out.println(
        "Everything has arrived. Set DATABASE_URL to the new database before you start the bot"
            + " again; the old one is as it was, and is not served any more.");
    return 0;
  }
}
