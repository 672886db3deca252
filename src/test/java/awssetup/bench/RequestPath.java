package awssetup.bench;

import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.setup.SetupId;
import awssetup.testkit.People;
import awssetup.testkit.Signed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How quickly a request is acknowledged. As in real use, each submission changes a setup, is saved
 * before it is answered, and wakes a follow-up that runs at the same time.
 */
final class RequestPath implements AutoCloseable {
  private static final int SETUPS = 2_000;
  private static final int CONNECTIONS = 16;
  private static final int IN_CLOSED_LOOP = Integer.getInteger("bench.requests", 8_000);
  private static final int PER_SECOND = 200;
  private static final int IN_OPEN_LOOP = 20 * PER_SECOND;
  private static final String ACCOUNT = "299999999999";
  private static final String COMMAND = "/aws-setup status";

  private final Report report;
  private final BenchWorld world;
  private final List<SetupId> setups;
  private final AppProcess app;
  private final Signed signed;
  private final String submission;
  private final String setupInIt;
  private final String command;
  private int sent;

  private RequestPath(Report report, Path directory) throws Exception {
    this.report = report;
    this.world = new BenchWorld(InstantSource.system(), directory);
    this.setups =
        Seed.setups(world.database, SETUPS, Instant.now(), Seed.longFromNow(), (i, setup) -> setup);
    this.app = AppProcess.start(world.settings(), Start.FLAGS);
    this.signed = BenchWorld.signed(app.events());
    world.slack.deliverTo(app.events());
    try (Recorded recorded = new Recorded()) {
      this.setupInIt = openDetails();
      world.slack.deliverTo(recorded.url());
      submitDetails();
      this.submission = recorded.body();
      world.slack.type(People.ERIN, People.OPS, COMMAND);
      this.command = recorded.body();
    }
  }

  static void run(Report report, Path directory) throws Exception {
    AppProcess.makeArchive();
    try (RequestPath path = new RequestPath(report, directory)) {
      path.warmUp();
      path.closed("view_submission", path.submissions(IN_CLOSED_LOOP));
      path.closed("slash command", path.commands(IN_CLOSED_LOOP));
      path.open("view_submission", path.submissions(IN_OPEN_LOOP));
      path.open("slash command", path.commands(IN_OPEN_LOOP));
      report.row(
          "memory after that",
          String.join(" ", Start.FLAGS),
          "%d MB",
          path.app.residentMegabytes());
    }
  }

  /** Starts a setup and presses the button of its card. */
  private String openDetails() throws Exception {
    await(
        () -> {
          world.slack.type(People.ERIN, People.ACME, "/aws-setup transfer");
          return !world.slack.workspace().views(People.ERIN).isEmpty();
        });
    world.submit(Map.of("customer_name", "Acme"));
    await(() -> card() != null);
    StandInMessage card = card();
    String block = BenchWorld.blockOf(card, "enter_details");
    world.slack.press(People.ERIN, People.ACME, card.ts(), block, "enter_details", null);
    await(() -> !world.slack.workspace().views(People.ERIN).isEmpty());
    return world.view().get("private_metadata").getAsString();
  }

  private void submitDetails() {
    world.submit(
        Map.of(
            "account_id", ACCOUNT,
            "contact_name", "Carla Customer",
            "contact_email", "carla@acme.example"));
  }

  private StandInMessage card() {
    return world.slack.workspace().messages(People.ACME).stream()
        .filter(message -> message.blocks().size() > 1)
        .findFirst()
        .orElse(null);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("the app does not do its part, see target/bench-app.log");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** One request for each setup, each with a new account ID. */
  private List<byte[]> submissions(int howMany) {
    List<byte[]> requests = new ArrayList<>(howMany);
    for (int i = 0; i < howMany; i++, sent++) {
      String body =
          submission
              .replace(setupInIt, setups.get(sent % setups.size()).value())
              .replace(ACCOUNT, Seed.account(sent).value());
      requests.add(Recorded.request(signed, body));
    }
    return requests;
  }

  private List<byte[]> commands(int howMany) {
    List<byte[]> requests = new ArrayList<>(howMany);
    for (int i = 0; i < howMany; i++) {
      requests.add(Recorded.request(signed, command));
    }
    return requests;
  }

  /** Runs until the JVM has compiled most of the code, as in a bot that has run for a while. */
  private void warmUp() throws Exception {
    Load load = new Load(app.port());
    load.closed(submissions(3 * IN_CLOSED_LOOP), CONNECTIONS);
    load.closed(commands(IN_CLOSED_LOOP / 2), CONNECTIONS);
  }

  private void closed(String what, List<byte[]> requests) throws Exception {
    Duration before = app.cpu();
    Load.Result result = new Load(app.port()).closed(requests, CONNECTIONS);
    row(what, "closed loop, " + CONNECTIONS + " connections", requests.size(), before, result);
  }

  private void open(String what, List<byte[]> requests) throws Exception {
    Duration before = app.cpu();
    Load.Result result = new Load(app.port()).open(requests, PER_SECOND, 4 * CONNECTIONS);
    row(what, "open loop, " + PER_SECOND + "/s", requests.size(), before, result);
  }

  private void row(
      String what, String conditions, int requests, Duration before, Load.Result result) {
    report.row(
        what,
        conditions + ", " + requests + " requests",
        "%.0f/s; p50 %.1f ms, p99 %.1f ms, max %.0f ms; %d refused; app's CPU %.2f ms a request",
        result.perSecond(),
        result.millis(0.5),
        result.millis(0.99),
        result.max(),
        result.refused(),
        app.cpu().minus(before).toNanos() / 1e6 / requests);
  }

  @Override
  public void close() throws IOException {
    app.close();
    world.close();
  }
}
