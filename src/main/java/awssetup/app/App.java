package awssetup.app;

import awssetup.aws.AwsChecks;
import awssetup.aws.AwsClients;
import awssetup.aws.AwsConfig;
import awssetup.aws.OrganizationsTransfers;
import awssetup.aws.Pause;
import awssetup.aws.StsBootstrapRoles;
import awssetup.export.SetupsCsv;
import awssetup.followup.FollowUps;
import awssetup.followup.MorningDigest;
import awssetup.followup.RecurringJob;
import awssetup.http.OperatorPages;
import awssetup.http.Page;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.settings.Settings;
import awssetup.setup.AccountId;
import awssetup.setup.ChannelId;
import awssetup.setup.Plan;
import awssetup.setup.Reviewers;
import awssetup.setup.SetupId;
import awssetup.slack.SlackApp;
import awssetup.slack.SlackChecks;
import awssetup.slack.SlackConfig;
import awssetup.slack.SlackListener;
import awssetup.store.Database;
import awssetup.store.StoredDigests;
import awssetup.store.StoredHomeTabs;
import awssetup.store.StoredOutbox;
import awssetup.store.StoredSetups;
import awssetup.store.StoredWorklist;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running app: every room, wired by hand in the order in which they need each other, and closed
 * in the opposite one. The same for real use, for the sandbox and for tests; they differ in
 * settings, clock and scheduler.
 */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  /** How far a Home tab that somebody looks at may lag behind. */
  private static final Duration HOME_REFRESH = Duration.ofSeconds(10);

  private static final Duration DIGEST_CHECK = Duration.ofMinutes(1);
  private static final Duration DATABASE_CHECK = Duration.ofMinutes(1);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private Database database;
  private SlackApp slack;
  private AwsChecks selfCheck;
  private FollowUps followUps;
  private SlackListener listener;

  private App() {}

  private void open(
      Settings settings,
      Optional<String> host,
      InstantSource clock,
      Pause pause,
      BiFunction<DataSource, FollowUps, Scheduler> schedulers)
      throws IOException {
    database = keep(Database.open(settings.databaseUrl().value()));
    database.works();
    AtomicReference<FollowUps> wakeUps = new AtomicReference<>();
    StoredSetups setups = new StoredSetups(database, wakeUps::get);
    StoredOutbox outbox = new StoredOutbox(database);
    StoredWorklist worklist = new StoredWorklist(database);
    worklist.complete(clock.instant());
    OperatorPages operations =
        keep(
            new OperatorPages(
                database,
                worklist,
                () -> slack.refuses(),
                () -> wakeUps.get().health(),
                settings.watchInterval(),
                clock));
    AwsClients aws = keep(new AwsClients(awsConfig(settings), operations.workListener()));
    OrganizationsTransfers transfers = new OrganizationsTransfers(aws, clock, pause);
    StsBootstrapRoles roles = new StsBootstrapRoles(aws);
    selfCheck = new AwsChecks(aws);
    slack =
        keep(
            new SlackApp(
                slackConfig(settings),
                new SlackApp.Stores(setups, outbox, worklist, new StoredHomeTabs(database)),
                roles,
                new SlackApp.Lookups(
                    this::partnerAccount,
                    () -> SetupsCsv.bytes(setups, clock.instant()),
                    () -> wakeUps.get().health().overdue()),
                operations.workListener(),
                clock));
    MorningDigest digest =
        new MorningDigest(
            new StoredDigests(database), slack.opsChannel(), settings.reminders(), clock);
    followUps =
        keep(
            new FollowUps(
                database.dataSource(),
                setups,
                outbox,
                transfers,
                roles,
                slack.conversation(),
                new Plan.Rules(settings.reminders(), settings.watchInterval()),
                settings.retention(),
                List.of(
                    new RecurringJob("home", HOME_REFRESH, slack::refreshHomes),
                    new RecurringJob("digest", DIGEST_CHECK, digest::run),
                    new RecurringJob("database", DATABASE_CHECK, database::works)),
                operations.workListener(),
                clock));
    wakeUps.set(followUps);
    followUps.giveWayTo(slack::isRushed);
    if (!database.isShared()) {
      followUps.releaseAfterCrash(database.dataSource());
      followUps.pickTogether(database::inTransaction);
    }
    followUps.startOn(schedulers.apply(database.dataSource(), followUps));
    listener = keep(listen(settings, host, operations.pages()));
    // Closed in the opposite order: people are asked to come again while the loop comes to rest.
    keep(followUps);
    parts.push(listener::refuse);
  }

  private SlackListener listen(
      Settings settings, Optional<String> host, Map<String, Supplier<Page>> pages)
      throws IOException {
    Settings.Slack given = settings.slack();
    return given.appToken().isPresent()
        ? SlackListener.overSocket(slack, host, settings.port(), given.appToken().get(), pages)
        : SlackListener.overHttp(
            slack, host, settings.port(), given.signingSecret().orElseThrow(), pages);
  }

  /**
   * Loads, beside the current thread, what the start needs and what does not depend on its
   * settings: a second core would have nothing to do otherwise.
   */
  public static void load() {
    CompletableFuture.runAsync(SlackApp::load).thenRun(OperatorPages::load);
  }

  /**
   * Starts the app; it answers requests when this returns.
   *
   * @param host listens on this address only; empty: on all
   * @param clock drives everything but the check of request signatures
   * @param schedulers builds what runs the follow-ups
   * @throws IOException if it cannot listen, or Socket Mode cannot be opened; the message says what
   *     to do
   * @throws awssetup.store.DatabaseUnusable if the database cannot be used; the message says what
   *     to do
   */
  public static App start(
      Settings settings,
      Optional<String> host,
      InstantSource clock,
      BiFunction<DataSource, FollowUps, Scheduler> schedulers)
      throws IOException {
    return start(settings, host, clock, Pause.SLEEP, schedulers);
  }

  /**
   * As the other one, for a clock that nobody need wait for.
   *
   * @param pause how to wait between calls that AWS wants spaced out
   */
  public static App start(
      Settings settings,
      Optional<String> host,
      InstantSource clock,
      Pause pause,
      BiFunction<DataSource, FollowUps, Scheduler> schedulers)
      throws IOException {
    App bot = new App();
    try {
      bot.open(settings, host, clock, pause, schedulers);
      return bot;
    } catch (IOException | RuntimeException e) {
      bot.close();
      throw e;
    }
  }

  public static SlackConfig slackConfig(Settings settings) {
    return new SlackConfig(
        settings.slack().apiUrl(),
        settings.slack().botToken(),
        settings.partnerName(),
        settings.language(),
        settings.minDaysToAccept(),
        settings.requireSecondEngineer() ? Reviewers.ANOTHER_ENGINEER : Reviewers.ANY_ENGINEER,
        settings.supportUsergroup(),
        settings.opsChannel().map(ChannelId::new));
  }

  public static AwsConfig awsConfig(Settings settings) {
    Settings.Aws aws = settings.aws();
    Settings.Bootstrap bootstrap = settings.bootstrap();
    return new AwsConfig(
        aws.organizationsEndpoint(),
        aws.stsEndpoint(),
        aws.region(),
        aws.credentials()
            .map(
                c ->
                    new AwsConfig.StaticKeys(
                        c.accessKeyId(), c.secretAccessKey(), c.sessionToken())),
        aws.managementRoleArn(),
        bootstrap.roleName(),
        bootstrap.externalIdSecret(),
        bootstrap.templateUrl().toString(),
        bootstrap.stackName());
  }

  /** Our own AWS account; asked for beside the request while it is not known. */
  private Optional<AccountId> partnerAccount() {
    Optional<AccountId> known = selfCheck.knownPartnerAccount();
    if (known.isEmpty()) {
      CompletableFuture.runAsync(selfCheck::partnerAccount);
    }
    return known;
  }

  /**
   * Checks what can only be checked by asking, and logs one clear line for each finding.
   *
   * @return false if the app could do nothing at all, because Slack refuses its token
   */
  public boolean check() {
    boolean useful = checkSlack();
    for (String finding : selfCheck.findings()) {
      LOG.warn("{}", finding);
    }
    return useful;
  }

  private boolean checkSlack() {
    try {
      var us = slack.workspace().ask();
      LOG.info("Slack knows us as {} in workspace {}", us.botUserId(), us.teamId());
      return true;
    } catch (SlackUnavailable e) {
      LOG.warn("Slack cannot be reached ({}). The app goes on trying.", e.getMessage());
      return true;
    } catch (SlackRefused e) {
      LOG.error("{}", SlackChecks.refused(e));
      return false;
    }
  }

  /** Keeps ready for people who come after a quiet time. */
  public void stayReady() {
    slack.stayConnected();
  }

  public int port() {
    return listener.port();
  }

  /** What the loop will look at next. */
  public List<FollowUps.Planned> planned() {
    return followUps.planned();
  }

  /** What the loop plans for those of the setups that it looks at next. */
  List<FollowUps.Agenda> agendas(Predicate<SetupId> which, int atMost) {
    return followUps.agendas(which, atMost);
  }

  /** The store, for what is to be there as the app is found. */
  public Database database() {
    return database;
  }

  /** The loop, for the same. */
  public FollowUps followUps() {
    return followUps;
  }

  /** Has the loop look for due work now, as after a jump of the clock. */
  void lookNow() {
    followUps.committed();
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /**
   * Takes no more requests, lets what is under way finish, and closes the database last; in ten
   * seconds at the most.
   */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("A part did not stop cleanly", e);
      }
    }
  }
}
