package awssetup.sandbox.aws;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Watches the calls that the app makes to AWS, and may make one of them fail. It runs on the thread
 * that serves the call, which waits for it.
 */
public interface AwsCallObserver {
  /** Does nothing. */
  AwsCallObserver NONE = new AwsCallObserver() {};

  /**
   * Called when a call has come in, before it takes effect.
   *
   * @param host the host and port that the app called, to tell several apps apart
   * @return the fault that the call meets, or empty
   */
  default Optional<AwsFault> arrived(String host, String operation, JsonObject input) {
    return Optional.empty();
  }

  /** Called when the answer has been sent. */
  default void answered(String host, String operation, JsonObject input) {}
}
