package awssetup.sandbox.slack.api;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Watches the app and Slack as they talk, and may make a call fail. It runs on the thread that
 * serves the call, which waits for it.
 */
public interface SlackCallObserver {
  /** Does nothing. */
  SlackCallObserver NONE = new SlackCallObserver() {};

  /**
   * Called when a call of the app has come in, before it takes effect.
   *
   * @param host the host and port that the app called, to tell several apps apart
   * @param method for example {@code chat.postMessage}, or {@code response_url}
   * @return the fault that the call meets, or empty
   */
  default Optional<SlackFault> arrived(String host, String method, JsonObject arguments) {
    return Optional.empty();
  }

  /** Called when the answer has been sent. */
  default void answered(String host, String method, JsonObject arguments) {}

  /**
   * Called when the app has answered a request of Slack's.
   *
   * @return false if the answer is lost on its way
   */
  default boolean acknowledged() {
    return true;
  }
}
