package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What admins and companies do to channels, and how Slack tells the app. Events about private
 * channels have names of their own. Every method raises IllegalArgumentException if the channel
 * does not exist.
 */
public final class ChannelChanges {
  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final Events events;

  public ChannelChanges(StandInContext context, Events events) {
    this.context = context;
    this.workspace = context.workspace();
    this.events = events;
  }

  public Delivery archive(String channelId) {
    StandInChannel archived = workspace.channel(channelId).archive();
    workspace.put(archived);
    return tell(event(prefix(archived) + "_archive", archived));
  }

  public Delivery unarchive(String channelId) {
    StandInChannel open = workspace.channel(channelId).unarchive();
    workspace.put(open);
    return tell(event(prefix(open) + "_unarchive", open));
  }

  public Delivery delete(String channelId) {
    StandInChannel gone = workspace.channel(channelId);
    workspace.deleteChannel(channelId);
    return tell(event(prefix(gone) + "_deleted", gone));
  }

  /** Removes the app from the channel. */
  public Delivery removeApp(String channelId) {
    StandInChannel left = workspace.channel(channelId).leftBy(workspace.bot().id());
    workspace.put(left);
    return tell(event(prefix(left) + "_left", left));
  }

  /** Types {@code /invite} with the app's name. */
  public Delivery inviteApp(String channelId) {
    return join(channelId, workspace.bot().id());
  }

  /** A person joins; Slack tells all apps in the channel. */
  public Delivery join(String channelId, String userId) {
    StandInChannel joined = workspace.channel(channelId).joinedBy(userId);
    workspace.put(joined);
    JsonObject event = event("member_joined_channel", joined);
    event.addProperty("user", userId);
    event.addProperty("team", workspace.person(userId).teamId());
    event.addProperty("channel_type", "C");
    return tell(event);
  }

  /** Ends the sharing with another workspace, whose people leave the channel. */
  public Delivery unshare(String channelId, String teamId) {
    StandInChannel before = workspace.channel(channelId);
    List<String> others = new ArrayList<>(before.connectedTeams());
    others.remove(teamId);
    StandInChannel after = before.connectedTo(others);
    for (String member : before.members()) {
      if (workspace.person(member).teamId().equals(teamId)) {
        after = after.leftBy(member);
      }
    }
    workspace.put(after);
    JsonObject event = event("channel_unshared", after);
    event.addProperty("previously_connected_team_id", teamId);
    event.addProperty("is_ext_shared", after.isShared());
    return tell(event);
  }

  /** Shares the channel with another workspace, and these people of it join. */
  public Delivery share(String channelId, String teamId, String... people) {
    StandInChannel before = workspace.channel(channelId);
    List<String> teams = new ArrayList<>(before.connectedTeams());
    teams.add(workspace.team(teamId).id());
    StandInChannel after = before.connectedTo(teams);
    for (String person : people) {
      after = after.joinedBy(person);
    }
    workspace.put(after);
    JsonObject event = event("channel_shared", after);
    event.addProperty("connected_team_id", teamId);
    return tell(event);
  }

  /** Gives the channel another ID, as sharing or unsharing does; its messages move along. */
  public Delivery changeId(String oldId, String newId) {
    workspace.renumberChannel(oldId, newId);
    return tell(
        JsonTree.object(
            "type",
            "channel_id_changed",
            "old_channel_id",
            oldId,
            "new_channel_id",
            newId,
            "event_ts",
            context.timestamps().next()));
  }

  private static String prefix(StandInChannel channel) {
    return channel.isPrivate() ? "group" : "channel";
  }

  private JsonObject event(String type, StandInChannel channel) {
    return JsonTree.object(
        "type", type, "channel", channel.id(), "event_ts", context.timestamps().next());
  }

  private Delivery tell(JsonObject event) {
    return events.tell(event);
  }
}
