package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.SharedFile;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * What one person sees in a channel: its messages, their threads, and the ephemeral messages for
 * that person.
 */
public record SeenMessages(List<StandInMessage> all, StandInWorkspace workspace) {

  /** Empty if no channel is open or the person is not in it. */
  public static SeenMessages by(Member viewer, StandInChannel channel, StandInWorkspace workspace) {
    if (channel == null || !channel.members().contains(viewer.id())) {
      return new SeenMessages(List.of(), workspace);
    }
    return new SeenMessages(
        workspace.timelines().all(channel.id()).stream()
            .filter(message -> !message.ephemeral() || message.reader().equals(viewer.id()))
            .toList(),
        workspace);
  }

  /** The messages of the channel itself. */
  public JsonArray topLevel() {
    return JsonTree.array(
        all.stream()
            .filter(message -> !message.isReply() || message.broadcast())
            .map(this::json)
            .toList());
  }

  /** The replies by the ts of their parent. */
  public JsonObject threads() {
    JsonObject threads = new JsonObject();
    for (StandInMessage message : all) {
      if (message.isReply()) {
        if (!threads.has(message.threadTs())) {
          threads.add(message.threadTs(), new JsonArray());
        }
        threads.getAsJsonArray(message.threadTs()).add(json(message));
      }
    }
    return threads;
  }

  private JsonObject json(StandInMessage message) {
    List<StandInMessage> replies =
        all.stream()
            .filter(m -> m.isReply() && !m.ephemeral() && m.threadTs().equals(message.ts()))
            .toList();
    String last = replies.isEmpty() ? null : replies.get(replies.size() - 1).ts();
    return JsonTree.object(
        "ts",
        message.ts(),
        "user",
        message.user(),
        "text",
        message.text(),
        "blocks",
        message.blocks().deepCopy(),
        "files",
        JsonTree.array(workspace.files(message).stream().map(SharedFile::json).toList()),
        "bot",
        message.bot(),
        "ephemeral",
        message.ephemeral(),
        "edited",
        message.edited(),
        "replies",
        JsonTree.object("count", replies.size(), "last", last));
  }
}
