package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import awssetup.sandbox.slack.world.Team;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The payloads that Slack sends, field by field. They differ in whose workspace they name; the
 * methods say how.
 */
public final class Payloads {
  /** Slack still sends the retired verification token, which no app should rely on. */
  private static final String RETIRED_TOKEN = "retired";

  private final StandInContext context;
  private final StandInWorkspace workspace;

  public Payloads(StandInContext context) {
    this.context = context;
    this.workspace = context.workspace();
  }

  /** A slash command. Only home people run commands, so both teams are the home workspace. */
  public Map<String, String> command(
      Member person, StandInChannel channel, String command, String text, String responseUrl) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("token", RETIRED_TOKEN);
    fields.put("team_id", person.teamId());
    fields.put("team_domain", workspace.team(person.teamId()).domain());
    fields.put("channel_id", channel.id());
    fields.put("channel_name", ChannelJson.payloadName(channel));
    fields.put("user_id", person.id());
    fields.put("user_name", person.name());
    fields.put("command", command);
    fields.put("text", text);
    fields.put("api_app_id", StandInContext.APP_ID);
    fields.put("is_enterprise_install", "false");
    fields.put("response_url", responseUrl);
    fields.put("trigger_id", context.triggers().issue(person));
    return fields;
  }

  /**
   * A click in a message. {@code user.team_id} is the person's own team, {@code team} the one where
   * the app is installed.
   */
  public JsonObject messageActions(
      Member person,
      StandInChannel channel,
      StandInMessage message,
      JsonObject action,
      String responseUrl) {
    JsonObject payload = interaction("block_actions", person, workspace.home());
    JsonObject container =
        JsonTree.object(
            "type", "message",
            "message_ts", message.ts(),
            "channel_id", channel.id(),
            "is_ephemeral", message.ephemeral());
    if (message.isReply()) {
      container.addProperty("thread_ts", message.threadTs());
    }
    payload.add("container", container);
    payload.add(
        "channel", JsonTree.object("id", channel.id(), "name", ChannelJson.payloadName(channel)));
    if (!message.ephemeral()) {
      payload.add("message", MessageJson.of(message, workspace, true));
    }
    payload.add("state", stateAfter(message.blocks(), action));
    payload.addProperty("response_url", responseUrl);
    payload.add("actions", JsonTree.array(List.of(action)));
    return payload;
  }

  /**
   * A click in a view. The teams are as in a message; there is no channel and no {@code
   * response_url}.
   */
  public JsonObject viewActions(Member person, JsonObject view, JsonObject action) {
    JsonObject payload = interaction("block_actions", person, workspace.home());
    payload.add(
        "container", JsonTree.object("type", "view", "view_id", JsonTree.string(view, "id")));
    payload.add("view", view);
    payload.add("actions", JsonTree.array(List.of(action)));
    return payload;
  }

  /**
   * A submitted modal. {@code team} is the submitter's own; only {@code view.app_installed_team_id}
   * names the home workspace.
   */
  public JsonObject submission(Member person, JsonObject view) {
    JsonObject payload = interaction("view_submission", person, workspace.team(person.teamId()));
    payload.add("view", view);
    payload.add("response_urls", JsonTree.array(List.of()));
    return payload;
  }

  /**
   * A closed modal.
   *
   * @param cleared whether all modals were closed at once
   */
  public JsonObject closed(Member person, JsonObject view, boolean cleared) {
    JsonObject payload = interaction("view_closed", person, workspace.team(person.teamId()));
    payload.remove("trigger_id");
    payload.add("view", view);
    payload.addProperty("is_cleared", cleared);
    return payload;
  }

  /** An event in its envelope. */
  public JsonObject event(JsonObject event) {
    JsonObject authorization =
        JsonTree.object(
            "enterprise_id",
            JsonNull.INSTANCE,
            "team_id",
            workspace.home().id(),
            "user_id",
            workspace.bot().id(),
            "is_bot",
            true,
            "is_enterprise_install",
            false);
    return JsonTree.object(
        "token",
        RETIRED_TOKEN,
        "team_id",
        workspace.home().id(),
        "context_team_id",
        workspace.home().id(),
        "context_enterprise_id",
        JsonNull.INSTANCE,
        "api_app_id",
        StandInContext.APP_ID,
        "event",
        event,
        "type",
        "event_callback",
        "event_id",
        context.ids().next("Ev"),
        "event_time",
        context.clock().instant().getEpochSecond(),
        "authorizations",
        JsonTree.array(List.of(authorization)),
        "is_ext_shared_channel",
        false);
  }

  private JsonObject interaction(String type, Member person, Team team) {
    return JsonTree.object(
        "type",
        type,
        "team",
        JsonTree.object("id", team.id(), "domain", team.domain()),
        "user",
        JsonTree.object(
            "id", person.id(),
            "username", person.name(),
            "name", person.name(),
            "team_id", person.teamId()),
        "api_app_id",
        StandInContext.APP_ID,
        "token",
        RETIRED_TOKEN,
        "trigger_id",
        context.triggers().issue(person),
        "enterprise",
        JsonNull.INSTANCE,
        "is_enterprise_install",
        false);
  }

  private static JsonElement stateAfter(JsonArray blocks, JsonObject action) {
    JsonObject values = FormState.of(blocks, new JsonObject());
    Field.find(blocks, JsonTree.string(action, "block_id"), JsonTree.string(action, "action_id"))
        .filter(Field::hasState)
        .ifPresent(
            field ->
                values
                    .getAsJsonObject(field.blockId())
                    .add(field.actionId(), field.state(action.get(field.valueName()))));
    return JsonTree.object("values", values);
  }
}
