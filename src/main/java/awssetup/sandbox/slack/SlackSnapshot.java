package awssetup.sandbox.slack;

import awssetup.sandbox.slack.people.SeenMessages;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.Modal;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one person sees of the workspace, as the sandbox page draws it. */
final class SlackSnapshot {
  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final Member viewer;

  private SlackSnapshot(StandInContext context, Member viewer) {
    this.context = context;
    this.workspace = context.workspace();
    this.viewer = viewer;
  }

  static JsonObject of(StandInContext context, String userId, String channelIdOrNull) {
    StandInWorkspace workspace = context.workspace();
    synchronized (workspace) {
      StandInChannel channel = channelIdOrNull == null ? null : workspace.channel(channelIdOrNull);
      return new SlackSnapshot(context, workspace.person(userId)).json(channel);
    }
  }

  private JsonObject json(StandInChannel channel) {
    JsonObject json =
        JsonTree.object(
            "now",
            context.clock().instant().getEpochSecond(),
            "viewer",
            viewer(),
            "people",
            JsonTree.array(workspace.people().stream().map(this::person).toList()),
            "channels",
            JsonTree.array(
                workspace.channels().stream()
                    .filter(each -> each.members().contains(viewer.id()))
                    .map(this::channel)
                    .toList()),
            "channel",
            channel == null ? JsonNull.INSTANCE : openChannel(channel),
            "commands",
            commands());
    SeenMessages seen = SeenMessages.by(viewer, channel, workspace);
    json.add("messages", seen.topLevel());
    json.add("threads", seen.threads());
    json.add("views", views());
    json.add("home", home());
    json.add(
        "notice",
        workspace
            .screens()
            .notice(viewer.id())
            .<JsonElement>map(JsonPrimitive::new)
            .orElse(JsonNull.INSTANCE));
    return json;
  }

  private JsonObject viewer() {
    return JsonTree.object(
        "id", viewer.id(),
        "name", viewer.realName(),
        "team", viewer.teamId(),
        "teamName", workspace.team(viewer.teamId()).name(),
        "kind", kind(viewer),
        "color", viewer.color());
  }

  private JsonObject person(Member person) {
    return JsonTree.object(
        "id", person.id(),
        "name", person.realName(),
        "teamName", workspace.team(person.teamId()).name(),
        "kind", kind(person),
        "color", person.color(),
        "bot", person.isBot());
  }

  private static String kind(Member person) {
    return person.kind().name().toLowerCase(Locale.ROOT);
  }

  private JsonObject channel(StandInChannel channel) {
    return JsonTree.object(
        "id", channel.id(),
        "name", name(channel),
        "private", channel.isPrivate(),
        "shared", channel.isShared(),
        "with", with(channel),
        "unread", 0);
  }

  private JsonObject openChannel(StandInChannel channel) {
    JsonObject json = channel(channel);
    json.addProperty("memberCount", channel.members().size());
    json.remove("unread");
    return json;
  }

  private String name(StandInChannel channel) {
    return channel.directMessage() ? workspace.bot().realName() : channel.name();
  }

  /**
   * The other workspaces of a shared channel, as this person sees them; null if it is not shared.
   */
  private String with(StandInChannel channel) {
    if (!channel.isShared()) {
      return null;
    }
    return Stream.concat(Stream.of(workspace.home().id()), channel.connectedTeams().stream())
        .filter(id -> !id.equals(viewer.teamId()))
        .map(id -> workspace.team(id).name())
        .collect(Collectors.joining(", "));
  }

  private JsonArray commands() {
    return JsonTree.array(
        workspace.isHome(viewer) && !viewer.isGuest()
            ? context.settings().commands().stream()
                .map(
                    each ->
                        JsonTree.object(
                            "command", each.command(),
                            "description", each.description(),
                            "usage_hint", each.usageHint()))
                .toList()
            : List.of());
  }

  private JsonArray views() {
    JsonArray views = new JsonArray();
    for (Modal modal : workspace.screens().stack(viewer.id())) {
      JsonObject errors = new JsonObject();
      modal.errors().forEach(errors::addProperty);
      views.add(
          JsonTree.object(
              "id",
              modal.id(),
              "callback_id",
              JsonTree.string(modal.view(), "callback_id"),
              "title",
              label(modal, "title"),
              "submit",
              label(modal, "submit"),
              "close",
              label(modal, "close"),
              "blocks",
              JsonTree.list(modal.view(), "blocks").deepCopy(),
              "errors",
              errors,
              "busy",
              modal.busy()));
    }
    return views;
  }

  private static String label(Modal modal, String name) {
    return JsonTree.string(JsonTree.child(modal.view(), name), "text");
  }

  /** Empty for external people: they see a placeholder instead of what was published to them. */
  private JsonElement home() {
    return workspace
        .screens()
        .home(viewer.id())
        .filter(view -> workspace.isHome(viewer))
        .<JsonElement>map(
            view ->
                JsonTree.object(
                    "id",
                    JsonTree.string(view, "id"),
                    "blocks",
                    JsonTree.list(view, "blocks").deepCopy()))
        .orElse(JsonNull.INSTANCE);
  }
}
