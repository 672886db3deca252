package awssetup.followup.schedule;

import awssetup.setup.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Places in the schedule, which is worked off by time. What somebody waits for stands far ahead in
 * it, and is told by that; nobody but the follow-up sees it.
 *
 * <p>Not by db-scheduler's priorities: they are set once, when an execution is created, and
 * ordering by them makes every poll read the schedule from end to end, which for ten thousand
 * setups takes SQLite ninety times as long.
 */
public final class PriorityTimes {
  private static final Duration AHEAD = Duration.ofDays(3650);

  private final InstantSource clock;

  public PriorityTimes(InstantSource clock) {
    this.clock = clock;
  }

  public Instant place(Priority priority, Instant time) {
    return priority == Priority.URGENT ? time.minus(AHEAD) : time;
  }

  public Priority priority(Instant place) {
    return place.isBefore(clock.instant().minus(AHEAD.dividedBy(2)))
        ? Priority.URGENT
        : Priority.NORMAL;
  }

  /** The time that a place stands for. */
  public Instant time(Instant place) {
    return priority(place) == Priority.URGENT ? place.plus(AHEAD) : place;
  }
}
