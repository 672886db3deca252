package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.BootstrapRoles;
import awssetup.setup.Conversation;
import awssetup.setup.HomeTabs;
import awssetup.setup.Meter;
import awssetup.setup.OpsChannel;
import awssetup.setup.Option;
import awssetup.setup.Outbox;
import awssetup.setup.SetupId;
import awssetup.setup.Setups;
import awssetup.setup.UserId;
import awssetup.setup.Worklist;
import awssetup.slack.http.ExplainFailures;
import awssetup.slack.http.Gate;
import awssetup.slack.http.SlackHttpServer;
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
  private final Workspace workspace;
  private final WarmConnection warmConnection;
  private final SlackConversation conversation;
  private final HomeTab home;
  private final SlackOpsChannel opsChannel;
  private final Gate gate;
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
      Meter meter,
      InstantSource clock) {
    Budgets budgets = new Budgets(clock);
    SlackApi quick =
        new SlackApi(SlackApi.quick(config.apiUrl()), config.botToken(), budgets, meter);
    SlackApi patient =
        new SlackApi(SlackApi.patient(config.apiUrl()), config.botToken(), budgets, meter);
    this.workspace = new Workspace(quick);
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
            new ChannelLook(patient, channels, people),
            new SetupCard(translations, cardButtons, config.reviewers()),
            new ReminderWords(translations, cardButtons, roles, config.reviewers()),
            new NoticeWords(translations, cardButtons),
            config.opsChannel(),
            clock);

    Modals modals = new Modals(quick, background);
    WaitWords waits = new WaitWords(translations.own(), workspace, outbox);
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
    this.gate = new Gate(() -> translations.own().plain("stopping"), this::afterwards);
    this.bolt = bolt(config, translations.own(), meter);
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
            () -> longer(overdue.get(), budgets.backlog().behind()),
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

  private App bolt(SlackConfig config, Words words, Meter meter) {
    AppConfig app =
        AppConfig.builder()
            .slack(SlackApi.quick(config.apiUrl()))
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
            new MeteredRequests(meter),
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
    button(Deed.ENTER_DETAILS, buttons::enterDetails);
    button(Deed.REPORT_ACCOUNT, buttons::reportAccount);
    button(Deed.REVIEW, buttons::reviewInvitation);
    button(Deed.CHECK_NOW, buttons::checkNow);
    button(Deed.SNOOZE, buttons::snooze);
    button(Deed.SWITCH_TO_NEW, buttons::switchToNew);
    button(Deed.SWITCH_TO_TRANSFER, buttons::switchToTransfer);
    button(Deed.PICK_REMIND, buttons::pickRemind);
    button(Deed.PICK_CANCEL, buttons::pickCancel);
    button(Deed.FORGET_THIS, buttons::forget);
    button(Deed.PICK_FORGET, buttons::pickForget);
    // A link button opens its page by itself and is still reported to us.
    button(Deed.OPEN_INVITATION, (request, ctx) -> ctx.ack());
    button(Deed.OPEN_BOOTSTRAP, (request, ctx) -> ctx.ack());
  }

  private void route(HomeButtons buttons) {
    atHome(Deed.HOME_STATE, buttons::state);
    atHome(Deed.HOME_OWNER, buttons::owner);
    atHome(Deed.HOME_WHOSE, buttons::whose);
    atHome(Deed.HOME_PREVIOUS, buttons::previous);
    atHome(Deed.HOME_NEXT, buttons::next);
    atHome(Deed.HOME_ROW, buttons::row);
  }

  private void button(Deed deed, BlockActionHandler handler) {
    press(deed.name(Deed.Way.BUTTON), handler);
  }

  private void atHome(Deed deed, BlockActionHandler handler) {
    press(deed.name(Deed.Way.HOME), handler);
  }

  private void press(String actionId, BlockActionHandler handler) {
    bolt.blockAction(actionId, handler);
  }

  private void route(Submissions submissions) {
    modal(Deed.SUBMIT_START, submissions::startSetup);
    modal(Deed.SUBMIT_TRANSFER_DETAILS, submissions::transferDetails);
    modal(Deed.SUBMIT_NEW_ACCOUNT_DETAILS, submissions::newAccountDetails);
    modal(Deed.SUBMIT_ACCOUNT_READY, submissions::accountReady);
    modal(Deed.SUBMIT_REVIEW, submissions::reviewInvitation);
    modal(Deed.SUBMIT_CANCEL, submissions::cancelSetup);
  }

  private void modal(Deed deed, ViewSubmissionHandler handler) {
    bolt.viewSubmission(deed.name(Deed.Way.MODAL), handler);
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
  Gate gate() {
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

  public Workspace workspace() {
    return workspace;
  }

  /**
   * Loads the largest parts of Slack's SDK and of the HTTP server, which somebody may do while the
   * database is being opened.
   */
  public static void load() {
    SlackApi.quick(URI.create("http://localhost/api/"));
    SlackHttpServer.on(0);
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
