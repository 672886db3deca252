package awssetup.slack.api;

import awssetup.ports.SlackRefused;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Details;
import awssetup.setup.Priority;
import awssetup.setup.Setup;
import awssetup.setup.UserId;
import com.slack.api.model.Conversation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks whether messages in a setup's channel can reach the customer. */
public final class ChannelChecks {
  /** In a channel with more people than this, we assume that the customer is among them. */
  private static final int MOST_ASKED = 200;

  private final SlackClient slack;
  private final Channels channels;
  private final People people;

  public ChannelChecks(SlackClient slack, Channels channels, People people) {
    this.slack = slack;
    this.channels = channels;
    this.people = people;
  }

  /**
   * What keeps messages in the setup's channel from the customer; empty if nothing does.
   *
   * @throws awssetup.ports.SlackBusy if the rate limit makes it wait
   * @throws awssetup.ports.SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not let us look
   */
  public Optional<ChannelProblem> at(Setup setup, Priority priority) {
    Conversation channel;
    try {
      channel =
          slack
              .inTurn(
                  RateLimitedCall.lookAtChannel(setup.id(), priority),
                  m -> m.conversationsInfo(r -> r.channel(setup.channel().value())))
              .getChannel();
    } catch (SlackRefused e) {
      if (e.kind() == SlackRefused.Kind.CHANNEL_CLOSED) {
        return Optional.of(ChannelProblem.GONE);
      }
      throw e;
    }
    if (channel.isArchived()) {
      return Optional.of(ChannelProblem.ARCHIVED);
    }
    if (!channel.isMember() && !channels.isMember(setup.channel())) {
      return Optional.of(ChannelProblem.LEFT);
    }
    return isCustomerThere(setup) ? Optional.empty() : Optional.of(ChannelProblem.CUSTOMER_GONE);
  }

  private boolean isCustomerThere(Setup setup) {
    List<UserId> members = channels.reload(setup.channel());
    Stream<UserId> known =
        Stream.of(setup.customerContact(), setup.details().map(Details::by))
            .flatMap(Optional::stream)
            .filter(members::contains);
    return members.size() > MOST_ASKED
        || Stream.concat(known, members.stream()).anyMatch(this::isCustomer);
  }

  private boolean isCustomer(UserId user) {
    try {
      Person person = people.person(user);
      return !person.home() && !person.bot();
    } catch (SlackRefused e) {
      if (e.kind() == SlackRefused.Kind.UNKNOWN_USER) {
        return false;
      }
      throw e;
    }
  }
}
