package awssetup.slack.api;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import java.util.Optional;

/**
 * What the follow-up wants of Slack: a call that can wait for its turn.
 *
 * @param who keeps the place in the queue
 * @param place a channel or a person, for the method that is granted by place
 */
public record RateLimitedCall(
    String method, Optional<String> place, Object who, Priority priority) {

  public static RateLimitedCall post(String place, SetupId setup, Priority priority) {
    return new RateLimitedCall("chat.postMessage", Optional.of(place), setup, priority);
  }

  public static RateLimitedCall edit(SetupId setup, Priority priority) {
    return new RateLimitedCall("chat.update", Optional.empty(), setup, priority);
  }

  public static RateLimitedCall search(SetupId setup, Priority priority) {
    return new RateLimitedCall("conversations.replies", Optional.empty(), setup, priority);
  }

  RateLimitedCall by(String otherMethod) {
    return new RateLimitedCall(otherMethod, place, who, priority);
  }

  static RateLimitedCall lookAtChannel(SetupId setup, Priority priority) {
    return new RateLimitedCall("conversations.info", Optional.empty(), setup, priority);
  }

  static RateLimitedCall lookUp(UserId user, Priority priority) {
    return new RateLimitedCall("users.info", Optional.empty(), user, priority);
  }
}
