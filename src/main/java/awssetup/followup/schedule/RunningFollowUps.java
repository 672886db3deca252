package awssetup.followup.schedule;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The setups that this process is working on, which the schedule cannot know for certain. A process
 * that was suspended has missed its heartbeats, so its own work counts as dead: when it wakes up,
 * it would begin that work a second time and post twice. And the schedule cannot raise the priority
 * of work that is running already, or have it run once more.
 */
final class RunningFollowUps {
  private final Set<SetupId> setups = ConcurrentHashMap.newKeySet();
  private final Set<SetupId> urgent = ConcurrentHashMap.newKeySet();
  private final Set<SetupId> again = ConcurrentHashMap.newKeySet();

  /**
   * Runs the work and returns its result; returns empty, without running it, while this process
   * already works on the setup.
   */
  <T> Optional<T> on(SetupId id, Supplier<T> work) {
    if (!setups.add(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      urgent.remove(id);
      setups.remove(id);
    }
  }

  /** Makes work on the setup urgent that has begun or is about to begin. */
  void makeUrgent(SetupId id) {
    urgent.add(id);
  }

  /** Has work that is running, or about to end, be followed by another look at once. */
  void runAgain(SetupId id) {
    again.add(id);
  }

  /** Whether {@link #runAgain} was called since this was last asked. */
  boolean isToRunAgain(SetupId id) {
    return again.remove(id);
  }

  /**
   * The priority of the work on a setup by now.
   *
   * @param begun the priority with which it began
   */
  Priority priority(SetupId id, Priority begun) {
    return urgent.contains(id) ? Priority.URGENT : begun;
  }
}
