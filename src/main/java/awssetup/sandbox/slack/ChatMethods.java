package awssetup.sandbox.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** The app speaks: messages to all, edits of its own, words for one person. */
final class ChatMethods {
  private final Backstage stage;
  private final Workspace workspace;
  private final Access access;
  private final Tidy tidy;

  ChatMethods(Backstage stage) {
    this.stage = stage;
    this.workspace = stage.workspace();
    this.access = new Access(stage);
    this.tidy = new Tidy(stage.ids());
  }

  void addTo(Map<String, Method> methods) {
    methods.put("chat.postMessage", new Method("chat:write", this::post));
    methods.put("chat.update", new Method("chat:write", this::update));
    methods.put("chat.postEphemeral", new Method("chat:write", this::postEphemeral));
  }

  private JsonObject post(Arguments arguments) {
    Channel channel = open(writable(arguments.required("channel")));
    Draft draft = Draft.of(arguments, tidy).notEmpty().blocksShortEnough();
    if (draft.plainText().length() > Draft.LONGEST_POST) {
      stage.problems().add("chat.postMessage: text cut after " + Draft.LONGEST_POST);
      draft = draft.cutTo(Draft.LONGEST_POST);
    }
    Message message =
        new Message(
            stage.timestamps().next(),
            channel.id(),
            workspace.bot().id(),
            true,
            draft.plainText(),
            draft.shownBlocks(),
            metadata(arguments),
            parent(channel, arguments.string("thread_ts")),
            arguments.string("thread_ts") != null && arguments.isTrue("reply_broadcast"),
            false,
            null);
    workspace.timelines().put(message);
    return shown(message);
  }

  private JsonObject update(Arguments arguments) {
    Channel channel = access.joined(arguments.required("channel"));
    Message old =
        workspace
            .timelines()
            .findShown(channel.id(), arguments.required("ts"))
            .orElseThrow(() -> ApiError.of("message_not_found"));
    if (!old.bot()) {
      throw ApiError.of("cant_update_message");
    }
    if (channel.archived()) {
      throw ApiError.of("is_inactive");
    }
    Draft draft =
        Draft.of(arguments, tidy)
            .notEmpty()
            .textOfAtMost(Draft.LONGEST_EDIT, false)
            .blocksShortEnough();
    JsonObject metadata = arguments.all().has("metadata") ? metadata(arguments) : old.metadata();
    String text = draft.text() == null ? old.text() : draft.text();
    Message message = old.replacedBy(text, draft.shownBlocks(), metadata);
    workspace.timelines().put(message);
    JsonObject answer = shown(message);
    answer.addProperty("text", message.text());
    return answer;
  }

  private JsonObject postEphemeral(Arguments arguments) {
    Channel channel = open(access.joined(arguments.required("channel")));
    String user = arguments.required("user");
    if (!channel.members().contains(user)) {
      throw ApiError.of("user_not_in_channel");
    }
    Draft draft = Draft.of(arguments, tidy).notEmpty().textOfAtMost(Draft.LONGEST_EDIT, true);
    Message message =
        new Message(
            stage.timestamps().next(),
            channel.id(),
            workspace.bot().id(),
            true,
            draft.plainText(),
            draft.shownBlocks(),
            null,
            parent(channel, arguments.string("thread_ts")),
            false,
            false,
            user);
    workspace.timelines().put(message);
    return Json.object("message_ts", message.ts());
  }

  private JsonObject shown(Message message) {
    return Json.object(
        "channel",
        message.channel(),
        "ts",
        message.ts(),
        "message",
        MessageJson.of(message, workspace, true));
  }

  /** A user id stands for the direct message with that person. */
  private Channel writable(String id) {
    if (workspace.findChannel(id).isPresent()) {
      return access.joined(id);
    }
    Person person = workspace.findPerson(id).orElseThrow(() -> ApiError.of("channel_not_found"));
    if (person.isBot()) {
      throw ApiError.of("cannot_dm_bot");
    }
    if (person.deleted() || workspace.isStranger(person)) {
      throw ApiError.of("channel_not_found");
    }
    return workspace.channel(workspace.directMessage(id));
  }

  private static Channel open(Channel channel) {
    if (channel.archived()) {
      throw ApiError.of("is_archived");
    }
    return channel;
  }

  /**
   * The parent's ts. A reply's ts starts no thread of its own: its parent's is meant, and noted.
   */
  private String parent(Channel channel, String threadTs) {
    if (threadTs == null) {
      return null;
    }
    Message named =
        workspace
            .timelines()
            .findShown(channel.id(), threadTs)
            .orElseThrow(() -> ApiError.of("thread_not_found"));
    if (named.isReply()) {
      stage.problems().add("thread_ts " + threadTs + " names a reply, not the thread's parent");
      return named.threadTs();
    }
    return threadTs;
  }

  /** Null where none was given, or an empty object, which takes away what was there. */
  private static JsonObject metadata(Arguments arguments) {
    JsonElement tree = arguments.json("metadata", "invalid_metadata_format");
    if (tree == null || tree instanceof JsonObject empty && empty.isEmpty()) {
      return null;
    }
    if (tree instanceof JsonObject metadata
        && Json.string(metadata, "event_type") != null
        && Json.child(metadata, "event_payload") != null) {
      return metadata.deepCopy();
    }
    throw ApiError.of("invalid_metadata_format");
  }
}
