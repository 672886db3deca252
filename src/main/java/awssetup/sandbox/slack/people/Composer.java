package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.api.EphemeralAnswers;
import awssetup.sandbox.slack.api.ResponseUrls;
import awssetup.sandbox.slack.wire.AppAnswer;
import awssetup.sandbox.slack.wire.Payloads;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;

/** What people type: messages, and slash commands if Slack lets them use the app's. */
public final class Composer {
  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final Payloads payloads;
  private final AppCalls app;
  private final ResponseUrls responseUrls;
  private final EphemeralAnswers answers;

  public Composer(StandInContext context, AppCalls app, ResponseUrls responseUrls) {
    this.context = context;
    this.workspace = context.workspace();
    this.payloads = new Payloads(context);
    this.app = app;
    this.responseUrls = responseUrls;
    this.answers = new EphemeralAnswers(context);
  }

  /**
   * Types a line.
   *
   * @param threadTs the thread it is typed in, or null
   * @throws IllegalArgumentException if the person, the channel or the thread does not exist
   */
  public Delivery type(String userId, String channelId, String text, String threadTs) {
    Member person = workspace.person(userId);
    StandInChannel channel = workspace.channel(channelId);
    if (!channel.members().contains(userId)) {
      return shown(person, 0, "", "You are not in this channel.");
    }
    if (channel.archived()) {
      return shown(person, 0, "", "This channel is archived.");
    }
    notice(person, null);
    return text.startsWith("/")
        ? command(person, channel, text, threadTs)
        : say(person, channel, text, threadTs);
  }

  private Delivery say(Member person, StandInChannel channel, String text, String threadTs) {
    workspace.edit(
        () -> {
          if (threadTs != null && workspace.message(channel.id(), threadTs).isEmpty()) {
            throw new IllegalArgumentException("No message " + threadTs + " to reply to");
          }
          String ts = context.timestamps().next();
          StandInMessage message =
              StandInMessage.ofPerson(ts, channel.id(), person, escaped(text))
                  .inThread(threadTs, false);
          workspace.timelines().put(message);
          return message;
        });
    return Delivery.fine(200, "");
  }

  /** Escaped as Slack stores it, so that it never counts as a mention or a link. */
  private static String escaped(String typed) {
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private Delivery command(Member person, StandInChannel channel, String line, String threadTs) {
    String[] words = line.split("\\s+", 2);
    String command = words[0];
    if (threadTs != null) {
      return shown(person, 0, "", command + " is not supported in threads. Sorry!");
    }
    if (!mayUse(person, command)) {
      return shown(person, 0, "", command + " is not a valid command.");
    }
    String text = words.length > 1 ? words[1].strip() : "";
    String url = responseUrls.issue(channel.id(), person.id(), null);
    AppAnswer answer = app.command(payloads.command(person, channel, command, text, url));
    if (!answer.isOk()) {
      String error = answer.isLate() ? "operation_timeout" : "dispatch_failed";
      return failed(person, command, answer, error);
    }
    try {
      workspace.edit(() -> apply(person, channel, answer));
      return Delivery.fine(200, answer.body());
    } catch (ApiError e) {
      context.problems().add(command + " was answered with something to refuse: " + e.answer());
      return failed(person, command, answer, e.code());
    }
  }

  /** Slack offers an app's commands neither to guests nor to external people. */
  boolean mayUse(Member person, String command) {
    return workspace.isHome(person)
        && !person.isGuest()
        && context.settings().commands().stream().anyMatch(c -> c.command().equals(command));
  }

  private Void apply(Member person, StandInChannel channel, AppAnswer answer) {
    if (!answer.isEmpty()) {
      JsonObject tree = answer.tree();
      JsonObject message = tree == null ? JsonTree.object("text", answer.body()) : tree;
      answers.apply(message, channel.id(), person.id(), null);
    }
    return null;
  }

  private Delivery failed(Member person, String command, AppAnswer answer, String error) {
    String shown = "%s failed with the error \"%s\"".formatted(command, error);
    return shown(person, answer.status(), answer.body(), shown);
  }

  private Delivery shown(Member person, int status, String body, String text) {
    notice(person, text);
    return Delivery.refused(status, body, text);
  }

  private void notice(Member person, String text) {
    workspace.edit(
        () -> {
          workspace.screens().notice(person.id(), text);
          return null;
        });
  }
}
