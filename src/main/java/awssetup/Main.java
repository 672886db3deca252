package awssetup;

import awssetup.followup.FollowUps;
import awssetup.sandbox.Scenario;
import awssetup.store.DatabaseUnusable;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts the app. Without a word: the sandbox where no Slack setting is in the environment, the
 * real thing otherwise. What is wrong with the start is said in a line each, and nothing else is
 * printed.
 */
@Command(
    name = "aws-setup-bot",
    description = "Takes customers of an AWS reseller through setting up their account, in Slack.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int CANNOT_START = 1;
  private static final int WRONG_SETTING = 2;

  private final Map<String, String> environment = System.getenv();

  private Main() {}

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, parsed) -> explain(e));
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Settings.wantsSandbox(environment) ? sandbox(null, null, Scenario.EMPTY) : serve();
  }

  @Command(description = "Serves a real Slack workspace and AWS organization.")
  int serve() throws IOException, InterruptedException {
    Settings settings = Settings.read(environment);
    Bot bot = Bot.start(settings, Optional.empty(), InstantSource.system(), Main::scheduler);
    closeAtTheEnd(bot);
    LOG.info(
        "AWS Setup Bot {} is ready: {}",
        version(),
        settings.slack().socketMode()
            ? "listening to Slack over Socket Mode, health at port " + bot.port()
            : "POST /slack/events at port " + bot.port());
    if (!bot.check()) {
      return CANNOT_START;
    }
    return untilStopped();
  }

  @Command(description = "Plays Slack and AWS on this machine, to try everything in a browser.")
  int sandbox(
      @Option(names = "--port", description = "The page's port; without it PORT, else 3000.")
          Integer port,
      @Option(
              names = "--db",
              description = "Keep the app's data in this SQLite file; Slack and AWS begin afresh.")
          Path database,
      @Option(
              names = "--scenario",
              defaultValue = "EMPTY",
              description = "What is there at the start: ${COMPLETION-CANDIDATES}.")
          Scenario scenario)
      throws IOException, InterruptedException {
    SandboxRun run =
        SandboxRun.start(
            port == null ? Settings.port(environment) : port,
            Optional.ofNullable(database),
            scenario);
    closeAtTheEnd(run);
    System.out.println(
        "The sandbox is ready: open "
            + run.url()
            + " in a browser, type /aws-setup transfer in Erin's Slack on the left, and follow the tour.");
    return untilStopped();
  }

  static Scheduler scheduler(DataSource dataSource, FollowUps followUps) {
    return followUps.scheduler(dataSource).build();
  }

  private static void closeAtTheEnd(AutoCloseable part) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    part.close();
                  } catch (Exception e) {
                    LOG.warn("Stopping was not clean", e);
                  }
                }));
  }

  private static int untilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
    return 0;
  }

  private static int explain(Exception e) throws Exception {
    if (e instanceof SettingsException) {
      System.err.println(e.getMessage());
      return WRONG_SETTING;
    }
    if (e instanceof DatabaseUnusable || e instanceof IOException) {
      System.err.println(e.getMessage());
      return CANNOT_START;
    }
    if (e instanceof UncheckedIOException) {
      System.err.println(e.getCause().getMessage());
      return CANNOT_START;
    }
    throw e;
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }

  /** Says which version this is. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"aws-setup-bot " + version()};
    }
  }
}
