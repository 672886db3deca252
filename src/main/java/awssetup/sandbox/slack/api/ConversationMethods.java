package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.Arguments;
import awssetup.sandbox.slack.wire.ChannelJson;
import awssetup.sandbox.slack.wire.ListPage;
import awssetup.sandbox.slack.wire.MessageJson;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInSettings;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The {@code conversations} methods: facts about channels, and their messages. */
final class ConversationMethods {
  private final StandInWorkspace workspace;
  private final StandInSettings settings;
  private final ScopeCheck access;

  ConversationMethods(StandInContext context) {
    this.workspace = context.workspace();
    this.settings = context.settings();
    this.access = new ScopeCheck(context);
  }

  void addTo(Map<String, Method> methods) {
    methods.put("conversations.info", new Method(null, this::info));
    methods.put("conversations.open", new Method("im:write", this::open));
    methods.put("conversations.members", new Method(null, this::members));
    methods.put("conversations.history", new Method(null, this::history));
    methods.put("conversations.replies", new Method(null, this::replies));
  }

  private JsonObject info(Arguments arguments) {
    StandInChannel channel = access.readable(arguments.required("channel"));
    JsonObject json = ChannelJson.of(channel, workspace, access.isIn(channel));
    if (arguments.isTrue("include_num_members")) {
      json.addProperty("num_members", channel.members().size());
    }
    return JsonTree.object("channel", json);
  }

  /**
   * Opens a direct message with one person. Several persons would make a group message, which the
   * app has no use for.
   */
  private JsonObject open(Arguments arguments) {
    String user = arguments.required("users");
    Member person = workspace.findPerson(user).orElseThrow(() -> ApiError.of("user_not_found"));
    if (person.isBot()) {
      throw ApiError.of("cannot_dm_bot");
    }
    if (person.deleted()) {
      throw ApiError.of("user_disabled");
    }
    if (workspace.isStranger(person)) {
      throw ApiError.of("user_not_found");
    }
    return JsonTree.object("channel", JsonTree.object("id", workspace.directMessage(user)));
  }

  private JsonObject members(Arguments arguments) {
    StandInChannel channel = access.readable(arguments.required("channel"));
    ListPage<String> page =
        ListPage.of(
            List.copyOf(channel.members()), "user", id -> id, arguments, 100, largest(1_000));
    return JsonTree.object(
        "members", JsonTree.array(page.items()), "response_metadata", page.metadata());
  }

  private JsonObject history(Arguments arguments) {
    StandInChannel channel = access.member(arguments.required("channel"));
    Predicate<StandInMessage> within = within(arguments);
    List<StandInMessage> newestFirst =
        new ArrayList<>(
            workspace.messages(channel.id()).stream()
                .filter(message -> !message.isReply() || message.broadcast())
                .filter(within)
                .toList());
    Collections.reverse(newestFirst);
    return answer(
        ListPage.of(newestFirst, "next_ts", StandInMessage::ts, arguments, 100, largest(999)),
        arguments);
  }

  /** The parent comes first on every page, even if the range excludes it. */
  private JsonObject replies(Arguments arguments) {
    StandInChannel channel = access.member(arguments.required("channel"));
    StandInMessage named =
        workspace
            .timelines()
            .findShown(channel.id(), arguments.required("ts"))
            .orElseThrow(() -> ApiError.of("thread_not_found"));
    List<StandInMessage> replies =
        workspace.timelines().replies(channel.id(), named.ts()).stream()
            .filter(within(arguments))
            .toList();
    ListPage<StandInMessage> page =
        ListPage.of(replies, "next_ts", StandInMessage::ts, arguments, 1_000, largest(1_000));
    return answer(
        new ListPage<>(
            Stream.concat(Stream.of(named), page.items().stream()).toList(), page.next()),
        arguments);
  }

  private JsonObject answer(ListPage<StandInMessage> page, Arguments arguments) {
    boolean metadata = arguments.isTrue("include_all_metadata");
    JsonObject answer =
        JsonTree.object(
            "messages",
            JsonTree.array(
                page.items().stream().map(m -> MessageJson.of(m, workspace, metadata)).toList()),
            "has_more",
            page.next() != null);
    if (page.next() != null) {
      answer.add("response_metadata", page.metadata());
    }
    return answer;
  }

  private static Predicate<StandInMessage> within(Arguments arguments) {
    BigDecimal oldest = time(arguments, "oldest");
    BigDecimal latest = time(arguments, "latest");
    int edge = arguments.isTrue("inclusive") ? 0 : 1;
    return message -> {
      BigDecimal ts = new BigDecimal(message.ts());
      return (oldest == null || ts.compareTo(oldest) >= edge)
          && (latest == null || latest.compareTo(ts) >= edge);
    };
  }

  private static BigDecimal time(Arguments arguments, String name) {
    String value = arguments.string(name);
    try {
      return value == null ? null : new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw ApiError.of("invalid_ts_" + name);
    }
  }

  private int largest(int slackLimit) {
    return Math.min(slackLimit, settings.largestPage());
  }
}
