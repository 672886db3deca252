package awssetup.sandbox.slack.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The messages by channel, in the order of their ts. To be used under the workspace's lock. */
public final class Timelines {
  private final Map<String, TreeMap<String, StandInMessage>> byChannel = new HashMap<>();

  /** Adds the message, or replaces the one with its ts. */
  public void put(StandInMessage message) {
    byChannel.computeIfAbsent(message.channel(), id -> new TreeMap<>()).put(message.ts(), message);
  }

  /** The first ts of this second that is still free. */
  public String freeTs(String channelId, Instant at) {
    long micros = 0;
    String ts;
    do {
      ts = "%d.%06d".formatted(at.getEpochSecond(), micros++);
    } while (of(channelId).containsKey(ts));
    return ts;
  }

  /** All messages, replies and ephemeral ones included, oldest first. */
  public List<StandInMessage> all(String channelId) {
    return List.copyOf(of(channelId).values());
  }

  public Optional<StandInMessage> find(String channelId, String ts) {
    return Optional.ofNullable(of(channelId).get(ts));
  }

  /** A message that an app may name by its ts, which excludes ephemeral ones. */
  public Optional<StandInMessage> findShown(String channelId, String ts) {
    return find(channelId, ts).filter(message -> !message.ephemeral());
  }

  /** A message's replies, oldest first, without ephemeral ones. */
  public List<StandInMessage> replies(String channelId, String parentTs) {
    return of(channelId).values().stream()
        .filter(m -> m.isReply() && parentTs.equals(m.threadTs()) && !m.ephemeral())
        .toList();
  }

  /** Removes a message and returns it, or null. */
  public StandInMessage remove(String channelId, String ts) {
    return of(channelId).remove(ts);
  }

  void move(String oldChannel, String newChannel) {
    all(oldChannel).forEach(message -> put(message.movedTo(newChannel)));
    byChannel.remove(oldChannel);
  }

  void forget(String channel) {
    byChannel.remove(channel);
  }

  private TreeMap<String, StandInMessage> of(String channelId) {
    return byChannel.getOrDefault(channelId, new TreeMap<>());
  }
}
