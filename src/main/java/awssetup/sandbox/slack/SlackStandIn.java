package awssetup.sandbox.slack;

import awssetup.sandbox.slack.api.FaultyAnswers;
import awssetup.sandbox.slack.api.FileMethods;
import awssetup.sandbox.slack.api.ResponseUrls;
import awssetup.sandbox.slack.api.SlackCall;
import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.api.SlackFault;
import awssetup.sandbox.slack.api.SlackFaults;
import awssetup.sandbox.slack.api.WebApi;
import awssetup.sandbox.slack.people.AppCalls;
import awssetup.sandbox.slack.people.ChannelChanges;
import awssetup.sandbox.slack.people.Composer;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.people.Events;
import awssetup.sandbox.slack.people.ModalSubmissions;
import awssetup.sandbox.slack.people.Presses;
import awssetup.sandbox.slack.world.BoundedList;
import awssetup.sandbox.slack.world.DemoWorkspace;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInSettings;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * Slack, played on 127.0.0.1: the Web API over HTTP, as strict as the real one, and the people of a
 * workspace, whose clicks and commands reach the app signed as Slack signs them.
 *
 * <p>A method that acts for a person returns once the app has answered. It raises
 * IllegalArgumentException if the person, channel, message, view or button does not exist.
 */
public final class SlackStandIn implements AutoCloseable {
  private static final int MOST_CALLS = 2_000;

  private final StandInContext context;
  private final SlackServer server;
  private final SlackFaults faults = new SlackFaults();
  private final FaultyAnswers faultyAnswers;
  private final BoundedList<SlackCall> calls = new BoundedList<>(MOST_CALLS);
  private final AppCalls app;
  private final Composer composer;
  private final Presses presses;
  private final ModalSubmissions submissions;
  private final Events events;
  private final ChannelChanges channelChanges;

  private SlackStandIn(
      StandInContext context, SlackServer server, String signingSecret, String botToken) {
    this.context = context;
    this.server = server;
    this.faultyAnswers = new FaultyAnswers(faults, context.workspace().changes());
    this.app = new AppCalls(context, signingSecret, faultyAnswers::observer);
    URI base = server.base();
    ResponseUrls responseUrls = new ResponseUrls(context, base, faultyAnswers, calls);
    FileMethods files = new FileMethods(context, base, faultyAnswers, calls);
    this.composer = new Composer(context, app, responseUrls);
    this.presses = new Presses(context, app, responseUrls);
    this.submissions = new ModalSubmissions(context, app);
    this.events = new Events(context, app);
    this.channelChanges = new ChannelChanges(context, events);
    server.serve("/api/", new WebApi(context, botToken, files, faultyAnswers, calls));
    server.serve(FileMethods.PREFIX, files);
    server.serve(ResponseUrls.PREFIX, responseUrls);
  }

  /**
   * Starts with the demo workspace.
   *
   * @param clock the sandbox's time: it dates messages and ends response URLs
   * @param port 0 for any free one
   * @throws UncheckedIOException if the port is taken
   */
  public static SlackStandIn start(
      InstantSource clock, int port, String signingSecret, String botToken) {
    StandInContext context =
        StandInContext.of(DemoWorkspace.build(), clock, InstantSource.system());
    return start(context, port, signingSecret, botToken);
  }

  static SlackStandIn start(
      StandInContext context, int port, String signingSecret, String botToken) {
    try {
      return new SlackStandIn(context, new SlackServer(port), signingSecret, botToken);
    } catch (IOException e) {
      throw new UncheckedIOException("The Slack stand-in cannot listen on port " + port, e);
    }
  }

  /** The Web API's base, as {@code SLACK_API_URL} takes it: ends in {@code /api/}. */
  public URI apiUrl() {
    return server.base().resolve("/api/");
  }

  /** Sends Slack's requests to this address of the app from now on. */
  public void deliverTo(URI eventsUrl) {
    app.deliverTo(eventsUrl);
  }

  /** The workspace's state. It may be edited at any time. */
  public StandInWorkspace workspace() {
    return context.workspace();
  }

  /** How the stand-in behaves: scopes, commands, page sizes, patience, rate limits. */
  public StandInSettings settings() {
    return context.settings();
  }

  /** Types a line: a slash command if it starts with "/", otherwise a message. */
  public Delivery type(String userId, String channelId, String text) {
    return composer.type(userId, channelId, text, null);
  }

  /** Types a line into a thread, where Slack takes no commands. */
  public Delivery type(String userId, String channelId, String text, String threadTs) {
    return composer.type(userId, channelId, text, threadTs);
  }

  /**
   * Presses a button in a message, or chooses something there.
   *
   * @param selectedValueOrNull the chosen value, several with commas, or text; null for a button
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

  /**
   * The same in an open modal or in the Home tab, while every field still holds its first value.
   */
  public Delivery pressInView(
      String userId, String viewId, String blockId, String actionId, String selectedValueOrNull) {
    return pressInView(userId, viewId, blockId, actionId, selectedValueOrNull, new JsonObject());
  }

  /** The same with fields that were filled in before, in the form that {@link #submit} takes. */
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
   * Submits the modal in front. Fields that are not named keep their first value.
   *
   * @param stateValues {@code {"block": {"action": {"value": …}}}}, with the value names of Slack's
   *     own state; an option may be named by its value alone
   */
  public Delivery submit(String userId, String viewId, JsonObject stateValues) {
    return submissions.submit(userId, viewId, stateValues);
  }

  /** Closes the modal in front; the app is told if the view asks for that. */
  public void closeView(String userId, String viewId) {
    submissions.close(userId, viewId);
  }

  /** Opens the app's Home tab. */
  public Delivery openHome(String userId) {
    return events.homeOpened(userId);
  }

  /** What admins do to channels. */
  public ChannelChanges channels() {
    return channelChanges;
  }

  /**
   * Plans a fault for the next call of this method.
   *
   * @param method a Web API method, "response_url" for answers to clicks, or "*" for any call
   */
  public void failNext(String method, SlackFault fault) {
    faults.add(method, fault);
  }

  /** Shows every call and every answer to this observer from now on, in place of the last one. */
  public void observe(SlackCallObserver observer) {
    faultyAnswers.observe(observer);
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
    faults.addChoice(id);
  }

  /** The faults still to come and those on offer, in the form that the sandbox page draws. */
  public JsonObject faults() {
    return faults.snapshot();
  }

  /** The app's last 2000 calls, oldest first. */
  public List<SlackCall> calls() {
    return calls.all();
  }

  /** The app's last 200 mistakes that Slack accepts and people suffer from, in words. */
  public List<String> problems() {
    return context.problems().all();
  }

  /** Forgets the problems so far. */
  public void clearProblems() {
    context.problems().clear();
  }

  /** What this person sees, in the form that the sandbox page draws; null for no open channel. */
  public JsonObject snapshot(String userId, String channelIdOrNull) {
    return SlackSnapshot.of(context, userId, channelIdOrNull);
  }

  /**
   * Runs the listener after every change, on the thread that made the change.
   *
   * @return stops this when it is closed
   */
  public AutoCloseable onChange(Runnable listener) {
    return context.workspace().changes().listen(listener);
  }

  @Override
  public void close() {
    faultyAnswers.close();
    server.close();
  }
}
