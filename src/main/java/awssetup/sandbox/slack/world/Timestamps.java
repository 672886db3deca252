package awssetup.sandbox.slack.world;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes a ts for each message as Slack does, "seconds.micros". Each is later than the one before,
 * even while the clock stands still.
 */
public final class Timestamps {
  private final InstantSource clock;
  private long lastMicros;

  Timestamps(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized String next() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    lastMicros = Math.max(micros, lastMicros + 1);
    return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
  }
}
