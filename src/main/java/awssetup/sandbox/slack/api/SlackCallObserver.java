package awssetup.sandbox.slack.api;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Looks on as the app and Slack talk, and may have it go wrong at a certain point. Asked on the
 * thread that serves the call, which waits for it.
 */
public interface SlackCallObserver {
  /** Sees nothing. */
  SlackCallObserver NONE = new SlackCallObserver() {};

  /**
   * A call of the app's has come in and has not taken effect.
   *
   * @param host the host and port that the app called, to tell several apps apart
   * @param method for example {@code chat.postMessage}, or {@code response_url}
   * @return what goes wrong with it
   */
  default Optional<SlackFault> arrived(String host, String method, JsonObject arguments) {
    return Optional.empty();
  }

  /** The call's answer has left. */
  default void answered(String host, String method, JsonObject arguments) {}

  /**
   * The app has answered what somebody did.
   *
   * @return false if the answer is lost on its way
   */
  default boolean acknowledged() {
    return true;
  }
}
