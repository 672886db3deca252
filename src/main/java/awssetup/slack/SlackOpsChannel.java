package awssetup.slack;

import awssetup.ports.OpsChannel;
import awssetup.setup.ChannelId;
import awssetup.setup.Digest;
import awssetup.setup.MessageTs;
import awssetup.slack.api.HomeWorkspace;
import awssetup.slack.api.MessageSearch;
import awssetup.slack.api.SlackCalls;
import awssetup.slack.api.SlackClient;
import awssetup.slack.messages.DigestWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The operations channel, where there is one. */
final class SlackOpsChannel implements OpsChannel {
  private final SlackClient slack;
  private final HomeWorkspace workspace;
  private final MessageSearch search;
  private final Optional<ChannelId> channel;
  private final DigestWords words;

  SlackOpsChannel(SlackCalls slack, Optional<ChannelId> channel, DigestWords words) {
    this.slack = slack.patient();
    this.workspace = slack.workspace();
    this.search = new MessageSearch(slack.patient());
    this.channel = channel;
    this.words = words;
  }

  @Override
  public boolean isThere() {
    return channel.isPresent();
  }

  @Override
  public MessageTs post(Digest digest) {
    workspace.known(); // otherwise a digest soon after the start has no links to the cards
    return new MessageTs(
        slack
            .call(
                "chat.postMessage",
                m ->
                    m.chatPostMessage(
                        r ->
                            r.channel(channel.orElseThrow().value())
                                .text(words.text(digest))
                                .blocks(words.blocks(key(digest.day()), digest))
                                .unfurlLinks(false)
                                .unfurlMedia(false)))
            .getTs());
  }

  @Override
  public Optional<MessageTs> find(LocalDate day, Instant since) {
    return search.find(channel.orElseThrow(), null, since, key(day), Optional.empty());
  }

  /** By which it is found again: one key, one message, ever. */
  private static String key(LocalDate day) {
    return "digest:" + day;
  }
}
