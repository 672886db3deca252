package awssetup.slack.receive;

import java.time.Duration;

/**
 * Notices when requests come in so fast that other work had better wait: ten within a quarter of a
 * second, in real time.
 */
final class RequestRate {
  private static final int REQUESTS = 10;
  private static final long WITHIN = Duration.ofMillis(250).toNanos();

  /** When the last requests came, as a ring. */
  private final long[] arrivals = new long[REQUESTS];

  private long count;

  synchronized void request(long nanoTime) {
    arrivals[(int) (count % REQUESTS)] = nanoTime;
    count++;
  }

  synchronized boolean isHigh(long nanoTime) {
    return count >= REQUESTS && nanoTime - arrivals[(int) (count % REQUESTS)] < WITHIN;
  }
}
