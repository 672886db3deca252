package awssetup.slack.api;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import java.util.Optional;

/**
 * A call that the follow-up makes when Slack's rate limits allow it.
 *
 * @param channel the channel, or the person for a direct message, if the method is limited for each
 *     channel too
 * @param who holds the slot in the queue: a setup or a person
 * @param isMinor whether it may be put off to save calls, unless a person waits for it
 */
public record RateLimitedCall(
    String method, Optional<String> channel, Object who, Priority priority, boolean isMinor) {

  private RateLimitedCall(String method, Optional<String> channel, Object who, Priority priority) {
    this(method, channel, who, priority, false);
  }

  public static RateLimitedCall post(String channel, SetupId setup, Priority priority) {
    return new RateLimitedCall("chat.postMessage", Optional.of(channel), setup, priority);
  }

  public static RateLimitedCall edit(SetupId setup, Priority priority) {
    return new RateLimitedCall("chat.update", Optional.empty(), setup, priority);
  }

  /** An edit that only brings dates up to date. */
  public static RateLimitedCall minorEdit(SetupId setup, Priority priority) {
    return new RateLimitedCall("chat.update", Optional.empty(), setup, priority, true);
  }

  public static RateLimitedCall search(SetupId setup, Priority priority) {
    return new RateLimitedCall("conversations.replies", Optional.empty(), setup, priority);
  }

  RateLimitedCall by(String otherMethod) {
    return new RateLimitedCall(otherMethod, channel, who, priority, isMinor);
  }

  static RateLimitedCall lookAtChannel(SetupId setup, Priority priority) {
    return new RateLimitedCall("conversations.info", Optional.empty(), setup, priority);
  }

  static RateLimitedCall lookUp(UserId user, Priority priority) {
    return new RateLimitedCall("users.info", Optional.empty(), user, priority);
  }
}
