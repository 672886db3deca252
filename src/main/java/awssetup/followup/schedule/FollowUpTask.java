package awssetup.followup.schedule;

import awssetup.ports.Setups;
import awssetup.ports.WorkListener;
import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
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

  /** Kept with an execution that is planned for later and urgent all the same. */
  private static final String URGENT = "urgent";

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
  Task<String> task() {
    return Tasks.custom(NAME, String.class)
        .onFailure(this::backOff)
        .onDeadExecutionRevive()
        .execute((instance, context) -> run(new SetupId(instance.getId()), context.getExecution()));
  }

  /** The task as a client has to know it, which plans executions and never runs one. */
  static Task<String> known() {
    return Tasks.custom(NAME, String.class)
        .execute(
            (instance, context) -> {
              throw new UnsupportedOperationException("only a scheduler runs follow-ups");
            });
  }

  private CompletionHandler<String> run(SetupId id, Execution execution) {
    NextLook next = measured(id, execution);
    return (complete, operations) -> settle(id, next, complete, operations);
  }

  private NextLook measured(SetupId id, Execution execution) {
    requestsFirst.letRequestsGoFirst();
    Duration late = Duration.between(times.due(execution.getExecutionTime()), clock.instant());
    Priority begun = priority(execution);
    long start = System.nanoTime();
    WorkListener.Pass pass = WorkListener.Pass.FAILED;
    try {
      NextLook next =
          running
              .on(id, () -> work.followUp(id, () -> running.priority(id, begun)))
              .orElseGet(() -> waitFor(id, begun));
      pass = next.at().isPresent() ? WorkListener.Pass.AGAIN : WorkListener.Pass.FINISHED;
      return next;
    } finally {
      listener.followedUp(pass, late, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Urgent by its time, or by what an earlier pass could not do for a person. */
  private Priority priority(Execution execution) {
    return URGENT.equals(execution.taskInstance.getData())
        ? Priority.URGENT
        : times.priority(execution.getExecutionTime());
  }

  private NextLook waitFor(SetupId id, Priority priority) {
    LOG.warn("{} is still being worked on, by work that was taken for dead", id);
    return NextLook.at(clock.instant().plus(UNTIL_THE_OTHER_ENDS), priority);
  }

  private void settle(
      SetupId id,
      NextLook next,
      ExecutionComplete complete,
      ExecutionOperations<String> operations) {
    setups.holding(
        id,
        version -> {
          Instant now = clock.instant();
          boolean again = running.isToRunAgain(id);
          if (next.isOutdated(version)) {
            operations.reschedule(complete, times.executionTime(Priority.URGENT, now), null);
          } else if (again || next.at().filter(at -> !at.isAfter(now)).isPresent()) {
            Priority begun = priority(complete.getExecution());
            Priority priority = begun == Priority.URGENT ? begun : next.priority();
            operations.reschedule(complete, times.executionTime(priority, now), null);
          } else if (next.at().isPresent()) {
            operations.reschedule(complete, next.at().get(), kept(next.priority()));
          } else {
            operations.stop();
          }
        });
  }

  /** An execution that is due later cannot show by its time that it is urgent. */
  private static String kept(Priority priority) {
    return priority == Priority.URGENT ? URGENT : null;
  }

  private void backOff(ExecutionComplete complete, ExecutionOperations<String> operations) {
    int failures = Math.min(complete.getExecution().consecutiveFailures, MOST_DOUBLINGS);
    Duration wait = SHORTEST_BACK_OFF.multipliedBy(1L << failures);
    operations.reschedule(
        complete,
        clock.instant().plus(wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait),
        kept(priority(complete.getExecution())));
  }
}
