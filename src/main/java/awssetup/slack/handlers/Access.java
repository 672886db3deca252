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
 * Decides who may do what, by the table of {@link Action}s and by who a person is at Slack. While
 * Slack does not answer, what only engineers may do is refused, and customers go on.
 */
public final class Access {
  /** Whether a person may, or why not. */
  enum Verdict {
    YES,
    /** Only engineers may. */
    ENGINEERS_ONLY,
    /** The setup belongs to another channel, or to one that this person is not in. */
    ELSEWHERE,
    /** Slack did not say in time who this is. */
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

  /** For actions that concern no single setup. Answers within a second. */
  Verdict may(Action action, UserId user) {
    return switch (action.by()) {
      case ENGINEER -> engineer(user);
      case ANYONE, SLACK -> Verdict.YES;
      case MEMBER -> throw new IllegalArgumentException(action + " is done to a setup");
    };
  }

  /**
   * For a button on a setup's message. Slack itself says in which channel it was pressed; the
   * setup's id came with the button and grants nothing.
   */
  Verdict mayPress(Action action, UserId user, Setup setup, Optional<ChannelId> in) {
    if (!in.equals(Optional.of(setup.channel()))) {
      return Verdict.ELSEWHERE;
    }
    return action.by() == Action.Who.MEMBER ? Verdict.YES : may(action, user);
  }

  /**
   * For a button on the Home tab, which is in no channel, shows every setup, and is for engineers
   * only.
   */
  Verdict mayPressAtHome(Action action, UserId user) {
    return action.by() == Action.Who.ANYONE ? Verdict.YES : engineer(user);
  }

  /**
   * For a modal about a setup. It names no channel, so Slack is asked whether the person is in the
   * setup's: a forged setup id in a view does not reach the setups of other channels.
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
        .within("asking who a person is", PATIENCE, () -> people.isEngineer(user))
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
