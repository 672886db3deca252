package awssetup.command;

import awssetup.app.SandboxRun;
import awssetup.app.SandboxStart;
import awssetup.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox until the process is told to stop. */
@Command(
    name = "sandbox",
    description = "Plays Slack and AWS on this machine, to try everything in a browser.")
public final class SandboxCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Option(names = "--port", description = "The page's port; without it PORT, else 3000.")
  private Integer port;

  @Option(
      names = "--db",
      description = "Keep the app's data in this SQLite file; Slack and AWS begin afresh.")
  private Path database;

  @Option(
      names = "--scenario",
      defaultValue = "EMPTY",
      description = "What is there at the start: ${COMPLETION-CANDIDATES}.")
  private SandboxStart scenario = SandboxStart.EMPTY;

  public SandboxCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SandboxRun run =
        SandboxRun.start(
            port == null ? Settings.port(environment) : port,
            Optional.ofNullable(database),
            scenario);
    UntilStopped.closeAtTheEnd(run);
    System.out.println(
        "The sandbox is ready: open "
            + run.url()
            + " in a browser, type /aws-setup transfer in Erin's Slack on the left, and follow the"
            + " tour.");
    return UntilStopped.await();
  }
}
