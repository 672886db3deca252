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
 * Words that answer a command or a click: for the person alone unless said otherwise, or in place
 * of what was clicked.
 */
public final class EphemeralAnswers {
  private final StandInContext stage;
  private final StandInWorkspace workspace;
  private final BlockDefaults tidy;

  public EphemeralAnswers(StandInContext stage) {
    this.stage = stage;
    this.workspace = stage.workspace();
    this.tidy = new BlockDefaults(stage.ids());
  }

  /**
   * Applies what the app answered. Under the workspace's lock.
   *
   * @param sourceTs the message that was clicked, or null: then nothing can be replaced
   */
  public void apply(JsonObject answer, String channel, String user, String sourceTs) {
    boolean replace = JsonTree.isTrue(answer, "replace_original");
    if (JsonTree.isTrue(answer, "delete_original")) {
      original(channel, sourceTs);
      workspace.timelines().remove(channel, sourceTs);
      return;
    }
    Draft draft = Draft.of(new Arguments(answer), tidy).notEmpty();
    if (replace && sourceTs != null) {
      StandInMessage old = original(channel, sourceTs);
      workspace
          .timelines()
          .put(old.replacedBy(draft.plainText(), draft.shownBlocks(), old.metadata()));
      return;
    }
    boolean toAll = "in_channel".equals(JsonTree.string(answer, "response_type"));
    workspace
        .timelines()
        .put(
            new StandInMessage(
                stage.timestamps().next(),
                channel,
                workspace.bot().id(),
                true,
                draft.plainText(),
                draft.shownBlocks(),
                null,
                JsonTree.string(answer, "thread_ts"),
                false,
                false,
                toAll ? null : user));
  }

  private StandInMessage original(String channel, String sourceTs) {
    return workspace
        .timelines()
        .find(channel, sourceTs == null ? "" : sourceTs)
        .filter(StandInMessage::bot)
        .orElseThrow(() -> ApiError.of("message_not_found"));
  }
}
