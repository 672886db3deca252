package awssetup.slack;

import awssetup.http.HttpServer;
import awssetup.ports.BootstrapRoles;
import awssetup.ports.Conversation;
import awssetup.ports.HomeTabs;
import awssetup.ports.OpsChannel;
import awssetup.ports.Outbox;
import awssetup.ports.Setups;
import awssetup.ports.WorkListener;
import awssetup.ports.Worklist;
import awssetup.setup.AccountId;
import awssetup.setup.Option;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.slack.api.Background;
import awssetup.slack.api.ChannelChecks;
import awssetup.slack.api.Channels;
import awssetup.slack.api.HomeWorkspace;
import awssetup.slack.api.ModalOpener;
import awssetup.slack.api.People;
import awssetup.slack.api.RateLimits;
import awssetup.slack.api.SlackClient;
import awssetup.slack.api.WarmConnection;
import awssetup.slack.handlers.Access;
import awssetup.slack.handlers.Action;
import awssetup.slack.handlers.Buttons;
import awssetup.slack.handlers.ChannelEvents;
import awssetup.slack.handlers.Commands;
import awssetup.slack.handlers.HomeButtons;
import awssetup.slack.handlers.HomeForms;
import awssetup.slack.handlers.HomeTab;
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
import awssetup.slack.receive.ExplainFailures;
import awssetup.slack.receive.ShutdownGate;
import awssetup.slack.receive.TimedRequests;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.util.json.GsonFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The slack room put together: a Bolt app that only routes, and the conversation that the follow-up
 * speaks through. Bolt's own middleware is left out: requests are verified before Bolt, and its
 * authorization would ask Slack within the three seconds.
 */
public final class SlackApp implements AutoCloseable {
  private final Background background = new Background();
  private final HomeWorkspace workspace;
  private final WarmConnection warmConnection;
  private final SlackConversation conversation;
  private final HomeTab home;
  private final SlackOpsChannel opsChannel;
  private final ShutdownGate gate;
  private final App bolt;

  public SlackApp(
      SlackConfig config,
      Setups setups,
      Outbox outbox,
      Worklist worklist,
      HomeTabs tabs,
      BootstrapRoles roles,
      Supplier<Optional<AccountId>> partnerAccount,
      Supplier<byte[]> allSetups,
      Supplier<Duration> overdue,
      WorkListener workListener,
      InstantSource clock) {
    RateLimits rateLimits = new RateLimits(clock);
    SlackClient quick =
        new SlackClient(
            SlackClient.quick(config.apiUrl()), config.botToken(), rateLimits, workListener);
    SlackClient patient =
        new SlackClient(
            SlackClient.patient(config.apiUrl()), config.botToken(), rateLimits, workListener);
    this.workspace = new HomeWorkspace(quick);
    this.warmConnection = new WarmConnection(quick);
    People people = new People(quick, workspace, config.engineersGroup(), clock);
    Channels channels = new Channels(quick, workspace, clock);
    Access access = new Access(people, channels, background);

    Translations translations = new Translations(config.language(), config.partnerName());
    CardButtons cardButtons = new CardButtons(roles);
    this.conversation =
        new SlackConversation(
            patient,
            people,
            new ChannelChecks(patient, channels, people),
            new SetupCard(translations, cardButtons, config.reviewers()),
            new ReminderWords(translations, cardButtons, roles, config.reviewers()),
            new NoticeWords(translations, cardButtons),
            config.opsChannel(),
            clock);

    ModalOpener modals = new ModalOpener(quick, background);
    WaitWords waits = new WaitWords(translations.own(), workspace::link, outbox);
    Overview overview = new Overview(clock, translations.own(), waits);
    this.opsChannel =
        new SlackOpsChannel(
            patient, workspace, config.opsChannel(), new DigestWords(translations.own(), waits));
    Commands commands =
        new Commands(
            setups,
            worklist,
            access,
            new StartOffer(workspace, people, channels, background),
            modals,
            translations,
            overview,
            new SetupsFile(patient, allSetups, background, translations.own(), clock),
            config.opsChannel(),
            clock);
    Buttons buttons =
        new Buttons(
            setups,
            access,
            modals,
            commands,
            background,
            translations,
            clock,
            config.minDaysToAccept(),
            config.reviewers());
    Submissions submissions =
        new Submissions(
            setups,
            access,
            new FieldRules(setups, partnerAccount),
            config.reviewers(),
            translations,
            clock);
    this.gate = new ShutdownGate(() -> translations.own().plain("stopping"), this::afterwards);
    this.bolt = bolt(config, translations.own(), workListener);
    background.run("warming up", () -> warmUp(translations));
    route(commands);
    route(buttons);
    route(submissions);
    this.home =
        new HomeTab(
            quick,
            tabs,
            worklist,
            access,
            new HomeView(translations.own(), waits),
            () -> longer(overdue.get(), rateLimits.backlog().behind()),
            clock);
    route(
        new HomeButtons(
            home,
            tabs,
            setups,
            access,
            modals,
            new HomeForms(
                setups,
                overview,
                config.minDaysToAccept(),
                config.reviewers(),
                translations.own(),
                clock),
            commands,
            background,
            translations.own(),
            clock));
    route(home);
    new ChannelEvents(setups, clock).routeOn(bolt);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /**
   * Loads what the first modal needs: a cold start must not eat up the first trigger's three
   * seconds.
   */
  private static void warmUp(Translations translations) {
    GsonFactory.createSnakeCase()
        .toJson(
            StartSetupModal.view(
                translations, SetupId.random(), Option.TRANSFER_BILLING, List.of()));
  }

  private App bolt(SlackConfig config, Words words, WorkListener workListener) {
    AppConfig app =
        AppConfig.builder()
            .slack(SlackClient.quick(config.apiUrl()))
            .singleTeamBotToken(config.botToken().value())
            .requestVerificationEnabled(false)
            .sslCheckEnabled(false)
            .build();
    // Bolt takes these from the environment and would turn into an app for many workspaces.
    app.setClientId(null);
    app.setClientSecret(null);
    return new App(
        app,
        List.of(
            new TimedRequests(workListener),
            new ExplainFailures(
                reference -> words.plain("failure", "reference", reference), this::afterwards),
            gate));
  }

  private void afterwards(Runnable work) {
    background.run("an answer", work);
  }

  private void route(Commands commands) {
    bolt.command(Ids.COMMAND, (request, ctx) -> commands.setup(request.getPayload(), ctx));
    bolt.command(Ids.STATUS_COMMAND, (request, ctx) -> commands.status(request.getPayload(), ctx));
  }

  private void route(Buttons buttons) {
    button(Action.ENTER_DETAILS, buttons::enterDetails);
    button(Action.REPORT_ACCOUNT, buttons::reportAccount);
    button(Action.REVIEW, buttons::reviewInvitation);
    button(Action.CHECK_NOW, buttons::checkNow);
    button(Action.SNOOZE, buttons::snooze);
    button(Action.SWITCH_TO_NEW, buttons::switchToNew);
    button(Action.SWITCH_TO_TRANSFER, buttons::switchToTransfer);
    button(Action.PICK_REMIND, buttons::pickRemind);
    button(Action.PICK_CANCEL, buttons::pickCancel);
    button(Action.FORGET_THIS, buttons::forget);
    button(Action.PICK_FORGET, buttons::pickForget);
    // A link button opens its page by itself and is still reported to us.
    button(Action.OPEN_INVITATION, (request, ctx) -> ctx.ack());
    button(Action.OPEN_BOOTSTRAP, (request, ctx) -> ctx.ack());
  }

  private void route(HomeButtons buttons) {
    atHome(Action.HOME_STATE, buttons::state);
    atHome(Action.HOME_OWNER, buttons::owner);
    atHome(Action.HOME_WHOSE, buttons::whose);
    atHome(Action.HOME_PREVIOUS, buttons::previous);
    atHome(Action.HOME_NEXT, buttons::next);
    atHome(Action.HOME_ROW, buttons::row);
  }

  private void button(Action action, BlockActionHandler handler) {
    press(action.name(Action.Surface.BUTTON), handler);
  }

  private void atHome(Action action, BlockActionHandler handler) {
    press(action.name(Action.Surface.HOME), handler);
  }

  private void press(String actionId, BlockActionHandler handler) {
    bolt.blockAction(actionId, handler);
  }

  private void route(Submissions submissions) {
    modal(Action.SUBMIT_START, submissions::startSetup);
    modal(Action.SUBMIT_TRANSFER_DETAILS, submissions::transferDetails);
    modal(Action.SUBMIT_NEW_ACCOUNT_DETAILS, submissions::newAccountDetails);
    modal(Action.SUBMIT_ACCOUNT_READY, submissions::accountReady);
    modal(Action.SUBMIT_REVIEW, submissions::reviewInvitation);
    modal(Action.SUBMIT_CANCEL, submissions::cancelSetup);
  }

  private void modal(Action action, ViewSubmissionHandler handler) {
    bolt.viewSubmission(action.name(Action.Surface.MODAL), handler);
  }

  private void route(HomeTab home) {
    bolt.event(
        AppHomeOpenedEvent.class,
        (payload, ctx) -> {
          UserId reader = new UserId(payload.getEvent().getUser());
          if ("home".equals(payload.getEvent().getTab())) {
            background.run("the Home tab", () -> home.open(reader));
          }
          return ctx.ack();
        });
  }

  /** Every request comes in through here. */
  ShutdownGate gate() {
    return gate;
  }

  /** Whether it is being stopped, and whoever comes is asked to come again. */
  public boolean refuses() {
    return gate.isShut();
  }

  /** Whether so many requests come in at the moment that whatever can wait had better wait. */
  public boolean isRushed() {
    return gate.isRushed();
  }

  App bolt() {
    return bolt;
  }

  public Conversation conversation() {
    return conversation;
  }

  /** Where the engineers hear of all setups together. */
  public OpsChannel opsChannel() {
    return opsChannel;
  }

  /** Brings the Home tabs that engineers look at up to date. */
  public void refreshHomes() {
    home.refresh();
  }

  public HomeWorkspace workspace() {
    return workspace;
  }

  /**
   * Loads the largest parts of Slack's SDK and of the HTTP server, which somebody may do while the
   * database is being opened.
   */
  public static void load() {
    SlackClient.quick(URI.create("http://localhost/api/"));
    HttpServer.on(0);
  }

  /** From now on modals open on a connection that is there already. */
  public void stayConnected() {
    warmConnection.keep(WarmConnection.PAUSE);
  }

  /** Lets answers that are under way finish for some seconds. */
  @Override
  public void close() {
    warmConnection.close();
    background.close();
  }
}
