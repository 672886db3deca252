package awssetup.followup.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How an instance works through the schedule. An instance that misses {@code missedHeartbeats}
 * heartbeats counts as dead, and the others take over its work.
 *
 * @param instance the name under which it picks work; empty: the name of the host
 * @param polling how often to look for due work that no wake-up announced
 */
public record SchedulerOptions(
    Optional<String> instance, Duration polling, Duration heartbeat, int missedHeartbeats)
    implements SchedulerFactory {

  /** With these an instance takes over the work of a dead one within a minute. */
  public static final SchedulerOptions STANDARD =
      new SchedulerOptions(Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(7), 4);

  /** Slack's rate limit keeps four busy with calls of a second; more would crowd out requests. */
  private static final int THREADS = 4;

  /** Stopping waits this long for work that runs, and once more for work it has interrupted. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

  /** Picks again when half of the threads have nothing left to do. */
  private static final double FEWEST_PICKED = 0.5;

  private static final double MOST_PICKED = 1.0;

  @Override
  public Scheduler create(
      DataSource database,
      Task<?> onDemand,
      List<RecurringTask<Void>> recurring,
      Optional<BatchPolling> batches,
      InstantSource clock) {
    SchedulerBuilder builder =
        Scheduler.create(database, List.of(onDemand))
            .startTasks(recurring)
            .clock(clock::instant)
            .threads(THREADS)
            .pollingInterval(polling)
            .heartbeatInterval(heartbeat)
            .missedHeartbeatsLimit(missedHeartbeats)
            .shutdownMaxWait(LONGEST_STOP);
    instance.ifPresent(name -> builder.schedulerName(new SchedulerName.Fixed(name)));
    batches.ifPresent(
        batch ->
            builder.jdbcCustomization(batch).pollUsingLockAndFetch(FEWEST_PICKED, MOST_PICKED));
    return builder.build();
  }
}
