package awssetup.followup.schedule;

import awssetup.ports.Setups;
import awssetup.ports.WorkListener;
import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the follow-up of a setup that is due and plans the next one. A wake-up that comes while the
 * follow-up runs is not lost: at its end, in a transaction of its own, the setup's version is
 * compared with the one that the follow-up worked with.
 */
final class FollowUpTask {
  static final String NAME = "follow-up";

  private static final Logger LOG = LoggerFactory.getLogger(FollowUpTask.class);
  private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(5);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 10;
  private static final Duration UNTIL_THE_OTHER_ENDS = Duration.ofSeconds(5);

  private final Setups setups;
  private final ScheduledWork work;
  private final RunningFollowUps running;
  private final RequestsFirst requestsFirst;
  private final PriorityTimes times;
  private final WorkListener listener;
  private final InstantSource clock;

  FollowUpTask(
      Setups setups,
      ScheduledWork work,
      RunningFollowUps running,
      RequestsFirst requestsFirst,
      PriorityTimes times,
      WorkListener listener,
      InstantSource clock) {
    this.setups = setups;
    this.work = work;
    this.running = running;
    this.requestsFirst = requestsFirst;
    this.times = times;
    this.listener = listener;
    this.clock = clock;
  }

  /** The task for a scheduler that runs it. */
  Task<Void> task() {
    return Tasks.custom(NAME, Void.class)
        .onFailure(this::backOff)
        .onDeadExecutionRevive()
        .execute(
            (instance, context) ->
                run(new SetupId(instance.getId()), context.getExecution().getExecutionTime()));
  }

  /** The task as a client has to know it, which plans executions and never runs one. */
  static Task<Void> known() {
    return Tasks.custom(NAME, Void.class)
        .execute(
            (instance, context) -> {
              throw new UnsupportedOperationException("only a scheduler runs follow-ups");
            });
  }

  private CompletionHandler<Void> run(SetupId id, Instant executionTime) {
    NextLook next = measured(id, executionTime);
    return (complete, operations) -> settle(id, next, complete, operations);
  }

  private NextLook measured(SetupId id, Instant executionTime) {
    requestsFirst.letRequestsGoFirst();
    Duration late = Duration.between(times.due(executionTime), clock.instant());
    Priority begun = times.priority(executionTime);
    long start = System.nanoTime();
    WorkListener.Pass pass = WorkListener.Pass.FAILED;
    try {
      NextLook next =
          running
              .on(id, () -> work.followUp(id, () -> running.priority(id, begun)))
              .orElseGet(() -> waitFor(id));
      pass = next.at().isPresent() ? WorkListener.Pass.AGAIN : WorkListener.Pass.FINISHED;
      return next;
    } finally {
      listener.followedUp(pass, late, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private NextLook waitFor(SetupId id) {
    LOG.warn("{} is still being worked on, by work that was taken for dead", id);
    return NextLook.at(clock.instant().plus(UNTIL_THE_OTHER_ENDS));
  }

  private void settle(
      SetupId id, NextLook next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
    setups.holding(
        id,
        version -> {
          if (next.isOutdated(version)) {
            operations.reschedule(complete, times.executionTime(Priority.URGENT, clock.instant()));
          } else if (next.at().isPresent()) {
            operations.reschedule(complete, nextExecution(complete, next.at().get()));
          } else {
            operations.stop();
          }
        });
  }

  /** A follow-up that goes on at once keeps its priority. */
  private Instant nextExecution(ExecutionComplete complete, Instant at) {
    Instant now = clock.instant();
    return at.isAfter(now)
        ? at
        : times.executionTime(times.priority(complete.getExecution().getExecutionTime()), now);
  }

  private void backOff(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    int failures = Math.min(complete.getExecution().consecutiveFailures, MOST_DOUBLINGS);
    Duration wait = SHORTEST_BACK_OFF.multipliedBy(1L << failures);
    operations.reschedule(
        complete,
        clock.instant().plus(wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait));
  }
}
