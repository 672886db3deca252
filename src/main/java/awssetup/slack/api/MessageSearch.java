package awssetup.slack.api;

import awssetup.setup.ChannelId;
import awssetup.setup.MessageTs;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds a message of ours by its message key, the {@code block_id} of its first block. */
public final class MessageSearch {
  /** Our clock and Slack's may differ; a message is searched for from this much earlier. */
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(10);

  private static final int PAGE = 100;

  private final SlackClient slack;

  public MessageSearch(SlackClient slack) {
    this.slack = slack;
  }

  /**
   * Searches a channel or a thread, page by page.
   *
   * @param thread the {@code ts} of the message whose thread it is in; null for the channel itself
   * @param since when the message may have been posted, at the earliest
   * @param turn the rate-limited call to make; empty for a search that does not wait
   * @throws awssetup.ports.SlackBusy if the rate limit makes it wait
   * @throws awssetup.ports.SlackUnavailable if Slack could not be asked
   * @throws awssetup.ports.SlackRefused if Slack does not let us look
   */
  public Optional<MessageTs> find(
      ChannelId channel, String thread, Instant since, String key, Optional<RateLimitedCall> turn) {
    String oldest = Long.toString(since.minus(CLOCKS_MAY_DIFFER).getEpochSecond());
    String cursor = null;
    do {
      Page page = read(channel, thread, oldest, cursor, turn);
      Optional<MessageTs> found =
          page.messages().stream()
              .filter(m -> hasKey(m, key))
              .map(m -> new MessageTs(m.getTs()))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
      cursor = page.next();
    } while (cursor != null && !cursor.isBlank());
    return Optional.empty();
  }

  private record Page(List<Message> messages, String next) {
    static Page of(List<Message> messages, ResponseMetadata metadata) {
      return new Page(messages, metadata == null ? null : metadata.getNextCursor());
    }
  }

  private Page read(
      ChannelId channel,
      String thread,
      String oldest,
      String cursor,
      Optional<RateLimitedCall> turn) {
    if (thread == null) {
      var answer =
          ask(
              "conversations.history",
              turn,
              m ->
                  m.conversationsHistory(
                      r -> r.channel(channel.value()).oldest(oldest).limit(PAGE).cursor(cursor)));
      return Page.of(answer.getMessages(), answer.getResponseMetadata());
    }
    var answer =
        ask(
            "conversations.replies",
            turn,
            m ->
                m.conversationsReplies(
                    r ->
                        r.channel(channel.value())
                            .ts(thread)
                            .oldest(oldest)
                            .limit(PAGE)
                            .cursor(cursor)));
    return Page.of(answer.getMessages(), answer.getResponseMetadata());
  }

  private <T extends SlackApiTextResponse> T ask(
      String method, Optional<RateLimitedCall> turn, SlackClient.Call<T> call) {
    return turn.isPresent() ? slack.inTurn(turn.get().by(method), call) : slack.call(method, call);
  }

  private static boolean hasKey(Message message, String key) {
    return message.getBlocks() != null
        && !message.getBlocks().isEmpty()
        && key.equals(message.getBlocks().get(0).getBlockId());
  }
}
