package awssetup;

import awssetup.app.App;
import awssetup.command.BackupCommand;
import awssetup.command.DoctorCommand;
import awssetup.command.ExitCode;
import awssetup.command.ExportCommand;
import awssetup.command.MoveCommand;
import awssetup.command.RehearseCommand;
import awssetup.command.SandboxCommand;
import awssetup.command.ServeCommand;
import awssetup.followup.FollowUps;
import awssetup.settings.Settings;
import awssetup.settings.Version;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Starts the app. Without a word: the sandbox where no Slack setting is in the environment, the
 * real thing otherwise. Each subcommand is a class of its own, handed the environment here.
 */
@Command(
    name = "aws-setup-bot",
    description = "Takes customers of an AWS reseller through setting up their account, in Slack.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = Version.class)
public final class Main implements Callable<Integer> {
  private final Map<String, String> environment;

  private Main(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    if (args.length == 0 || args[0].equals(ServeCommand.NAME)) {
      App.load();
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(commandLine(System.getenv()).setOut(out).execute(args));
  }

  /** The whole command line over these settings, for the start and for tests. */
  public static CommandLine commandLine(Map<String, String> environment) {
    return commandLine(environment, new FileOutputStream(FileDescriptor.out));
  }

  /**
   * @param exports takes the bytes of what is exported
   */
  public static CommandLine commandLine(Map<String, String> environment, OutputStream exports) {
    return new CommandLine(new Main(environment))
        .addSubcommand(new ServeCommand(environment))
        .addSubcommand(new SandboxCommand(environment))
        .addSubcommand(new RehearseCommand())
        .addSubcommand(new ExportCommand(environment, exports))
        .addSubcommand(new BackupCommand(environment))
        .addSubcommand(new MoveCommand(environment))
        .addSubcommand(new DoctorCommand(environment, InstantSource.system()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> ExitCode.explain(e, command));
  }

  @Override
  public Integer call() throws Exception {
    return Settings.wantsSandbox(environment)
        ? new SandboxCommand(environment).call()
        : new ServeCommand(environment).call();
  }

  public static Scheduler scheduler(DataSource dataSource, FollowUps followUps) {
    return followUps.scheduler(dataSource).build();
  }
}
