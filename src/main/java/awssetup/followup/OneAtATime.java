package awssetup.followup;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets one setup at a time make its calls about transfers, because they share one rate limit. The
 * others block no thread: as soon as one is done, the next is resumed, people's first and in the
 * order in which they came.
 */
final class OneAtATime {
  /** When a setup comes back by itself, for each that is before it, should it not be resumed. */
  private static final Duration EACH = Duration.ofSeconds(3);

  /** How long the turn is kept for the setup that was resumed. */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private final Map<SetupId, Priority> waiting = new LinkedHashMap<>();
  private final Consumer<SetupId> resume;
  private final InstantSource clock;
  private boolean isTaken;
  private Optional<SetupId> resumed = Optional.empty();
  private Instant keptUntil = Instant.EPOCH;

  /**
   * @param resume has the follow-up of a waiting setup run again at once
   */
  OneAtATime(Consumer<SetupId> resume, InstantSource clock) {
    this.resume = resume;
    this.clock = clock;
  }

  /**
   * Runs the work if no other work is running; otherwise says when to come back at the latest.
   *
   * @param work returns when to come back if it could not finish
   * @return when to come back; empty if the work is done
   */
  Optional<Instant> take(SetupId id, Priority priority, Supplier<Optional<Instant>> work) {
    Optional<Instant> later = enter(id, priority);
    if (later.isPresent()) {
      return later;
    }
    try {
      return work.get();
    } finally {
      leave().ifPresent(resume);
    }
  }

  private synchronized Optional<Instant> enter(SetupId id, Priority priority) {
    Instant now = clock.instant();
    boolean isKept = resumed.isPresent() && now.isBefore(keptUntil);
    if (isTaken || (isKept && !resumed.get().equals(id))) {
      waiting.put(id, priority);
      int place = new ArrayList<>(waiting.keySet()).indexOf(id) + 1;
      return Optional.of(now.plus(EACH.multipliedBy(place)));
    }
    // A setup that did not use its turn has lost it.
    resumed.ifPresent(waiting::remove);
    resumed = Optional.empty();
    waiting.remove(id);
    isTaken = true;
    return Optional.empty();
  }

  private synchronized Optional<SetupId> leave() {
    isTaken = false;
    resumed =
        waiting.entrySet().stream()
            .filter(each -> each.getValue() == Priority.URGENT)
            .map(Map.Entry::getKey)
            .findFirst()
            .or(() -> waiting.keySet().stream().findFirst());
    keptUntil = clock.instant().plus(KEPT);
    return resumed;
  }
}
