package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.SharedFile;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.util.List;

/** Describes a message as Slack does, for apps that read channels and in the payload of a click. */
public final class MessageJson {
  private MessageJson() {}

  public static JsonObject of(
      StandInMessage message, StandInWorkspace workspace, boolean withMetadata) {
    JsonObject json =
        JsonTree.object(
            "type",
            "message",
            "user",
            message.user(),
            "ts",
            message.ts(),
            "text",
            message.text(),
            "team",
            workspace.findPerson(message.user()).map(Member::teamId).orElse(null));
    if (message.bot()) {
      json.addProperty("bot_id", StandInContext.BOT_ID);
      json.addProperty("app_id", StandInContext.APP_ID);
    }
    if (!message.blocks().isEmpty()) {
      json.add("blocks", message.blocks().deepCopy());
    }
    if (message.edited()) {
      json.add("edited", JsonTree.object("user", message.user(), "ts", message.ts()));
    }
    if (withMetadata && message.metadata() != null) {
      json.add("metadata", message.metadata().deepCopy());
    }
    if (message.broadcast()) {
      json.addProperty("subtype", "thread_broadcast");
    }
    List<SharedFile> files = workspace.files(message);
    if (!files.isEmpty()) {
      json.add("files", JsonTree.array(files.stream().map(SharedFile::json).toList()));
    }
    addThread(message, workspace, json);
    return json;
  }

  private static void addThread(
      StandInMessage message, StandInWorkspace workspace, JsonObject json) {
    if (message.isReply()) {
      json.addProperty("thread_ts", message.threadTs());
      workspace
          .timelines()
          .find(message.channel(), message.threadTs())
          .ifPresent(parent -> json.addProperty("parent_user_id", parent.user()));
      return;
    }
    List<StandInMessage> replies = workspace.timelines().replies(message.channel(), message.ts());
    if (!replies.isEmpty()) {
      List<String> users = replies.stream().map(StandInMessage::user).distinct().toList();
      json.addProperty("thread_ts", message.ts());
      json.addProperty("reply_count", replies.size());
      json.addProperty("reply_users_count", users.size());
      json.add("reply_users", JsonTree.array(users));
      json.addProperty("latest_reply", replies.get(replies.size() - 1).ts());
      json.addProperty("is_locked", false);
      json.addProperty("subscribed", false);
    }
  }
}
