package awssetup.command;

import awssetup.Main;
import awssetup.app.App;
import awssetup.settings.Settings;
import awssetup.settings.Version;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the real thing until the process is told to stop. */
@Command(
    name = ServeCommand.NAME,
    description = "Serves a real Slack workspace and AWS organization.")
public final class ServeCommand implements Callable<Integer> {
  public static final String NAME = "serve";

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final Map<String, String> environment;

  public ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read(environment);
    App bot = App.start(settings, Optional.empty(), InstantSource.system(), Main::scheduler);
    UntilStopped.closeAtTheEnd(bot);
    LOG.info(
        "AWS Setup Bot {} is ready: {}",
        Version.current(),
        settings.slack().socketMode()
            ? "listening to Slack over Socket Mode, health at port " + bot.port()
            : "POST /slack/events at port " + bot.port());
    if (!bot.check()) {
      return ExitCode.CANNOT_START;
    }
    bot.stayReady();
    return UntilStopped.await();
  }
}
