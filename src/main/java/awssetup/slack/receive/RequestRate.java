package awssetup.slack.receive;

import java.time.Duration;

/**
 * Whether requests come in so quickly, by the real time, that they are better left alone: ten in a
 * quarter of a second.
 */
final class RequestRate {
  private static final int REQUESTS = 10;
  private static final long WITHIN = Duration.ofMillis(250).toNanos();

  /** When the last ones came, as a ring. */
  private final long[] arrivals = new long[REQUESTS];

  private long count;

  synchronized void request(long nanoTime) {
    arrivals[(int) (count % REQUESTS)] = nanoTime;
    count++;
  }

  synchronized boolean isOn(long nanoTime) {
    return count >= REQUESTS && nanoTime - arrivals[(int) (count % REQUESTS)] < WITHIN;
  }
}
