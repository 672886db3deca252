package awssetup.followup;

import awssetup.ports.WorkListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when a service does not answer, and logs one line when an outage begins and one when it
 * ends. While it lasts, one setup at a time tries whether it is over, so that the others do not
 * wait for calls that hang.
 */
final class Outages {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** One or two failures may be about a single setup. */
  private static final int FAILURES_OF_AN_OUTAGE = 3;

  /** What the loop depends on. */
  enum Service {
    SLACK("Slack", WorkListener.Service.SLACK),
    INVITATIONS("AWS Organizations", WorkListener.Service.ORGANIZATIONS),
    ROLES("AWS STS", WorkListener.Service.STS);

    private final String words;
    private final WorkListener.Service called;

    Service(String words, WorkListener.Service called) {
      this.words = words;
      this.called = called;
    }
  }

  private record Outage(Instant since, int failures, Instant nextTry) {}

  private final Map<Service, Outage> outages = new EnumMap<>(Service.class);
  private final InstantSource clock;

  Outages(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether to call the service now. During an outage only one caller may, from time to time. */
  synchronized boolean mayTry(Service service) {
    Outage outage = outages.get(service);
    if (outage == null || outage.failures() < FAILURES_OF_AN_OUTAGE) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(outage.nextTry())) {
      return false;
    }
    outages.put(service, new Outage(outage.since(), outage.failures(), next(outage.since(), now)));
    return true;
  }

  /**
   * Notes that the service did not answer.
   *
   * @return when to try again; the longer it has been down, the later
   */
  synchronized Instant down(Service service, RuntimeException why) {
    Instant now = clock.instant();
    Outage before = outages.get(service);
    if (before == null) {
      LOG.warn(
          "{} does not answer: {}. What needs it waits and goes on by itself.",
          service.words,
          why.getMessage());
    }
    Instant since = before == null ? now : before.since();
    int failures = before == null ? 1 : before.failures() + 1;
    outages.put(service, new Outage(since, failures, next(since, now)));
    return next(since, now);
  }

  /** When it makes sense to call the service again. */
  synchronized Instant nextTry(Service service) {
    Outage outage = outages.get(service);
    return outage == null ? clock.instant() : outage.nextTry();
  }

  /** Which services do not answer at the moment, and for how long they have not. */
  synchronized Map<WorkListener.Service, Duration> lasting() {
    Instant now = clock.instant();
    Map<WorkListener.Service, Duration> lasting = new EnumMap<>(WorkListener.Service.class);
    outages.forEach(
        (service, outage) -> lasting.put(service.called, Duration.between(outage.since(), now)));
    return lasting;
  }

  private static Instant next(Instant since, Instant now) {
    Duration wait = Duration.between(since, now).dividedBy(2);
    if (wait.compareTo(SHORTEST) < 0) {
      return now.plus(SHORTEST);
    }
    return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  /** Notes that the service answered. */
  synchronized void up(Service service) {
    Outage outage = outages.remove(service);
    if (outage != null) {
      LOG.info(
          "{} answers again after {} s.",
          service.words,
          Duration.between(outage.since(), clock.instant()).toSeconds());
    }
  }
}
