package awssetup.slack.handlers;

import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.Setup;
import awssetup.setup.UserId;
import awssetup.slack.api.Background;
import awssetup.slack.api.Channels;
import awssetup.slack.api.People;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides by the table of {@link Action}s and by who somebody is at Slack. Where Slack cannot be
 * asked, what only engineers may do is refused, and customers go on.
 */
public final class Access {
  /** Whether somebody may, or why not. */
  enum Verdict {
    YES,
    /** Only engineers may. */
    ENGINEERS_ONLY,
    /** The setup is none of this channel's, or of this person's channels. */
    ELSEWHERE,
    /** Slack did not say in time who that is. */
    UNKNOWN
  }

  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final People people;
  private final Channels channels;
  private final Background background;

  public Access(People people, Channels channels, Background background) {
    this.people = people;
    this.channels = channels;
    this.background = background;
  }

  /** What concerns no setup, or all of them. Answers within a second. */
  Verdict may(Action action, UserId user) {
    return switch (action.by()) {
      case ENGINEER -> engineer(user);
      case ANYBODY, SLACK -> Verdict.YES;
      case MEMBER -> throw new IllegalArgumentException(action + " is done to a setup");
    };
  }

  /**
   * What is done to a setup with a button. Slack itself says in which channel somebody pressed it;
   * the setup's id came with it and grants nothing.
   */
  Verdict mayPress(Action action, UserId user, Setup setup, Optional<ChannelId> in) {
    if (!in.equals(Optional.of(setup.channel()))) {
      return Verdict.ELSEWHERE;
    }
    return action.by() == Action.Who.MEMBER ? Verdict.YES : may(action, user);
  }

  /**
   * What is done to a setup with a button at the Home tab, which stands in no channel, shows every
   * setup, and belongs to engineers alone.
   */
  Verdict mayPressAtHome(Action action, UserId user) {
    return action.by() == Action.Who.ANYBODY ? Verdict.YES : engineer(user);
  }

  /**
   * What is done to a setup with a modal. It names no channel, so Slack is asked whether its
   * submitter belongs to the setup's: a changed setup id in a view reaches into nobody else's.
   */
  Verdict maySubmit(Action action, UserId user, Setup setup) {
    if (action.by() != Action.Who.MEMBER) {
      return may(action, user);
    }
    return belongsTo(setup.channel(), user) || engineer(user) == Verdict.YES
        ? Verdict.YES
        : Verdict.ELSEWHERE;
  }

  private Verdict engineer(UserId user) {
    return background
        .within("asking who somebody is", PATIENCE, () -> people.isEngineer(user))
        .map(
            answer ->
                switch (answer) {
                  case YES -> Verdict.YES;
                  case NO -> Verdict.ENGINEERS_ONLY;
                  case UNKNOWN -> Verdict.UNKNOWN;
                })
        .orElse(Verdict.UNKNOWN);
  }

  private boolean belongsTo(ChannelId channel, UserId user) {
    return background
        .within("asking who is in a channel", PATIENCE, () -> isMember(channel, user))
        .orElse(true);
  }

  private boolean isMember(ChannelId channel, UserId user) {
    try {
      return channels.has(channel, user);
    } catch (SlackUnavailable e) {
      return true;
    } catch (SlackRefused e) {
      return e.kind() != SlackRefused.Kind.CHANNEL_CLOSED;
    }
  }
}
