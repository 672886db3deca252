package awssetup.command;

import awssetup.app.App;
import awssetup.app.AppOptions;
import awssetup.settings.Settings;
import awssetup.settings.Version;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the app in real use until the process is told to stop. */
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

  /** Loads on another core what {@link #call} needs, before there is anything else to do. */
  public static void load() {
    App.load();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read(environment);
    App app = App.start(settings, AppOptions.inRealUse());
    UntilStopped.closeAtTheEnd(app);
    LOG.info(
        "AWS Setup Bot {} is ready: {}",
        Version.current(),
        settings.slack().socketMode()
            ? "listening to Slack over Socket Mode, health at port " + app.port()
            : "POST /slack/events at port " + app.port());
    if (!app.check()) {
      return ExitCode.CANNOT_START;
    }
    app.stayReady();
    return UntilStopped.await();
  }
}
