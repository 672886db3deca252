package awssetup.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Every call about transfers goes through here, so that all of them together keep to one pace. That
 * is why the SDK does not repeat them by itself: its repetitions would not be counted.
 */
final class RateLimitInterceptor {
  /** A fault or a lost answer is given two more chances. */
  private static final int FAULTS = 3;

  /** Being told to slow down is no reason to begin a long list anew. */
  private static final int THROTTLINGS = 8;

  private final AwsRateLimit pace;

  RateLimitInterceptor(AwsRateLimit pace) {
    this.pace = pace;
  }

  /** A call that must not be repeated. */
  <T> T once(String doing, Supplier<T> call) {
    pause(doing, false);
    return attempt(call);
  }

  /** A call that may be repeated, and that somebody waits for. */
  <T> T soon(String doing, Supplier<T> call) {
    return repeated(doing, call, false);
  }

  /** One of many calls that nobody waits for. */
  <T> T steadily(String doing, Supplier<T> call) {
    return repeated(doing, call, true);
  }

  private <T> T repeated(String doing, Supplier<T> call, boolean steadily) {
    int faults = 0;
    int throttlings = 0;
    while (true) {
      pause(doing, steadily);
      try {
        return attempt(call);
      } catch (SdkException e) {
        boolean again =
            isThrottling(e)
                ? steadily && ++throttlings < THROTTLINGS
                : AwsErrors.isPassing(e) && ++faults < FAULTS;
        if (!again) {
          throw e;
        }
      }
    }
  }

  private <T> T attempt(Supplier<T> call) {
    try {
      T answer = call.get();
      pace.answered();
      return answer;
    } catch (SdkException e) {
      if (isThrottling(e)) {
        pace.throttled();
      }
      throw e;
    }
  }

  private void pause(String doing, boolean steadily) {
    try {
      if (steadily) {
        pace.steadily();
      } else {
        pace.next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AwsErrors.odd(doing, "interrupted");
    }
  }

  private static boolean isThrottling(SdkException e) {
    return e instanceof AwsServiceException s && s.isThrottlingException();
  }
}
