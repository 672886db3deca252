package awssetup.app;

import awssetup.aws.AwsClients;
import awssetup.export.SetupsCsv;
import awssetup.followup.Loop;
import awssetup.followup.LoopPorts;
import awssetup.followup.MorningDigest;
import awssetup.followup.schedule.RecurringJob;
import awssetup.followup.schedule.Schedule;
import awssetup.followup.schedule.SharedTransaction;
import awssetup.http.HttpServer;
import awssetup.http.OperatorPages;
import awssetup.http.Page;
import awssetup.operations.Metrics;
import awssetup.operations.Readiness;
import awssetup.operations.State;
import awssetup.ports.LoopHealth;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.settings.Settings;
import awssetup.settings.SlackSettings;
import awssetup.settings.Version;
import awssetup.setup.SetupId;
import awssetup.slack.SlackApp;
import awssetup.slack.SlackChecks;
import awssetup.slack.SlackListener;
import awssetup.slack.receive.SlackEndpoint;
import awssetup.store.Database;
import awssetup.store.maintenance.Databases;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running app: every room, wired by hand in the order in which they need each other, and closed
 * in the opposite order. Real use, the sandbox and tests differ in settings and {@link AppOptions}.
 */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  /** How old an open Home tab may be. */
  private static final Duration HOME_REFRESH = Duration.ofSeconds(10);

  private static final Duration DIGEST_CHECK = Duration.ofMinutes(1);
  private static final Duration DATABASE_CHECK = Duration.ofMinutes(1);

  private final Parts parts;
  private final Database database;
  private final Schedule schedule;
  private final Stores stores;
  private final AwsParts aws;
  private final SlackApp slack;
  private final Loop loop;
  private final HttpServer http;

  private App(Settings settings, AppOptions options, Parts parts) throws IOException {
    InstantSource clock = options.clock();
    this.parts = parts;
    database = parts.keep(Databases.open(settings.databaseUrl().value()));
    database.works();
    schedule = schedule(database, options);
    stores = Stores.in(database, schedule);
    stores.worklist().complete(clock.instant());
    Metrics metrics = parts.keep(new Metrics(Version.current()));
    AwsClients clients = parts.keep(new AwsClients(Configs.aws(settings), metrics));
    aws = AwsParts.over(clients, options);
    slack =
        parts.keep(
            new SlackApp(
                Configs.slack(settings),
                new SlackApp.Stores(
                    stores.setups(), stores.outbox(), stores.worklist(), stores.homeTabs()),
                aws.roles(),
                new SlackApp.Lookups(
                    aws::partnerAccount,
                    () -> SetupsCsv.bytes(stores.setups(), clock.instant()),
                    schedule::overdue),
                metrics,
                clock));
    MorningDigest digest =
        new MorningDigest(stores.digests(), slack.opsChannel(), settings.reminders(), clock);
    loop =
        new Loop(
            ports(stores, aws, slack),
            Configs.rules(settings),
            settings.retention(),
            id -> schedule.resume(id, stores.setups()),
            jobs(database, slack, digest),
            metrics,
            clock);
    parts.keep(schedule).start(stores.setups(), loop, slack::isRushed, metrics);
    State state = new State(clock, stores.worklist()::queues, this::health, database::connections);
    http = listen(settings, options.host(), pages(settings, metrics, state));
  }

  private static Schedule schedule(Database database, AppOptions options) {
    return new Schedule(
        database.dataSource(),
        database.isShared()
            ? Optional.empty()
            : Optional.<SharedTransaction>of(database::inTransaction),
        options.schedulers(),
        options.clock());
  }

  private static LoopPorts ports(Stores stores, AwsParts aws, SlackApp slack) {
    return new LoopPorts(
        stores.setups(), stores.outbox(), aws.transfers(), aws.roles(), slack.conversation());
  }

  private static List<RecurringJob> jobs(Database database, SlackApp slack, MorningDigest digest) {
    return List.of(
        new RecurringJob("home", HOME_REFRESH, slack::refreshHomes),
        new RecurringJob("digest", DIGEST_CHECK, digest::run),
        new RecurringJob("database", DATABASE_CHECK, database::works));
  }

  private LoopHealth health() {
    return schedule.health(loop.outages());
  }

  private Map<String, Supplier<Page>> pages(Settings settings, Metrics metrics, State state) {
    Readiness readiness = new Readiness(settings.watchInterval());
    return new OperatorPages(Version.current(), metrics, state, readiness, slack::refuses).pages();
  }

  private HttpServer listen(
      Settings settings, Optional<String> host, Map<String, Supplier<Page>> pages)
      throws IOException {
    SlackListener listener = new SlackListener(slack);
    SlackSettings given = settings.slack();
    HttpServer.Builder server = HttpServer.on(settings.port());
    host.ifPresent(server::host);
    pages.forEach(server::page);
    if (given.appToken().isEmpty()) {
      SlackEndpoint slackEndpoint = listener.overHttp(given.signingSecret().orElseThrow());
      server.servlet(SlackEndpoint.PATH, slackEndpoint.servlet(), slackEndpoint.filter());
    }
    HttpServer started = parts.keep(server.start());
    if (given.appToken().isPresent()) {
      parts.keep(listener.overSocket(given.appToken().get()));
    }
    // Read from the bottom: people are asked to try again while the loop comes to rest.
    parts.onClose(listener::awaitLast);
    parts.onClose(schedule);
    parts.onClose(listener::refuse);
    return started;
  }

  /** Loads classes on another core while the settings are read and the database is opened. */
  public static void load() {
    CompletableFuture.runAsync(SlackApp::load).thenRun(HttpServer::load).thenRun(Metrics::load);
  }

  /**
   * Starts the app; it answers requests when this returns.
   *
   * @throws IOException if it cannot listen, or Socket Mode cannot be opened; the message says what
   *     to do
   * @throws awssetup.store.DatabaseUnusable if the database cannot be used; the message says what
   *     to do
   */
  public static App start(Settings settings, AppOptions options) throws IOException {
    Parts parts = new Parts();
    try {
      return new App(settings, options, parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /**
   * Checks what can only be checked by asking Slack and AWS, and logs a line for each finding.
   *
   * @return false if the app could do nothing at all, because Slack refuses its token
   */
  public boolean check() {
    boolean useful = checkSlack();
    for (String finding : aws.checks().findings()) {
      LOG.warn("{}", finding);
    }
    return useful;
  }

  private boolean checkSlack() {
    try {
      slack.checkToken();
      return true;
    } catch (SlackUnavailable e) {
      LOG.warn("Slack cannot be reached ({}). The app goes on trying.", e.getMessage());
      return true;
    } catch (SlackRefused e) {
      LOG.error("{}", SlackChecks.refused(e));
      return false;
    }
  }

  /** Keeps a connection to Slack open, so that the first modal after a quiet time opens at once. */
  public void stayReady() {
    slack.stayConnected();
  }

  public int port() {
    return http.port();
  }

  public Database database() {
    return database;
  }

  Schedule schedule() {
    return schedule;
  }

  /**
   * The agendas of the setups that are looked at soonest, of those that the filter lets through.
   */
  List<Agenda> agendas(Predicate<SetupId> filter, int atMost) {
    return schedule.planned().stream()
        .filter(next -> filter.test(next.setup()))
        .limit(atMost)
        .flatMap(
            next ->
                stores
                    .setups()
                    .find(next.setup())
                    .map(setup -> new Agenda(setup, next.at(), loop.upcoming(setup)))
                    .stream())
        .toList();
  }

  /**
   * Takes no more requests, lets those finish that were let in, and closes the database last. It
   * takes ten seconds at most.
   */
  @Override
  public void close() {
    parts.close();
  }
}
