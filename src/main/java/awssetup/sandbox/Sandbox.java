package awssetup.sandbox;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.page.PageServer;
import awssetup.sandbox.slack.SlackStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Slack, AWS and the clock, played in this process for the unchanged app: its settings point at the
 * stand-ins, and it knows nothing else of them. Everything listens on the loopback address, and the
 * data goes when the sandbox closes.
 */
public final class Sandbox implements AutoCloseable {
  private final SandboxClock clock = new SandboxClock();
  private final SandboxSettings settings = new SandboxSettings();
  private final Path directory;
  private final SlackStandIn slack;
  private final AwsStandIn aws;
  private final int port;
  private final Optional<Path> database;
  private PageServer page;

  private Sandbox(int port, Optional<Path> database) throws IOException {
    this.port = port;
    this.database = database;
    this.directory = Files.createTempDirectory("aws-setup-bot-sandbox");
    this.slack = SlackStandIn.start(clock, 0, settings.signingSecret, settings.botToken);
    this.aws = AwsStandIn.start(clock, 0);
  }

  /**
   * Starts the stand-ins; the page opens later.
   *
   * @param port the page's port; 0 for any free one
   * @param database where the app keeps its data; empty: a file that goes with the sandbox
   * @throws IOException if there is no room for that file
   */
  public static Sandbox open(int port, Optional<Path> database) throws IOException {
    return new Sandbox(port, database);
  }

  /** The settings that an operator would give the app to use these stand-ins. */
  public Map<String, String> settings() {
    return settings.pointingAt(
        slack.apiUrl(), aws.url(), database.orElse(directory.resolve("sandbox.db")));
  }

  /** The sandbox's time, which the app has to use as well. */
  public InstantSource clock() {
    return clock;
  }

  /**
   * Opens the page for an app that is running.
   *
   * @param appPort where the app takes Slack's requests
   * @param planned what the app will do next, soonest first
   * @param lookNow has the app look for due work, after the clock has jumped
   * @throws IOException if the page's port is taken
   */
  public void openPage(int appPort, Supplier<List<PlannedWork>> planned, Runnable lookNow)
      throws IOException {
    deliverTo(appPort);
    page =
        PageServer.start(
            port,
            new StandInSlackPanel(slack),
            awsPanel(),
            new StandInClockPanel(clock, planned, lookNow));
    slack.onChange(page::changed);
    aws.onChange(page::changed);
  }

  /**
   * Plays a scenario through the running app.
   *
   * @throws IllegalStateException if the app does not do what the scenario needs
   */
  public void playScenario(
      Scenario scenario, Supplier<List<PlannedWork>> planned, Runnable lookNow) {
    BusyScenario busy = scenario(planned, lookNow);
    switch (scenario) {
      case EMPTY -> {}
      case FINISHED -> busy.playOne();
      case BUSY -> busy.playAll();
    }
  }

  /**
   * Takes an app that runs in another process, by the real time, through what most setups need.
   *
   * @throws IllegalStateException if the app does not do its part
   */
  public void rehearse(int appPort) {
    deliverTo(appPort);
    scenario(List::of, () -> {}).rehearse();
  }

  private void deliverTo(int appPort) {
    slack.deliverTo(URI.create("http://127.0.0.1:" + appPort + "/slack/events"));
  }

  private BusyScenario scenario(Supplier<List<PlannedWork>> planned, Runnable lookNow) {
    return new BusyScenario(
        new ScriptedPeople(slack, clock, planned, lookNow), slack.workspace(), aws, awsPanel());
  }

  private StandInAwsPanel awsPanel() {
    return new StandInAwsPanel(
        aws, SandboxSettings.ROLE_NAME, new QuickCreateIds(settings.externalIdSecret));
  }

  /** Adds messages and invitations with dates in the past. */
  public BackdatedState backdatedState() {
    return new BackdatedState(slack, aws);
  }

  /** Where a browser finds the page, once it is open. */
  public URI url() {
    return page.url();
  }

  /** Closes the page if it is open. To be called before the app stops, as the page asks the app. */
  public void closePage() {
    if (page != null) {
      page.close();
    }
  }

  /** Closes the page and the stand-ins and deletes the data. */
  @Override
  public void close() {
    closePage();
    slack.close();
    aws.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(Sandbox::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
