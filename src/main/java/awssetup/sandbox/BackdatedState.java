package awssetup.sandbox;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.aws.StandInInvitation;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.Team;
import java.time.Instant;

/**
 * What Slack and AWS remember of a time before somebody looked: for setups that an app is found
 * with, and that nobody has the patience to play through one by one.
 */
public final class BackdatedState {
  private final SlackStandIn slack;
  private final AwsStandIn aws;

  BackdatedState(SlackStandIn slack, AwsStandIn aws) {
    this.slack = slack;
    this.aws = aws;
  }

  /** An engineer who works beside those whom the page shows. */
  public void engineer(String id, String name, String timeZone, String color) {
    slack
        .workspace()
        .put(Member.of(id, slack.workspace().home(), name, timeZone, Member.Kind.ENGINEER, color));
  }

  /** A customer, one person of theirs, and the channel that an engineer shares with them. */
  public void customer(
      String channel, String contact, String name, String contactName, String engineer) {
    String domain = name.toLowerCase(java.util.Locale.ROOT);
    Team team = new Team("T" + channel.substring(1), name, domain);
    slack.workspace().put(team);
    slack
        .workspace()
        .put(
            Member.of(
                contact, team, contactName, "Europe/Berlin", Member.Kind.OUTSIDER, "#4d5a66"));
    slack
        .workspace()
        .put(StandInChannel.shared(channel, domain + "-aws", team, engineer, contact, "U0BOT"));
  }

  /**
   * A message of the app's.
   *
   * @return its ts
   */
  public String posted(String channel, String blockId, String text, Instant at) {
    return slack.posted(channel, blockId, text, at);
  }

  /** What AWS calls an invitation. */
  public record Invited(String handshakeId, String transferId, Instant expiresAt) {}

  /** An invitation that a customer has not answered. */
  public Invited invited(
      String account, String name, String email, Instant sentAt, Instant startsAt) {
    aws.addOrganization(account, name, email);
    StandInInvitation invitation = aws.invited(account, sentAt, startsAt);
    return new Invited(invitation.handshakeId(), invitation.transferId(), invitation.expiresAt());
  }
}
