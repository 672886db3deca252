package awssetup.command;

import awssetup.followup.schedule.Schedule;
import awssetup.settings.Settings;
import awssetup.store.Database;
import awssetup.store.maintenance.Backup;
import awssetup.store.maintenance.Databases;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the SQLite database to a file while the bot is running. */
@Command(
    name = "backup",
    description = "Copies the SQLite database to a new file, also while the bot is running.")
public final class BackupCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Where to; a file that is not there yet.")
  private Path file;

  public BackupCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (Database database = Databases.openAsIs(Settings.databaseUrl(environment).value())) {
      Backup.write(database, file, Schedule::makeAllDue);
    }
    spec.commandLine()
        .getOut()
        .println(
            file
                + " holds everything and is sound. To go back to it, stop the bot, put it in place"
                + " of the database and delete the files beside that end in -wal and -shm.");
    return 0;
  }
}
