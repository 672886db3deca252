package awssetup.followup.schedule;

import awssetup.setup.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Writes a priority into the execution time, because due work is picked in the order of that time.
 * Work that a person waits for gets a time ten years too early. Only this package sees those times.
 *
 * <p>db-scheduler's own priorities do not do: they are set once, when an execution is created, and
 * ordering by them makes every poll read the whole schedule, which for ten thousand setups takes
 * SQLite ninety times as long.
 */
final class PriorityTimes {
  private static final Duration AHEAD = Duration.ofDays(3650);

  private final InstantSource clock;

  PriorityTimes(InstantSource clock) {
    this.clock = clock;
  }

  /** The execution time of work that is due at this time. */
  Instant executionTime(Priority priority, Instant due) {
    return priority == Priority.URGENT ? due.minus(AHEAD) : due;
  }

  Priority priority(Instant executionTime) {
    return executionTime.isBefore(clock.instant().minus(AHEAD.dividedBy(2)))
        ? Priority.URGENT
        : Priority.NORMAL;
  }

  /** When work with this execution time is really due. */
  Instant due(Instant executionTime) {
    return priority(executionTime) == Priority.URGENT ? executionTime.plus(AHEAD) : executionTime;
  }
}
