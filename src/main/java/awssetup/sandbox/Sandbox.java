package awssetup.sandbox;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.page.PageServer;
import awssetup.sandbox.slack.SlackStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Slack, AWS and the clock, played in this process for the app as it is: it gets settings that
 * point at the stand-ins, and otherwise knows nothing of them. All on the loopback address; the
 * data goes when the sandbox closes.
 */
public final class Sandbox implements AutoCloseable {
  /**
   * Something the app will do.
   *
   * @param setup the id of the setup that it is about
   * @param customer whose setup that is
   * @param kind one word for the page: reminder, deadline, probe, retry or look
   * @param what in words, without the customer's name
   */
  public record Planned(String setup, String customer, String kind, String what, Instant at) {}

  static final String ROLE_NAME = "SWOEssentialsBootstrapRole";

  private final SandboxClock clock = new SandboxClock();
  private final String signingSecret = UUID.randomUUID().toString();
  private final String botToken = "xoxb-" + UUID.randomUUID();
  private final String externalIdSecret = UUID.randomUUID().toString();
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
    this.slack = SlackStandIn.start(clock, 0, signingSecret, botToken);
    this.aws = AwsStandIn.start(clock, 0);
  }

  /**
   * Opens the stand-ins.
   *
   * @param port of the page; 0 for any free one
   * @param database where the app keeps its data; empty: a file that goes with the sandbox
   */
  public static Sandbox open(int port, Optional<Path> database) throws IOException {
    return new Sandbox(port, database);
  }

  /** The settings that an operator would give the app to use these stand-ins. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("SLACK_BOT_TOKEN", botToken);
    settings.put("SLACK_SIGNING_SECRET", signingSecret);
    settings.put("SLACK_API_URL", slack.apiUrl().toString());
    settings.put("PORT", "0");
    settings.put("DATABASE_URL", "jdbc:sqlite:" + database.orElse(directory.resolve("sandbox.db")));
    settings.put("AWS_REGION", "us-east-1");
    settings.put("AWS_ACCESS_KEY_ID", "AKIASANDBOX");
    settings.put("AWS_SECRET_ACCESS_KEY", "sandbox");
    settings.put("AWS_ENDPOINT_URL_ORGANIZATIONS", aws.url().toString());
    settings.put("AWS_ENDPOINT_URL_STS", aws.url().toString());
    settings.put("BOOTSTRAP_ROLE_NAME", ROLE_NAME);
    settings.put("BOOTSTRAP_EXTERNAL_ID_SECRET", externalIdSecret);
    settings.put(
        "BOOTSTRAP_TEMPLATE_URL",
        "https://essentials-bootstrap.s3.us-east-1.amazonaws.com/role.yaml");
    settings.put("BOOTSTRAP_STACK_NAME", "essentials-bootstrap-role");
    settings.put("OPS_CHANNEL", "C0OPS");
    settings.put("WATCH_INTERVAL", "PT2S");
    return settings;
  }

  public InstantSource clock() {
    return clock;
  }

  /**
   * Opens the page for an app that is running.
   *
   * @param appPort where the app takes Slack's requests
   * @param planned what the app will do next, soonest first
   * @param lookNow has the app look for due work, after the clock has jumped
   */
  public void play(int appPort, Supplier<List<Planned>> planned, Runnable lookNow)
      throws IOException {
    deliverTo(appPort);
    page =
        PageServer.start(
            port,
            new StandInSlackPanel(slack),
            new StandInAwsPanel(aws, ROLE_NAME, new QuickCreateIds(externalIdSecret)),
            new StandInClockPanel(clock, planned, lookNow));
    slack.onChange(page::changed);
    aws.onChange(page::changed);
  }

  /**
   * Brings the world into the state that a scenario begins with, through the running app.
   *
   * @throws IllegalStateException if the app does not do what the scenario needs
   */
  public void enact(Scenario scenario, Supplier<List<Planned>> planned, Runnable lookNow) {
    BusyScenario play = scenario(planned, lookNow);
    switch (scenario) {
      case EMPTY -> {}
      case FINISHED -> play.playOne();
      case BUSY -> play.playAll();
    }
  }

  /**
   * Takes an app that runs elsewhere, by the real time, through all that most setups need.
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

  private BusyScenario scenario(Supplier<List<Planned>> planned, Runnable lookNow) {
    return new BusyScenario(
        new ScriptedPeople(slack, clock, planned, lookNow),
        slack.workspace(),
        aws,
        new StandInAwsPanel(aws, ROLE_NAME, new QuickCreateIds(externalIdSecret)));
  }

  /** What Slack and AWS remember of before. */
  public BackdatedState earlier() {
    return new BackdatedState(slack, aws);
  }

  /** Where a browser finds the page. */
  public URI url() {
    return page.url();
  }

  /** Closes the page, so that nobody looks at an app that is about to stop. */
  public void closePage() {
    if (page != null) {
      page.close();
    }
  }

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
