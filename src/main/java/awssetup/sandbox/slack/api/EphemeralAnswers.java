package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.Arguments;
import awssetup.sandbox.slack.wire.BlockDefaults;
import awssetup.sandbox.slack.wire.Draft;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;

/**
 * Applies what an app answers to a command or a click: a message for that person unless it says
 * otherwise, or a replacement for the clicked message.
 */
public final class EphemeralAnswers {
  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final BlockDefaults defaults;

  public EphemeralAnswers(StandInContext context) {
    this.context = context;
    this.workspace = context.workspace();
    this.defaults = new BlockDefaults(context.ids());
  }

  /**
   * Applies the answer. To be called under the workspace's lock.
   *
   * @param sourceTs the message that was clicked, or null: then nothing can be replaced
   * @throws ApiError if Slack would refuse the answer
   */
  public void apply(JsonObject answer, String channel, String user, String sourceTs) {
    boolean replace = JsonTree.isTrue(answer, "replace_original");
    if (JsonTree.isTrue(answer, "delete_original")) {
      original(channel, sourceTs);
      workspace.timelines().remove(channel, sourceTs);
      return;
    }
    Draft draft = Draft.of(new Arguments(answer), defaults).notEmpty();
    if (replace && sourceTs != null) {
      StandInMessage old = original(channel, sourceTs);
      workspace
          .timelines()
          .put(old.replacedBy(draft.plainText(), draft.shownBlocks(), old.metadata()));
      return;
    }
    boolean toAll = "in_channel".equals(JsonTree.string(answer, "response_type"));
    String ts = context.timestamps().next();
    StandInMessage message =
        StandInMessage.ofBot(ts, channel, workspace.bot(), draft.plainText(), draft.shownBlocks())
            .inThread(JsonTree.string(answer, "thread_ts"), false)
            .readBy(toAll ? null : user);
    workspace.timelines().put(message);
  }

  private StandInMessage original(String channel, String sourceTs) {
    return workspace
        .timelines()
        .find(channel, sourceTs == null ? "" : sourceTs)
        .filter(StandInMessage::bot)
        .orElseThrow(() -> ApiError.of("message_not_found"));
  }
}
