package awssetup.app;

import awssetup.Main;
import awssetup.sandbox.PlannedWork;
import awssetup.sandbox.Sandbox;
import awssetup.sandbox.Scenario;
import awssetup.settings.Settings;
import awssetup.setup.Plan;
import awssetup.setup.SetupId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The app in its sandbox, as {@code serve} would run it but for base URLs and the clock, from the
 * first stand-in to the page.
 */
public final class SandboxRun implements AutoCloseable {
  /** More setups than the page's clock panel has lines. */
  private static final int SHOWN_SETUPS = 20;

  private final Sandbox sandbox;
  private final App bot;

  private SandboxRun(Sandbox sandbox, App bot) {
    this.sandbox = sandbox;
    this.bot = bot;
  }

  /**
   * Starts everything; the page can be opened when this returns.
   *
   * @param port of the page; 0 for any free one
   * @param database where the app keeps its data; empty: a file that goes with the sandbox
   * @throws IOException if the port is taken
   */
  public static SandboxRun start(int port, Optional<Path> database, Scenario scenario)
      throws IOException {
    Sandbox sandbox = Sandbox.open(port, database);
    try {
      Settings settings = Settings.read(sandbox.settings());
      App bot = App.start(settings, Optional.of("127.0.0.1"), sandbox.clock(), Main::scheduler);
      SandboxRun run = new SandboxRun(sandbox, bot);
      bot.check();
      Set<SetupId> crowd = ConcurrentHashMap.newKeySet();
      Supplier<List<PlannedWork>> planned =
          () ->
              ClockPanelLines.inWords(
                  bot.agendas(id -> !crowd.contains(id), SHOWN_SETUPS), sandbox.clock().instant());
      sandbox.openPage(bot.port(), planned, bot::lookNow);
      sandbox.playScenario(scenario, planned, bot::lookNow);
      if (scenario == Scenario.BUSY) {
        Plan.Rules rules = new Plan.Rules(settings.reminders(), settings.watchInterval());
        Instant now = sandbox.clock().instant();
        ManySetups more =
            new ManySetups(bot.database(), bot.followUps(), sandbox.backdatedState(), rules, now);
        bot.followUps().atRest(() -> crowd.addAll(more.gather()));
      }
      return run;
    } catch (IOException | RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /** Where a browser finds the page. */
  public URI url() {
    return sandbox.url();
  }

  @Override
  public void close() {
    sandbox.closePage();
    bot.close();
    sandbox.close();
  }
}
