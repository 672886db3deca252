package awssetup.sandbox.aws;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Looks on as the app calls AWS, and may have a certain call go wrong. Asked on the thread that
 * serves the call, which waits for it.
 */
public interface AwsCallObserver {
  /** Sees nothing. */
  AwsCallObserver NONE = new AwsCallObserver() {};

  /**
   * A call has come in and has not taken effect.
   *
   * @param host the host and port that the app called, to tell several apps apart
   * @return what goes wrong with it
   */
  default Optional<AwsFault> arrived(String host, String operation, JsonObject input) {
    return Optional.empty();
  }

  /** The call's answer has left. */
  default void answered(String host, String operation, JsonObject input) {}
}
