package awssetup.operations;

import awssetup.ports.LoopHealth;
import awssetup.ports.WorkListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges by the loop's health whether the app can do its job, and says what it lacks. */
public final class Readiness {
  /** Work begins within seconds of being due; work that waits longer than this is stuck. */
  private static final Duration STUCK = Duration.ofMinutes(5);

  private final Duration longestWithoutWatch;

  /**
   * @param watchInterval how often AWS is asked
   */
  public Readiness(Duration watchInterval) {
    longestWithoutWatch = watchInterval.multipliedBy(3).plus(STUCK);
  }

  /** What is missing, a line each; empty if all is well. */
  public List<String> missing(LoopHealth health) {
    List<String> missing = new ArrayList<>();
    if (!health.running()) {
      missing.add("scheduler: it does not run");
    }
    if (isLong(health.overdue(), STUCK)) {
      missing.add("scheduler: work has been due for " + health.overdue().toSeconds() + " s");
    }
    if (health.sinceWatch().isEmpty()) {
      missing.add("watch: AWS has not been watched yet");
    } else if (isLong(health.sinceWatch().get(), longestWithoutWatch)) {
      missing.add("watch: the last one was " + health.sinceWatch().get().toSeconds() + " s ago");
    }
    Duration outage =
        health.outages().getOrDefault(WorkListener.Service.ORGANIZATIONS, Duration.ZERO);
    if (isLong(outage, longestWithoutWatch)) {
      missing.add("watch: AWS has not answered for " + outage.toSeconds() + " s");
    }
    return missing;
  }

  private static boolean isLong(Duration duration, Duration limit) {
    return duration.compareTo(limit) > 0;
  }
}
