package awssetup;

import awssetup.command.BackupCommand;
import awssetup.command.DoctorCommand;
import awssetup.command.ExitCode;
import awssetup.command.ExportCommand;
import awssetup.command.MoveCommand;
import awssetup.command.RehearseCommand;
import awssetup.command.SandboxCommand;
import awssetup.command.ServeCommand;
import awssetup.command.VersionLine;
import awssetup.settings.Settings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Picks the command. Without a word that is the sandbox if no Slack setting is in the environment,
 * and {@code serve} otherwise.
 */
@Command(
    name = "aws-setup-bot",
    description = "Takes customers of an AWS reseller through setting up their account, in Slack.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = VersionLine.class)
public final class Main implements Callable<Integer> {
  private final Map<String, String> environment;

  private Main(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] args) {
    if (args.length == 0 || args[0].equals(ServeCommand.NAME)) {
      ServeCommand.load();
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(commandLine(System.getenv()).setOut(out).execute(args));
  }

  /** The whole command line for these environment variables. */
  public static CommandLine commandLine(Map<String, String> environment) {
    return commandLine(environment, new FileOutputStream(FileDescriptor.out));
  }

  /**
   * The same, with another target for what is exported.
   *
   * @param exports takes the exported bytes
   */
  public static CommandLine commandLine(Map<String, String> environment, OutputStream exports) {
    return new CommandLine(new Main(environment))
        .addSubcommand(new ServeCommand(environment))
        .addSubcommand(new SandboxCommand(environment))
        .addSubcommand(new RehearseCommand(Main.class))
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
}
