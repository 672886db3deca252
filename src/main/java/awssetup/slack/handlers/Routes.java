package awssetup.slack.handlers;

import awssetup.slack.handlers.Action.Surface;
import awssetup.slack.words.Ids;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * For each {@link Action} its handler: the one place where requests are routed. An action that is
 * routed twice, or not at all, stops the start.
 */
public final class Routes {
  /**
   * Answers a request of one kind.
   *
   * @param <R> the request
   */
  interface Handler<R> {
    Response handle(Action action, R request);
  }

  private final Map<Action, Consumer<App>> routes = new EnumMap<>(Action.class);
  private final Map<Action, Handler<TypedCommand>> subcommands = new EnumMap<>(Action.class);

  Routes() {}

  /** The table. A button whose row in {@link Action} has an intent needs no line here. */
  public static Routes to(
      Commands commands,
      Buttons buttons,
      HomeButtons homeButtons,
      Submissions submissions,
      HomeTab home,
      ChannelEvents channels) {
    return new Routes()
        .with(commands)
        .with(buttons)
        .with(homeButtons)
        .with(submissions)
        .event(Action.READ_HOME, home::routeOpened)
        .event(Action.CHANNEL_MOVED, channels::routeMoved)
        .event(Action.CHANNEL_CLOSED, channels::routeClosed)
        .event(Action.CHANNEL_BACK, channels::routeBack);
  }

  private Routes with(Commands commands) {
    return subcommand(Action.START, commands::start)
        .subcommand(Action.STATUS, commands::status)
        .subcommand(Action.REMIND, commands::remind)
        .subcommand(Action.CANCEL, commands::cancel)
        .subcommand(Action.HISTORY, commands::history)
        .subcommand(Action.FORGET, commands::forget)
        .subcommand(Action.EXPORT, commands::export)
        .subcommand(Action.HELP, commands::help);
  }

  private Routes with(Buttons buttons) {
    for (Action action : Action.values()) {
      action.intent().ifPresent(intent -> press(action, buttons::change));
    }
    return press(Action.ENTER_DETAILS, buttons::enterDetails)
        .press(Action.REPORT_ACCOUNT, buttons::reportAccount)
        .press(Action.SNOOZE, buttons::snooze)
        .press(Action.REVIEW_INVITATION, buttons::reviewInvitation)
        .press(Action.PICK_REMIND, buttons::pickRemind)
        .press(Action.PICK_CANCEL, buttons::pickCancel)
        .press(Action.FORGET_THIS, buttons::forget)
        .press(Action.PICK_FORGET, buttons::forget)
        .press(Action.OPEN_INVITATION, buttons::link)
        .press(Action.OPEN_BOOTSTRAP, buttons::link);
  }

  private Routes with(HomeButtons buttons) {
    return press(Action.HOME_STATE, buttons::state)
        .press(Action.HOME_OWNER, buttons::owner)
        .press(Action.HOME_WHOSE, buttons::whose)
        .press(Action.HOME_PREVIOUS, buttons::page)
        .press(Action.HOME_NEXT, buttons::page)
        .press(Action.HOME_ROW, buttons::row);
  }

  private Routes with(Submissions submissions) {
    return modal(Action.SUBMIT_START, submissions::startSetup)
        .modal(Action.SUBMIT_TRANSFER_DETAILS, submissions::transferDetails)
        .modal(Action.SUBMIT_NEW_ACCOUNT_DETAILS, submissions::newAccountDetails)
        .modal(Action.SUBMIT_ACCOUNT_READY, submissions::accountReady)
        .modal(Action.SUBMIT_REVIEW, submissions::reviewInvitation)
        .modal(Action.SUBMIT_CANCEL, submissions::cancelSetup);
  }

  private Routes subcommand(Action action, Handler<TypedCommand> handler) {
    subcommands.put(action, handler);
    return add(action, EnumSet.of(Surface.SUBCOMMAND), bolt -> {});
  }

  /** A button or select, on a message or on the Home tab. */
  Routes press(Action action, Handler<Press> handler) {
    return add(
        action,
        EnumSet.of(Surface.BUTTON, Surface.HOME),
        bolt ->
            bolt.blockAction(
                action.id(), (request, ctx) -> handler.handle(action, new Press(request, ctx))));
  }

  private Routes modal(Action action, Handler<Submission> handler) {
    return add(
        action,
        EnumSet.of(Surface.MODAL),
        bolt ->
            bolt.viewSubmission(
                action.id(),
                (request, ctx) -> handler.handle(action, new Submission(request, ctx))));
  }

  private Routes event(Action action, Consumer<App> route) {
    return add(action, EnumSet.of(Surface.EVENT), route);
  }

  private Routes add(Action action, Set<Surface> surfaces, Consumer<App> route) {
    if (!surfaces.contains(action.surface())) {
      throw new IllegalArgumentException(action + " is not one of " + surfaces);
    }
    if (routes.put(action, route) != null) {
      throw new IllegalStateException(action + " is routed twice");
    }
    return this;
  }

  /**
   * Routes everything that reaches this Bolt app.
   *
   * @throws IllegalStateException if an action has no handler
   */
  public void on(App bolt) {
    Set<Action> missing = EnumSet.allOf(Action.class);
    missing.removeAll(routes.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException("not routed: " + missing);
    }
    routes.values().forEach(route -> route.accept(bolt));
    bolt.command(
        Ids.COMMAND,
        (request, ctx) -> {
          TypedCommand typed = TypedCommand.of(request, ctx);
          return handle(Action.subcommand(typed.word()), typed);
        });
    bolt.command(
        Ids.STATUS_COMMAND, (request, ctx) -> handle(Action.STATUS, TypedCommand.of(request, ctx)));
  }

  private Response handle(Action action, TypedCommand typed) {
    return subcommands.get(action).handle(action, typed);
  }
}
