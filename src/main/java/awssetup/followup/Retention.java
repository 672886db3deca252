package awssetup.followup;

import awssetup.ports.Setups;
import awssetup.setup.Observation;
import awssetup.setup.SetupId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the people of setups that ended long ago, and requests that cannot come again. */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Slack retries for a day at most, but a modal may stay open on a screen for longer. */
  private static final Duration REQUESTS_COME_AGAIN = Duration.ofDays(7);

  private final Setups setups;
  private final Duration keptFor;
  private final InstantSource clock;

  Retention(Setups setups, Duration keptFor, InstantSource clock) {
    this.setups = setups;
    this.keptFor = keptFor;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    setups.forgetRequests(now.minus(REQUESTS_COME_AGAIN));
    Instant endedBefore = now.minus(keptFor);
    setups.forEachRemembered(endedBefore, id -> forget(id, endedBefore, now));
  }

  /** If one fails, the others go on; the next run finds it again. */
  private void forget(SetupId id, Instant endedBefore, Instant now) {
    try {
      setups.change(id, new Observation.KeptLongEnough(endedBefore), now);
      LOG.info("{} its people are forgotten", id);
    } catch (RuntimeException e) {
      LOG.error("{} its people could not be forgotten", id, e);
    }
  }
}
