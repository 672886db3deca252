package awssetup.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes every call about transfers, so that all of them together keep to one rate limit. The SDK
 * does not retry them by itself, because its retries would not be counted.
 */
final class TransferCalls {
  /** A fault or a lost answer is retried twice. */
  private static final int FAULTS = 3;

  /** A long list is worth waiting for: starting it again would cost more. */
  private static final int THROTTLINGS = 8;

  private final AwsRateLimit rateLimit;

  TransferCalls(AwsRateLimit rateLimit) {
    this.rateLimit = rateLimit;
  }

  /** A call that must not be retried. */
  <T> T once(String doing, Supplier<T> call) {
    pause(doing, false);
    return attempt(call);
  }

  /** A call that may be retried, and that a person may be waiting for. */
  <T> T soon(String doing, Supplier<T> call) {
    return retried(doing, call, false, false);
  }

  /** A call of the watch, which the next round can make as well. */
  <T> T steadily(String doing, Supplier<T> call) {
    return retried(doing, call, true, false);
  }

  /** A call of the watch that continues what took long, and so waits while AWS throttles it. */
  <T> T patiently(String doing, Supplier<T> call) {
    return retried(doing, call, true, true);
  }

  private <T> T retried(String doing, Supplier<T> call, boolean steadily, boolean patiently) {
    int faults = 0;
    int throttlings = 0;
    while (true) {
      pause(doing, steadily);
      try {
        return attempt(call);
      } catch (SdkException e) {
        boolean again =
            isThrottling(e)
                ? patiently && ++throttlings < THROTTLINGS
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
      rateLimit.answered();
      return answer;
    } catch (SdkException e) {
      if (isThrottling(e)) {
        rateLimit.throttled();
      }
      throw e;
    }
  }

  private void pause(String doing, boolean steadily) {
    try {
      if (steadily) {
        rateLimit.steadily();
      } else {
        rateLimit.next();
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
