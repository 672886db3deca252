package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.Arguments;
import awssetup.sandbox.slack.wire.BlockDefaults;
import awssetup.sandbox.slack.wire.Draft;
import awssetup.sandbox.slack.wire.MessageJson;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** The {@code chat} methods: posting and changing messages, and messages for one person. */
final class ChatMethods {
  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final ScopeCheck access;
  private final BlockDefaults defaults;

  ChatMethods(StandInContext context) {
    this.context = context;
    this.workspace = context.workspace();
    this.access = new ScopeCheck(context);
    this.defaults = new BlockDefaults(context.ids());
  }

  void addTo(Map<String, Method> methods) {
    methods.put("chat.postMessage", new Method("chat:write", this::post));
    methods.put("chat.update", new Method("chat:write", this::update));
    methods.put("chat.postEphemeral", new Method("chat:write", this::postEphemeral));
  }

  private JsonObject post(Arguments arguments) {
    StandInChannel channel = open(writable(arguments.required("channel")));
    Draft draft = Draft.of(arguments, defaults).notEmpty().blocksShortEnough();
    if (draft.plainText().length() > Draft.LONGEST_POST) {
      context.problems().add("chat.postMessage: text cut after " + Draft.LONGEST_POST);
      draft = draft.cutTo(Draft.LONGEST_POST);
    }
    String ts = context.timestamps().next();
    JsonObject metadata = metadata(arguments);
    String parent = parent(channel, arguments.string("thread_ts"));
    boolean broadcast = parent != null && arguments.isTrue("reply_broadcast");
    StandInMessage message =
        ofBot(ts, channel, draft).withMetadata(metadata).inThread(parent, broadcast);
    workspace.timelines().put(message);
    return shown(message);
  }

  private JsonObject update(Arguments arguments) {
    StandInChannel channel = access.joined(arguments.required("channel"));
    StandInMessage old =
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
        Draft.of(arguments, defaults)
            .notEmpty()
            .textOfAtMost(Draft.LONGEST_EDIT, false)
            .blocksShortEnough();
    JsonObject metadata = arguments.all().has("metadata") ? metadata(arguments) : old.metadata();
    String text = draft.text() == null ? old.text() : draft.text();
    StandInMessage message = old.replacedBy(text, draft.shownBlocks(), metadata);
    workspace.timelines().put(message);
    JsonObject answer = shown(message);
    answer.addProperty("text", message.text());
    return answer;
  }

  private JsonObject postEphemeral(Arguments arguments) {
    StandInChannel channel = open(access.joined(arguments.required("channel")));
    String user = arguments.required("user");
    if (!channel.members().contains(user)) {
      throw ApiError.of("user_not_in_channel");
    }
    Draft draft = Draft.of(arguments, defaults).notEmpty().textOfAtMost(Draft.LONGEST_EDIT, true);
    String ts = context.timestamps().next();
    String parent = parent(channel, arguments.string("thread_ts"));
    StandInMessage message = ofBot(ts, channel, draft).inThread(parent, false).readBy(user);
    workspace.timelines().put(message);
    return JsonTree.object("message_ts", message.ts());
  }

  private StandInMessage ofBot(String ts, StandInChannel channel, Draft draft) {
    return StandInMessage.ofBot(
        ts, channel.id(), workspace.bot(), draft.plainText(), draft.shownBlocks());
  }

  private JsonObject shown(StandInMessage message) {
    return JsonTree.object(
        "channel",
        message.channel(),
        "ts",
        message.ts(),
        "message",
        MessageJson.of(message, workspace, true));
  }

  /** A user ID stands for the direct message with that person. */
  private StandInChannel writable(String id) {
    if (workspace.findChannel(id).isPresent()) {
      return access.joined(id);
    }
    Member person = workspace.findPerson(id).orElseThrow(() -> ApiError.of("channel_not_found"));
    if (person.isBot()) {
      throw ApiError.of("cannot_dm_bot");
    }
    if (person.deleted() || workspace.isStranger(person)) {
      throw ApiError.of("channel_not_found");
    }
    return workspace.channel(workspace.directMessage(id));
  }

  private static StandInChannel open(StandInChannel channel) {
    if (channel.archived()) {
      throw ApiError.of("is_archived");
    }
    return channel;
  }

  /**
   * The parent's ts. A reply cannot have replies: Slack takes its parent instead, which counts as a
   * problem here.
   */
  private String parent(StandInChannel channel, String threadTs) {
    if (threadTs == null) {
      return null;
    }
    StandInMessage named =
        workspace
            .timelines()
            .findShown(channel.id(), threadTs)
            .orElseThrow(() -> ApiError.of("thread_not_found"));
    if (named.isReply()) {
      context.problems().add("thread_ts " + threadTs + " names a reply, not the thread's parent");
      return named.threadTs();
    }
    return threadTs;
  }

  /** Null if none was given, or for an empty object, which removes the metadata. */
  private static JsonObject metadata(Arguments arguments) {
    JsonElement tree = arguments.json("metadata", "invalid_metadata_format");
    if (tree == null || tree instanceof JsonObject empty && empty.isEmpty()) {
      return null;
    }
    if (tree instanceof JsonObject metadata
        && JsonTree.string(metadata, "event_type") != null
        && JsonTree.child(metadata, "event_payload") != null) {
      return metadata.deepCopy();
    }
    throw ApiError.of("invalid_metadata_format");
  }
}
