package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Describes a conversation as Slack does. */
public final class ChannelJson {
  private static final int CREATED = 1_700_000_000;

  private ChannelJson() {}

  public static JsonObject of(StandInChannel channel, StandInWorkspace workspace, boolean member) {
    JsonObject json =
        JsonTree.object(
            "id", channel.id(),
            "created", CREATED,
            "is_archived", channel.archived(),
            "is_im", channel.directMessage(),
            "is_mpim", false,
            "is_private", channel.isPrivate(),
            "is_shared", channel.isShared(),
            "is_ext_shared", channel.isShared(),
            "is_org_shared", false,
            "is_pending_ext_shared", false,
            "context_team_id", workspace.home().id());
    if (channel.directMessage()) {
      json.addProperty("user", other(channel, workspace));
      json.addProperty("is_open", true);
      return json;
    }
    json.addProperty("name", channel.name());
    json.addProperty("name_normalized", channel.name());
    json.addProperty("is_channel", true);
    json.addProperty("is_group", false);
    json.addProperty("is_general", false);
    json.addProperty("is_member", member);
    json.addProperty("creator", channel.members().stream().findFirst().orElse(""));
    json.add("topic", JsonTree.object("value", "", "creator", "", "last_set", 0));
    json.add("purpose", JsonTree.object("value", "", "creator", "", "last_set", 0));
    json.add("shared_team_ids", JsonTree.array(teams(channel, workspace)));
    if (channel.isShared()) {
      json.addProperty("conversation_host_id", workspace.home().id());
      json.add("connected_team_ids", JsonTree.array(channel.connectedTeams()));
      json.add("internal_team_ids", JsonTree.array(List.of(workspace.home().id())));
    }
    return json;
  }

  /** The name that payloads carry; Slack does not tell apps the names of private conversations. */
  static String payloadName(StandInChannel channel) {
    return channel.directMessage()
        ? "directmessage"
        : channel.isPrivate() ? "privategroup" : channel.name();
  }

  private static String other(StandInChannel channel, StandInWorkspace workspace) {
    return channel.members().stream()
        .filter(id -> !id.equals(workspace.bot().id()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> teams(StandInChannel channel, StandInWorkspace workspace) {
    List<String> teams = new ArrayList<>(List.of(workspace.home().id()));
    teams.addAll(channel.connectedTeams());
    return teams;
  }
}
