package awssetup.slack;

import awssetup.ports.BootstrapRoles;
import awssetup.ports.Conversation;
import awssetup.ports.HomeTabs;
import awssetup.ports.OpsChannel;
import awssetup.ports.Outbox;
import awssetup.ports.Setups;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.ports.WorkListener;
import awssetup.ports.Worklist;
import awssetup.setup.AccountId;
import awssetup.setup.Option;
import awssetup.setup.SetupId;
import awssetup.slack.api.Background;
import awssetup.slack.api.HomeWorkspace;
import awssetup.slack.api.SlackCalls;
import awssetup.slack.api.SlackClient;
import awssetup.slack.api.WarmConnection;
import awssetup.slack.handlers.Buttons;
import awssetup.slack.handlers.ChannelEvents;
import awssetup.slack.handlers.Commands;
import awssetup.slack.handlers.Forms;
import awssetup.slack.handlers.HandlerTools;
import awssetup.slack.handlers.HomeButtons;
import awssetup.slack.handlers.HomeTab;
import awssetup.slack.handlers.Outcomes;
import awssetup.slack.handlers.Routes;
import awssetup.slack.handlers.SetupsFile;
import awssetup.slack.handlers.StartOffer;
import awssetup.slack.handlers.Submissions;
import awssetup.slack.messages.CardButtons;
import awssetup.slack.messages.DigestWords;
import awssetup.slack.messages.HomeView;
import awssetup.slack.messages.NoticeWords;
import awssetup.slack.messages.Overview;
import awssetup.slack.messages.ReminderWords;
import awssetup.slack.messages.SetupCard;
import awssetup.slack.messages.WaitWords;
import awssetup.slack.modals.FieldRules;
import awssetup.slack.modals.StartSetupModal;
import awssetup.slack.receive.BoltApp;
import awssetup.slack.receive.ExplainFailures;
import awssetup.slack.receive.ShutdownGate;
import awssetup.slack.receive.TimedRequests;
import awssetup.slack.words.Translations;
import com.slack.api.bolt.App;
import com.slack.api.util.json.GsonFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Slack app put together: a Bolt app that only routes requests to their handlers, and the
 * conversation that the follow-up speaks through.
 */
public final class SlackApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);

  /** What is kept in the database, as far as Slack's requests and messages need it. */
  public record Stores(Setups setups, Outbox outbox, Worklist worklist, HomeTabs tabs) {}

  /**
   * What is looked up elsewhere at the moment it is needed.
   *
   * @param partnerAccount the partner's own AWS account; empty while AWS has not told it
   * @param allSetups all setups as a CSV file
   * @param overdue how long the most overdue follow-up has been waiting
   */
  public record Lookups(
      Supplier<Optional<AccountId>> partnerAccount,
      Supplier<byte[]> allSetups,
      Supplier<Duration> overdue) {}

  private final Background background = new Background();
  private final SlackConfig config;
  private final Stores stores;
  private final Translations translations;
  private final SlackCalls slack;
  private final WarmConnection warmConnection;
  private final SlackConversation conversation;
  private final SlackOpsChannel opsChannel;
  private final HomeTab home;
  private final ShutdownGate gate;
  private final App bolt;

  /**
   * Puts the parts together; nothing is asked of Slack before the first request comes in.
   *
   * @param workListener is told about every request and every call to Slack
   */
  public SlackApp(
      SlackConfig config,
      Stores stores,
      BootstrapRoles roles,
      Lookups lookups,
      WorkListener workListener,
      InstantSource clock) {
    this.config = config;
    this.stores = stores;
    this.translations = new Translations(config.language(), config.partnerName());
    this.slack =
        SlackCalls.of(
            config.apiUrl(), config.botToken(), config.engineersGroup(), workListener, clock);
    this.warmConnection = new WarmConnection(slack.quick());
    this.conversation = conversation(new CardButtons(roles), roles, clock);
    WaitWords waits = new WaitWords(translations.own(), slack.workspace()::link, stores.outbox());
    this.opsChannel =
        new SlackOpsChannel(slack, config.opsChannel(), new DigestWords(translations.own(), waits));
    HandlerTools tools = HandlerTools.of(slack, stores.setups(), background, translations, clock);
    this.home = homeTab(tools, waits, lookups);
    this.gate = new ShutdownGate(() -> translations.own().plain("stopping"), this::afterwards);
    this.bolt = bolt(workListener);
    routes(tools, new Overview(clock, translations.own(), waits), lookups).on(bolt);
    background.run("warming up", this::warmUp);
  }

  private SlackConversation conversation(
      CardButtons buttons, BootstrapRoles roles, InstantSource clock) {
    return new SlackConversation(
        slack,
        new SetupCard(translations, buttons, config.reviewers()),
        new ReminderWords(translations, buttons, roles, config.reviewers()),
        new NoticeWords(translations, buttons),
        config.opsChannel(),
        clock);
  }

  private HomeTab homeTab(HandlerTools tools, WaitWords waits, Lookups lookups) {
    return new HomeTab(
        tools,
        slack.quick(),
        stores.tabs(),
        stores.worklist(),
        new HomeView(translations.own(), waits),
        () -> longer(lookups.overdue().get(), slack.rateLimits().backlog().behind()));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private Routes routes(HandlerTools tools, Overview overview, Lookups lookups) {
    Outcomes outcomes = new Outcomes(tools);
    Forms forms = new Forms(config.minDaysToAccept(), config.reviewers(), tools.clock());
    FieldRules rules = new FieldRules(stores.setups(), lookups.partnerAccount());
    return Routes.to(
        new Commands(
            tools,
            stores.worklist(),
            new StartOffer(slack, background),
            overview,
            new SetupsFile(tools, slack.patient(), lookups.allSetups()),
            outcomes,
            config.opsChannel()),
        new Buttons(tools, forms, outcomes),
        new HomeButtons(tools, home, stores.tabs(), forms, overview, outcomes),
        new Submissions(tools, rules, config.reviewers()),
        home,
        new ChannelEvents(stores.setups(), tools.clock()));
  }

  private App bolt(WorkListener workListener) {
    return BoltApp.with(
        SlackClient.quick(config.apiUrl()),
        config.botToken(),
        List.of(
            new TimedRequests(workListener),
            new ExplainFailures(
                reference -> translations.own().plain("failure", "reference", reference),
                this::afterwards),
            gate));
  }

  private void afterwards(Runnable work) {
    background.run("an answer", work);
  }

  /**
   * Loads what the first modal needs: a cold start must not eat up the first trigger's three
   * seconds.
   */
  private void warmUp() {
    GsonFactory.createSnakeCase()
        .toJson(
            StartSetupModal.view(
                translations, SetupId.random(), Option.TRANSFER_BILLING, List.of()));
  }

  /** Every request comes in through here. */
  ShutdownGate gate() {
    return gate;
  }

  /** Whether it is being stopped, so that people are asked to try again in a moment. */
  public boolean refuses() {
    return gate.isShut();
  }

  /** Whether so many requests come in at the moment that other work had better wait. */
  public boolean isRushed() {
    return gate.isRushed();
  }

  App bolt() {
    return bolt;
  }

  public Conversation conversation() {
    return conversation;
  }

  /** Where engineers hear about all setups together. */
  public OpsChannel opsChannel() {
    return opsChannel;
  }

  /** Brings the Home tabs that engineers look at up to date. */
  public void refreshHomes() {
    home.refresh();
  }

  /**
   * Asks Slack who we are, and logs it.
   *
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if the token is not valid
   */
  public void checkToken() {
    HomeWorkspace.Identity us = slack.workspace().ask();
    LOG.info("Slack knows us as {} in workspace {}", us.botUserId(), us.teamId());
  }

  /** Loads the largest part of Slack's SDK, which needs no settings. */
  public static void load() {
    SlackClient.quick(URI.create("http://localhost/api/"));
  }

  /** From now on keeps a connection to Slack open, so that modals open fast. */
  public void stayConnected() {
    warmConnection.keep(WarmConnection.PAUSE);
  }

  /** Gives answers that are under way some seconds to finish. */
  @Override
  public void close() {
    warmConnection.close();
    background.close();
  }
}
