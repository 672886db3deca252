package awssetup.slack.api;

import awssetup.ports.SlackBusy;
import awssetup.setup.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's rate limits for the app in its workspace, by method, and for messages by channel too:
 * https://docs.slack.dev/apis/web-api/rate-limits. Only the follow-up waits for them; calls during
 * a request are counted but never held up.
 *
 * <p>Each instance of the app counts for itself. If several share a workspace, Slack's 429 tells
 * each of them that it is not alone, and it slows down until that stops: a count shared through the
 * database would cost a write for every message.
 */
public final class RateLimits {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);

  /** A card of which only dates keep changing is edited this often, unless a person waits. */
  private static final Duration BETWEEN_EDITS = Duration.ofMinutes(1);

  private static final String POST = "chat.postMessage";
  private static final String EDIT = "chat.update";
  private static final int MANY_CHANNELS = 2_000;

  private final InstantSource clock;

  /** The calls at once included, none exceeds in any minute what Slack allows. */
  private final Map<String, RateLimit> methods =
      Map.of(
          POST,
          new RateLimit(240, 60, 20),
          EDIT,
          new RateLimit(36, 10, 5).withUrgentAtOnce(48, 12),
          "users.info",
          new RateLimit(60, 40, 20),
          "conversations.info",
          new RateLimit(40, 10, 5),
          "conversations.history",
          new RateLimit(40, 10, 5),
          "conversations.replies",
          new RateLimit(40, 10, 5));

  /** Slack allows short bursts in a channel. */
  private final Map<String, RateLimit> channels = new HashMap<>();

  private final Map<Object, Instant> edited = new LinkedHashMap<>();
  private final Map<String, Instant> notBefore = new HashMap<>();
  private Optional<String> fullChannel = Optional.empty();

  public RateLimits(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Takes the share of every limit that a call needs, all or nothing.
   *
   * @throws SlackBusy if the rate limit makes it wait
   */
  synchronized void take(RateLimitedCall limitedCall) {
    Instant now = clock.instant();
    Optional<Instant> busy =
        Stream.concat(justEdited(limitedCall, now).stream(), slots(limitedCall, now))
            .max(Instant::compareTo);
    if (busy.isPresent()) {
      throw new SlackBusy(busy.get());
    }
    needed(limitedCall).forEach(limit -> limit.spend(limitedCall.who(), now));
  }

  /** Slack has taken the call. An edit that fails does not put off the next one. */
  synchronized void made(RateLimitedCall limitedCall) {
    if (limitedCall.method().equals(EDIT)) {
      edited.remove(limitedCall.who());
      edited.put(limitedCall.who(), clock.instant());
    }
  }

  private Stream<Instant> slots(RateLimitedCall limitedCall, Instant now) {
    return needed(limitedCall).stream()
        .flatMap(limit -> limit.slotFor(limitedCall.who(), limitedCall.priority(), now).stream());
  }

  private List<RateLimit> needed(RateLimitedCall limitedCall) {
    return Stream.of(
            methods.get(limitedCall.method()), limitedCall.channel().map(this::of).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private RateLimit of(String channel) {
    if (channels.size() > MANY_CHANNELS) {
      Instant now = clock.instant();
      channels.values().removeIf(limit -> limit.isRested(now));
    }
    return channels.computeIfAbsent(channel, any -> new RateLimit(60, 10, 5));
  }

  /** When a card that was edited a moment ago may be edited again for its dates. */
  private Optional<Instant> justEdited(RateLimitedCall limitedCall, Instant now) {
    if (!limitedCall.isMinor()
        || methods.get(EDIT).priorityOf(limitedCall.who(), limitedCall.priority())
            == Priority.URGENT) {
      return Optional.empty();
    }
    Iterator<Instant> oldestFirst = edited.values().iterator();
    while (oldestFirst.hasNext() && !oldestFirst.next().plus(BETWEEN_EDITS).isAfter(now)) {
      oldestFirst.remove();
    }
    return Optional.ofNullable(edited.get(limitedCall.who())).map(at -> at.plus(BETWEEN_EDITS));
  }

  /** A call during a request, which goes first and leaves less for the others. */
  synchronized void spent(String method) {
    Optional.ofNullable(methods.get(method)).ifPresent(limit -> limit.spend(clock.instant()));
  }

  /**
   * Slack has answered 429. For a message it does not say whether it means the channel or the
   * workspace: a second channel within the time means the workspace.
   */
  synchronized void rest(String method, Optional<String> channel, Duration wait) {
    LOG.info("Slack wants {} to be left alone for {} s", method, wait.toSeconds());
    Instant until = clock.instant().plus(wait);
    boolean another = channel.isPresent() && isResting(method) && !channel.equals(fullChannel);
    channel.map(this::of).ifPresent(limit -> limit.rest(until));
    if (channel.isEmpty() || another) {
      Optional.ofNullable(methods.get(method)).ifPresent(limit -> limit.rest(until));
    }
    fullChannel = channel;
    notBefore.put(method, until);
  }

  /** The same for a call that waits: it keeps its priority and gets a slot after the pause. */
  synchronized SlackBusy refused(RateLimitedCall limitedCall, Duration wait) {
    rest(limitedCall.method(), limitedCall.channel(), wait);
    Instant now = clock.instant();
    return new SlackBusy(slots(limitedCall, now).max(Instant::compareTo).orElse(now.plus(wait)));
  }

  private boolean isResting(String method) {
    return restOf(method).isPresent();
  }

  /** How long Slack still wants a method to be left alone. */
  synchronized Optional<Duration> restOf(String method) {
    return Optional.ofNullable(notBefore.get(method))
        .map(until -> Duration.between(clock.instant(), until))
        .filter(left -> !left.isNegative() && !left.isZero());
  }

  public synchronized Backlog backlog() {
    Instant now = clock.instant();
    RateLimit edits = methods.get(EDIT);
    Set<Object> posting = new HashSet<>(methods.get(POST).waiting());
    channels.values().forEach(limit -> posting.addAll(limit.waiting()));
    Duration behind =
        Stream.concat(Stream.of(edits, methods.get(POST)), channels.values().stream())
            .map(RateLimit::lastSlot)
            .filter(now::isBefore)
            .map(last -> Duration.between(now, last))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new Backlog(posting.size(), edits.waiting().size(), behind);
  }
}
