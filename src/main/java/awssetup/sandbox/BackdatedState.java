package awssetup.sandbox;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.aws.StandInInvitation;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import awssetup.sandbox.slack.world.Team;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Puts people, messages and invitations with dates in the past into Slack and AWS, for setups that
 * an app finds when it starts. Playing them through the app would take too long.
 */
public final class BackdatedState {
  private final StandInWorkspace workspace;
  private final AwsStandIn aws;

  BackdatedState(SlackStandIn slack, AwsStandIn aws) {
    this.workspace = slack.workspace();
    this.aws = aws;
  }

  /** Adds an engineer; the page does not offer to look through their eyes. */
  public void engineer(String id, String name, String timeZone, String color) {
    workspace.put(Member.of(id, workspace.home(), name, timeZone, Member.Kind.ENGINEER, color));
  }

  /** Adds a customer with one person, and the channel that an engineer shares with them. */
  public void customer(
      String channel, String contact, String name, String contactName, String engineer) {
    String domain = name.toLowerCase(Locale.ROOT);
    Team team = new Team("T" + channel.substring(1), name, domain);
    workspace.put(team);
    workspace.put(
        Member.of(contact, team, contactName, "Europe/Berlin", Member.Kind.OUTSIDER, "#4d5a66"));
    workspace.put(
        StandInChannel.shared(channel, domain + "-aws", team, engineer, contact, "U0BOT"));
  }

  /**
   * Adds a message of the app's that consists of one section.
   *
   * @return the message's ts
   */
  public String posted(String channel, String blockId, String text, Instant at) {
    JsonObject section =
        JsonTree.object(
            "type",
            "section",
            "block_id",
            blockId,
            "text",
            JsonTree.object("type", "mrkdwn", "text", text, "verbatim", true));
    return workspace.edit(
        () -> {
          String ts = workspace.timelines().freeTs(channel, at);
          workspace
              .timelines()
              .put(
                  StandInMessage.ofBot(
                      ts, channel, workspace.bot(), text, JsonTree.array(List.of(section))));
          return ts;
        });
  }

  /** What AWS answers to an invitation. */
  public record Invited(String handshakeId, String transferId, Instant expiresAt) {}

  /** Adds a customer's organization and an invitation that it has not answered. */
  public Invited invited(
      String account, String name, String email, Instant sentAt, Instant startsAt) {
    aws.addOrganization(account, name, email);
    StandInInvitation invitation = aws.invited(account, sentAt, startsAt);
    return new Invited(invitation.handshakeId(), invitation.transferId(), invitation.expiresAt());
  }
}
