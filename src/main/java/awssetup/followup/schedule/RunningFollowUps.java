package awssetup.followup.schedule;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The setups that this process is working on, and what the schedule cannot tell of them. It takes
 * work for dead whose heartbeats were missed, and those of a process that was suspended are: waking
 * up, it would begin the same work beside its own, and post twice. And it has no place for the
 * haste of a change that comes while its setup is being worked on.
 */
public final class RunningFollowUps {
  private final Set<SetupId> setups = ConcurrentHashMap.newKeySet();
  private final Set<SetupId> urgent = ConcurrentHashMap.newKeySet();

  /** What the work returns; empty, with nothing done, while there is other work on the setup. */
  public <T> Optional<T> on(SetupId id, Supplier<T> work) {
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

  /** From now on somebody waits for the work that has begun, or is about to begin, on it. */
  public void makeUrgent(SetupId id) {
    urgent.add(id);
  }

  /** How much haste the work on it has, which was begun with this much. */
  public Priority priority(SetupId id, Priority begun) {
    return urgent.contains(id) ? Priority.URGENT : begun;
  }
}
