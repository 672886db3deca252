package awssetup.slack;

import awssetup.setup.ChannelId;
import awssetup.setup.Setup;
import awssetup.setup.SlackRefused;
import awssetup.setup.SlackUnavailable;
import awssetup.setup.UserId;
import java.time.Duration;

/**
 * Who may do what. Engineers, and only they, use commands, review and cancel; customers act on
 * setups of channels that they are in. Where Slack cannot be asked, what only engineers may do is
 * refused, and customers go on.
 */
final class Access {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final People people;
  private final Channels channels;
  private final Background background;

  Access(People people, Channels channels, Background background) {
    this.people = people;
    this.channels = channels;
    this.background = background;
  }

  /** Answers within a second; unknown where Slack does not. */
  People.Answer isEngineer(UserId user) {
    return background
        .within("asking who somebody is", PATIENCE, () -> people.isEngineer(user))
        .orElse(People.Answer.UNKNOWN);
  }

  /**
   * Whether somebody who submits a modal, which names no channel, belongs to the setup's channel.
   * Its view opened there; this keeps a changed setup id in a view from reaching into somebody
   * else's channel.
   */
  boolean belongsTo(ChannelId channel, UserId user) {
    return background
        .within("asking who is in a channel", PATIENCE, () -> isMember(channel, user))
        .orElse(true);
  }

  boolean mayTouch(Setup setup, UserId user) {
    return belongsTo(setup.channel(), user) || isEngineer(user) == People.Answer.YES;
  }

  private boolean isMember(ChannelId channel, UserId user) {
    try {
      return channels.mayHave(channel, user);
    } catch (SlackUnavailable | SlackRefused e) {
      return true;
    }
  }
}
