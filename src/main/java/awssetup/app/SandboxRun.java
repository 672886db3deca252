package awssetup.app;

import awssetup.sandbox.PlannedWork;
import awssetup.sandbox.Sandbox;
import awssetup.settings.Settings;
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
 * The app in its sandbox, from the stand-ins to the page. The app runs as in real use, but for base
 * URLs and the clock.
 */
public final class SandboxRun implements AutoCloseable {
  /** More setups than the page's clock panel has lines. */
  private static final int SHOWN_SETUPS = 20;

  private final Sandbox sandbox;
  private final App app;

  private SandboxRun(Sandbox sandbox, App app) {
    this.sandbox = sandbox;
    this.app = app;
  }

  /**
   * Starts everything; the page can be opened when this returns.
   *
   * @param port of the page; 0 for any free one
   * @param database where the app keeps its data; empty: a file that goes with the sandbox
   * @throws IOException if the port is taken
   */
  public static SandboxRun start(int port, Optional<Path> database, SandboxStart start)
      throws IOException {
    Sandbox sandbox = Sandbox.open(port, database);
    try {
      Settings settings = Settings.read(sandbox.settings());
      App app = App.start(settings, AppOptions.inSandbox(sandbox.clock()));
      SandboxRun run = new SandboxRun(sandbox, app);
      app.check();
      run.play(settings, start);
      return run;
    } catch (IOException | RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  private void play(Settings settings, SandboxStart start) throws IOException {
    Set<SetupId> hidden = ConcurrentHashMap.newKeySet();
    Supplier<List<PlannedWork>> planned =
        () ->
            ClockPanelLines.inWords(
                app.agendas(id -> !hidden.contains(id), SHOWN_SETUPS), sandbox.clock().instant());
    Runnable lookNow = app.schedule()::committed;
    sandbox.openPage(app.port(), planned, lookNow);
    sandbox.playScenario(start.scenario(), planned, lookNow);
    if (start == SandboxStart.BUSY) {
      Instant now = sandbox.clock().instant();
      ManySetups more =
          new ManySetups(
              app.database(),
              app.schedule(),
              sandbox.backdatedState(),
              Configs.rules(settings),
              now);
      app.schedule().atRest(() -> hidden.addAll(more.create()));
    }
  }

  /** Where a browser finds the page. */
  public URI url() {
    return sandbox.url();
  }

  @Override
  public void close() {
    sandbox.closePage();
    app.close();
    sandbox.close();
  }
}
