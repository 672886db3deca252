package awssetup.sandbox.slack;

import awssetup.sandbox.slack.api.FaultyAnswers;
import awssetup.sandbox.slack.api.FileMethods;
import awssetup.sandbox.slack.api.ResponseUrls;
import awssetup.sandbox.slack.api.SlackCall;
import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.api.SlackFault;
import awssetup.sandbox.slack.api.SlackFaultChoice;
import awssetup.sandbox.slack.api.SlackFaults;
import awssetup.sandbox.slack.api.StandInRateLimits;
import awssetup.sandbox.slack.api.WebApi;
import awssetup.sandbox.slack.people.AppCalls;
import awssetup.sandbox.slack.people.ChannelChanges;
import awssetup.sandbox.slack.people.Composer;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.people.Events;
import awssetup.sandbox.slack.people.ModalSubmissions;
import awssetup.sandbox.slack.people.Presses;
import awssetup.sandbox.slack.world.BoundedList;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.SlashCommand;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Slack, played on 127.0.0.1: the Web API over HTTP, as strict as the real one, and the people of a
 * workspace whose clicks and commands reach the app signed, as the real ones would. What people do
 * returns once the app has answered; naming a person, channel, message, view or button that is not
 * there raises IllegalArgumentException.
 */
public final class SlackStandIn implements AutoCloseable {
  static {
    // Without it small answers wait 40 ms for a delayed acknowledgement; read once, when the first
    // server starts.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int MOST_CALLS = 2_000;

  private final StandInContext stage;
  private final HttpServer server;
  private final ExecutorService threads;
  private final SlackFaults faults = new SlackFaults();
  private final FaultyAnswers mishaps;
  private final StandInRateLimits limits;
  private final BoundedList<SlackCall> calls = new BoundedList<>(MOST_CALLS);
  private final AppCalls app;
  private final Composer commands;
  private final Presses presses;
  private final ModalSubmissions submissions;
  private final Events events;
  private final ChannelChanges channelChanges;

  private SlackStandIn(StandInContext stage, int port, String signingSecret, String botToken)
      throws IOException {
    this.stage = stage;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    this.threads = Executors.newCachedThreadPool(SlackStandIn::daemon);
    this.mishaps = new FaultyAnswers(faults, stage.workspace().changes());
    this.limits = new StandInRateLimits(stage.clock());
    this.app = new AppCalls(stage.wall(), signingSecret, mishaps::witness);
    ResponseUrls responseUrls = new ResponseUrls(stage, base(), mishaps, calls);
    this.commands = new Composer(stage, app, responseUrls);
    this.presses = new Presses(stage, app, responseUrls);
    this.submissions = new ModalSubmissions(stage, app);
    this.events = new Events(stage, app);
    this.channelChanges = new ChannelChanges(stage, events);
    FileMethods files = new FileMethods(stage, base(), mishaps, calls);
    server.createContext("/api/", new WebApi(stage, botToken, files, mishaps, limits, calls));
    server.createContext(FileMethods.PREFIX, files);
    server.createContext("/response/", responseUrls);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts with the demo workspace.
   *
   * @param clock the sandbox's time; gives messages their ts and response URLs their end
   * @param port 0 for any free one
   */
  public static SlackStandIn start(
      InstantSource clock, int port, String signingSecret, String botToken) {
    return start(
        clock, InstantSource.system(), port, signingSecret, botToken, StandInWorkspace.demo());
  }

  static SlackStandIn start(
      InstantSource clock,
      InstantSource wall,
      int port,
      String signingSecret,
      String botToken,
      StandInWorkspace workspace) {
    try {
      StandInContext stage = StandInContext.of(workspace, clock, wall);
      return new SlackStandIn(stage, port, signingSecret, botToken);
    } catch (IOException e) {
      throw new UncheckedIOException("The Slack stand-in cannot listen on port " + port, e);
    }
  }

  /** The Web API's base, as {@code SLACK_API_URL} takes it: ends in {@code /api/}. */
  public URI apiUrl() {
    return base().resolve("/api/");
  }

  /** Where the app takes Slack's requests. */
  public void deliverTo(URI eventsUrl) {
    app.deliverTo(eventsUrl);
  }

  /**
   * Notes a message that the app has posted a while ago.
   *
   * @return its ts
   */
  public String posted(String channelId, String blockId, String text, Instant at) {
    JsonObject block =
        JsonTree.object(
            "type",
            "section",
            "block_id",
            blockId,
            "text",
            JsonTree.object("type", "mrkdwn", "text", text, "verbatim", true));
    JsonArray blocks = new JsonArray();
    blocks.add(block);
    return workspace()
        .edit(
            () -> {
              String ts = workspace().timelines().freeTs(channelId, at);
              workspace()
                  .timelines()
                  .put(
                      new StandInMessage(
                          ts,
                          channelId,
                          workspace().bot().id(),
                          true,
                          text,
                          blocks,
                          null,
                          null,
                          false,
                          false,
                          null));
              return ts;
            });
  }

  /** The picture, which may be edited at any time. */
  public StandInWorkspace workspace() {
    return stage.workspace();
  }

  /** Types a line: a slash command where it starts with "/", else a message. */
  public Delivery type(String userId, String channelId, String text) {
    return commands.type(userId, channelId, text, null);
  }

  /** Types a line into a thread, where Slack takes no commands. */
  public Delivery type(String userId, String channelId, String text, String threadTs) {
    return commands.type(userId, channelId, text, threadTs);
  }

  /**
   * Presses a button or chooses in a message.
   *
   * @param selectedValueOrNull the chosen option's value, several with commas between, a date, a
   *     text; null for a button
   */
  public Delivery press(
      String userId,
      String channelId,
      String messageTs,
      String blockId,
      String actionId,
      String selectedValueOrNull) {
    return presses.inMessage(userId, channelId, messageTs, blockId, actionId, selectedValueOrNull);
  }

  /** Presses a button or chooses in an open modal or in the Home tab; fields not touched before. */
  public Delivery pressInView(
      String userId, String viewId, String blockId, String actionId, String selectedValueOrNull) {
    return pressInView(userId, viewId, blockId, actionId, selectedValueOrNull, new JsonObject());
  }

  /** The same, with what the fields hold by then, in the form that {@link #submit} takes. */
  public Delivery pressInView(
      String userId,
      String viewId,
      String blockId,
      String actionId,
      String selectedValueOrNull,
      JsonObject stateValues) {
    return presses.inView(userId, viewId, blockId, actionId, selectedValueOrNull, stateValues);
  }

  /**
   * Submits the modal in front. Fields that are not named keep what they started with.
   *
   * @param stateValues {@code {"block": {"action": {"value": …}}}}, with the value names of Slack's
   *     own state; an option may be named by its value alone
   */
  public Delivery submit(String userId, String viewId, JsonObject stateValues) {
    return submissions.submit(userId, viewId, stateValues);
  }

  /** Closes the modal in front; the app hears of it where the view asks for that. */
  public void closeView(String userId, String viewId) {
    submissions.close(userId, viewId);
  }

  /** Opens the app's Home tab. */
  public Delivery openHome(String userId) {
    return events.homeOpened(userId);
  }

  /** Gives a channel another id, as sharing or unsharing does, and tells the app. */
  public Delivery changeChannelId(String oldId, String newId) {
    return events.channelRenumbered(oldId, newId);
  }

  /** What may happen to channels besides. */
  public ChannelChanges channels() {
    return channelChanges;
  }

  /**
   * Plans a fault for the next call of that method; "*" for any, "response_url" for answers to
   * clicks.
   */
  public void failNext(String method, SlackFault fault) {
    faults.add(method, fault);
  }

  /** Has somebody look on at whatever is said from now on. */
  public void witness(SlackCallObserver onlooker) {
    mishaps.witness(onlooker);
  }

  /** Forgets planned faults that have not happened. */
  public void clearFaults() {
    faults.clear();
  }

  /**
   * Plans one of the faults that {@link #faults} offers.
   *
   * @throws IllegalArgumentException if there is no such choice
   */
  public void applyFaultChoice(String id) {
    SlackFaultChoice choice = SlackFaultChoice.byId(id);
    failNext(choice.method(), choice.fault());
  }

  /** The faults still to come and those on offer, in the form that the sandbox page draws. */
  public JsonObject faults() {
    return JsonTree.object(
        "faults",
        JsonTree.array(
            faults.planned().stream()
                .map(
                    planned ->
                        JsonTree.object(
                            "operation", planned.method(),
                            "fault", planned.fault().label(),
                            "times", planned.fault().times()))
                .toList()),
        "faultChoices",
        JsonTree.array(
            SlackFaultChoice.ALL.stream()
                .map(choice -> JsonTree.object("id", choice.id(), "label", choice.label()))
                .toList()));
  }

  /** What the app called, oldest first; the last 2000. */
  public List<SlackCall> calls() {
    return calls.all();
  }

  /**
   * What the app did that Slack would have put up with and people would have suffered from; the
   * last 200.
   */
  public List<String> problems() {
    return stage.problems().all();
  }

  /** Forgets the problems so far. */
  public void clearProblems() {
    stage.problems().clear();
  }

  /** The scopes that the bot token carries from now on. */
  public void grantScopes(Set<String> scopes) {
    stage.settings().scopes(scopes);
  }

  /** The app has an app-level token with connections:write; Socket Mode itself is not played. */
  public void appToken(String token) {
    stage.settings().appToken(token);
  }

  /** The commands that the app has registered. */
  public void commands(List<SlashCommand> registered) {
    stage.settings().commands(registered);
  }

  /** No page of a list is larger, whatever limit a call asks for: Slack may always give less. */
  public void largestPage(int items) {
    stage.settings().largestPage(items);
  }

  /** Refuses what exceeds Slack's rate limits from now on; at first it does not. */
  public void enforceRateLimits(boolean on) {
    limits.enforce(on);
  }

  /**
   * How long the people wait for the app by the wall clock; Slack's own three seconds to begin
   * with.
   */
  public void patience(Duration longest) {
    app.patience(longest);
  }

  /**
   * What this person sees, in the form that the sandbox page draws; without a channel, none is
   * open.
   */
  public JsonObject snapshot(String userId, String channelIdOrNull) {
    StandInWorkspace workspace = stage.workspace();
    synchronized (workspace) {
      StandInChannel channel = channelIdOrNull == null ? null : workspace.channel(channelIdOrNull);
      return new SlackSnapshot(stage, workspace.person(userId)).of(channel);
    }
  }

  /**
   * Runs the listener after every change, on whichever thread made it; closing the result stops
   * that.
   */
  public AutoCloseable onChange(Runnable listener) {
    return stage.workspace().changes().listen(listener);
  }

  @Override
  public void close() {
    mishaps.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "slack-stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
