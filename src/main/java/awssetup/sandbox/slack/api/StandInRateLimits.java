package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.HttpReply;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInSettings;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses calls above Slack's rate limits if the settings say so: a number of calls of each method
 * in any minute, and one message a second in each channel after a short burst.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
final class StandInRateLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int BURST_IN_A_CHANNEL = 10;
  private static final String POST = "chat.postMessage";

  private static final Map<String, Integer> A_MINUTE =
      Map.ofEntries(
          Map.entry(POST, 300),
          Map.entry("chat.update", 50),
          Map.entry("chat.postEphemeral", 100),
          Map.entry("views.open", 100),
          Map.entry("views.update", 100),
          Map.entry("views.push", 100),
          Map.entry("views.publish", 100),
          Map.entry("users.info", 100),
          Map.entry("conversations.info", 50),
          Map.entry("conversations.members", 100),
          Map.entry("conversations.history", 50),
          Map.entry("conversations.replies", 50),
          Map.entry("usergroups.users.list", 20));

  private final InstantSource clock;
  private final StandInSettings settings;
  private final Map<String, Deque<Instant>> lastMinute = new HashMap<>();
  private final Map<String, Instant> channelFullUntil = new HashMap<>();

  StandInRateLimits(StandInContext context) {
    this.clock = context.clock();
    this.settings = context.settings();
  }

  /** Slack's 429 if this call is one too many; otherwise counts the call. */
  synchronized Optional<HttpReply> refusal(String method, JsonObject arguments) {
    if (!settings.rateLimitsEnforced()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Duration> wait = wait(method, now);
    Optional<Duration> waitInChannel = waitInChannel(method, arguments, now);
    Optional<Duration> longer = wait.isPresent() ? wait : waitInChannel;
    if (longer.isPresent()) {
      return longer.map(StandInRateLimits::tooMany);
    }
    lastMinute.computeIfAbsent(method, any -> new ArrayDeque<>()).addLast(now);
    channel(method, arguments)
        .ifPresent(
            channel ->
                channelFullUntil.compute(
                    channel, (c, full) -> (full == null ? now : later(full, now)).plusSeconds(1)));
    return Optional.empty();
  }

  private Optional<Duration> wait(String method, Instant now) {
    Deque<Instant> calls = lastMinute.computeIfAbsent(method, any -> new ArrayDeque<>());
    while (!calls.isEmpty() && !calls.getFirst().plus(MINUTE).isAfter(now)) {
      calls.removeFirst();
    }
    Integer most = A_MINUTE.get(method);
    return most == null || calls.size() < most
        ? Optional.empty()
        : Optional.of(Duration.between(now, calls.getFirst().plus(MINUTE)));
  }

  private Optional<Duration> waitInChannel(String method, JsonObject arguments, Instant now) {
    return channel(method, arguments)
        .map(channelFullUntil::get)
        .map(full -> Duration.between(now, full.minusSeconds(BURST_IN_A_CHANNEL - 1)))
        .filter(left -> !left.isNegative() && !left.isZero());
  }

  private static Optional<String> channel(String method, JsonObject arguments) {
    return method.equals(POST)
        ? Optional.ofNullable(arguments.get("channel")).map(JsonElement::getAsString)
        : Optional.empty();
  }

  private static HttpReply tooMany(Duration wait) {
    return HttpReply.json(429, ApiError.of("ratelimited").answer())
        .with("Retry-After", String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
