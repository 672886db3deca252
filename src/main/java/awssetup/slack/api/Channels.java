package awssetup.slack.api;

import awssetup.ports.SlackRefused;
import awssetup.setup.ChannelId;
import awssetup.setup.UserId;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is in a channel. Slack's own select of users cannot be used instead, because it leaves out
 * people of other organisations.
 */
public final class Channels {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int PAGE = 200;
  private static final int LARGEST_PAGE = 999;
  private static final int MOST_PAGES = 5;

  private final SlackClient slack;
  private final HomeWorkspace workspace;
  private final Cache<ChannelId, List<UserId>> members;

  public Channels(SlackClient slack, HomeWorkspace workspace, InstantSource clock) {
    this.slack = slack;
    this.workspace = workspace;
    this.members = new Cache<>(FRESH, 2_000, clock, this::ask);
  }

  /**
   * The first thousand members.
   *
   * @throws awssetup.ports.SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not show us the channel
   */
  public List<UserId> members(ChannelId channel) {
    return members.get(channel);
  }

  /**
   * Whether a person is in a channel, however large it is.
   *
   * @throws awssetup.ports.SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not show us the channel
   */
  public boolean has(ChannelId channel, UserId user) {
    if (members(channel).contains(user)) {
      return true;
    }
    String cursor = null;
    do {
      ConversationsMembersResponse page = page(channel, LARGEST_PAGE, cursor);
      if (page.getMembers().contains(user.value())) {
        return true;
      }
      cursor = next(page);
    } while (cursor != null);
    return false;
  }

  /** The same, asked again: a person may have joined just now. */
  List<UserId> reload(ChannelId channel) {
    members.forget(channel);
    return members(channel);
  }

  /**
   * Whether the app is a member and can post here. Slack says so about public channels, and about
   * private ones only if the app is in them.
   *
   * @throws awssetup.ports.SlackUnavailable if Slack could not be asked
   */
  public boolean isMember(ChannelId channel) {
    try {
      boolean member =
          slack
              .call("conversations.info", m -> m.conversationsInfo(r -> r.channel(channel.value())))
              .getChannel()
              .isMember();
      return member || isAmongMembers(channel);
    } catch (SlackRefused e) {
      return false;
    }
  }

  private boolean isAmongMembers(ChannelId channel) {
    return workspace
        .identity()
        .filter(us -> reload(channel).contains(new UserId(us.botUserId())))
        .isPresent();
  }

  private List<UserId> ask(ChannelId channel) {
    List<UserId> all = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      ConversationsMembersResponse answer = page(channel, PAGE, cursor);
      answer.getMembers().forEach(id -> all.add(new UserId(id)));
      cursor = next(answer);
      if (cursor == null) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private ConversationsMembersResponse page(ChannelId channel, int limit, String cursor) {
    return slack.call(
        "conversations.members",
        m -> m.conversationsMembers(r -> r.channel(channel.value()).limit(limit).cursor(cursor)));
  }

  private static String next(ConversationsMembersResponse page) {
    return page.getResponseMetadata() == null
            || page.getResponseMetadata().getNextCursor() == null
            || page.getResponseMetadata().getNextCursor().isBlank()
        ? null
        : page.getResponseMetadata().getNextCursor();
  }
}
