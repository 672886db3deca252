package awssetup.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an outage to one line in the log when it begins and one when it ends, and paces what is
 * tried meanwhile.
 */
final class Outages {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** What the loop depends on. */
  enum Service {
    SLACK("Slack"),
    INVITATIONS("AWS Organizations"),
    ROLES("AWS STS");

    private final String words;

    Service(String words) {
      this.words = words;
    }
  }

  private final Map<Service, Instant> since = new EnumMap<>(Service.class);
  private final InstantSource clock;

  Outages(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * It did not answer.
   *
   * @return when to try again: the later, the longer it has been down
   */
  synchronized Instant down(Service service, RuntimeException why) {
    Instant now = clock.instant();
    if (!since.containsKey(service)) {
      LOG.warn(
          "{} does not answer: {}. What needs it waits and goes on by itself.",
          service.words,
          why.getMessage());
    }
    Instant began = since.computeIfAbsent(service, s -> now);
    Duration wait = Duration.between(began, now).dividedBy(2);
    if (wait.compareTo(SHORTEST) < 0) {
      return now.plus(SHORTEST);
    }
    return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  synchronized void up(Service service) {
    Instant began = since.remove(service);
    if (began != null) {
      LOG.info(
          "{} answers again after {} s.",
          service.words,
          Duration.between(began, clock.instant()).toSeconds());
    }
  }
}
