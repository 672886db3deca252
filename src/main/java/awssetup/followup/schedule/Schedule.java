package awssetup.followup.schedule;

import awssetup.ports.LoopHealth;
import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.WakeUps;
import awssetup.ports.WorkListener;
import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable schedule: one planned follow-up for each setup that still needs anything, in the same
 * database as the setups. It takes wake-ups as soon as it exists; {@link #start} runs what is due.
 */
public final class Schedule implements WakeUps, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
  private static final Duration SWEEP = Duration.ofMinutes(15);

  private final DataSource database;
  private final Optional<SharedTransaction> embedded;
  private final SchedulerFactory schedulers;
  private final InstantSource clock;
  private final PriorityTimes times;
  private final ScheduleTable table;
  private final SchedulerClient client;
  private final RunningFollowUps running = new RunningFollowUps();
  private volatile Optional<ScheduleRun> run = Optional.empty();

  /**
   * @param database takes part in the current transaction, so that a wake-up is saved or lost with
   *     its cause
   * @param embedded the database's transactions if no other instance can work on it; empty for a
   *     database that instances share
   */
  public Schedule(
      DataSource database,
      Optional<SharedTransaction> embedded,
      SchedulerFactory schedulers,
      InstantSource clock) {
    this.database = database;
    this.embedded = embedded;
    this.schedulers = schedulers;
    this.clock = clock;
    this.times = new PriorityTimes(clock);
    this.table = new ScheduleTable(database);
    this.client = SchedulerClient.Builder.create(database, FollowUpTask.known()).build();
  }

  /**
   * Starts to run what is due, beginning with what a crash left behind.
   *
   * @param manyRequests whether so many requests come in that the loop should wait a little
   * @throws StoreUnavailable if the database could not be asked
   */
  public void start(
      Setups setups, ScheduledWork work, BooleanSupplier manyRequests, WorkListener listener) {
    if (embedded.isPresent()) {
      table.releasePicked();
    }
    RequestsFirst requestsFirst = new RequestsFirst(manyRequests);
    FollowUpTask followUps =
        new FollowUpTask(setups, work, running, requestsFirst, times, listener, clock);
    Sweep sweep = new Sweep(setups, table, client, clock);
    List<RecurringTask<Void>> recurring =
        Stream.concat(Stream.of(new RecurringJob("sweep", SWEEP, sweep::run)), work.jobs().stream())
            .map(Schedule::task)
            .toList();
    Scheduler scheduler =
        schedulers.create(
            database, followUps.task(), recurring, embedded.map(BatchPolling::new), clock);
    ScheduleRun started = new ScheduleRun(scheduler, requestsFirst);
    run = Optional.of(started);
    started.start();
  }

  private static RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
        .execute((instance, context) -> job.work().run());
  }

  /**
   * Makes all that is planned due in a copy of the database, so that a bot that starts on it looks
   * at every setup at once.
   *
   * @throws SQLException if the copy cannot be written
   */
  public static void makeAllDue(Connection copy) throws SQLException {
    ScheduleTable.makeAllDue(copy);
  }

  @Override
  public void wake(SetupId id, Priority priority, Instant at) {
    Instant time = times.executionTime(priority, at);
    TaskInstanceId followUp = TaskInstanceId.of(FollowUpTask.NAME, id.value());
    Optional<ScheduledExecution<Object>> planned = client.getScheduledExecution(followUp);
    if (planned.isEmpty()) {
      client.scheduleIfNotExists(new TaskInstance<String>(FollowUpTask.NAME, id.value()), time);
    } else if (planned.get().isPicked()) {
      makeUrgent(id, priority);
    } else if (time.isBefore(planned.get().getExecutionTime())) {
      try {
        client.reschedule(followUp, time);
      } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
        // It has just begun, and will see at its end that the setup has changed.
        LOG.debug("{} is being followed up already", id);
        makeUrgent(id, priority);
      }
    }
  }

  /**
   * Has a follow-up go on at once, with its priority, that waits or is just about to wait. If that
   * fails, it comes back by itself.
   */
  public void resume(SetupId id, Setups setups) {
    try {
      // A follow-up that is about to wait either sees the mark or has been planned by then.
      setups.holding(id, version -> resumeNow(id));
      committed();
    } catch (StoreUnavailable e) {
      LOG.debug("{} could not be resumed", id, e);
    }
  }

  private void resumeNow(SetupId id) {
    TaskInstanceId followUp = TaskInstanceId.of(FollowUpTask.NAME, id.value());
    Optional<ScheduledExecution<Object>> planned = client.getScheduledExecution(followUp);
    Instant now = clock.instant();
    if (planned.isEmpty()) {
      return;
    }
    if (planned.get().isPicked()) {
      running.runAgain(id);
    } else if (now.isBefore(planned.get().getExecutionTime())) {
      try {
        client.reschedule(followUp, now);
      } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
        LOG.debug("{} goes on already", id);
      }
    }
  }

  private void makeUrgent(SetupId id, Priority priority) {
    if (priority == Priority.URGENT) {
      running.makeUrgent(id);
    }
  }

  @Override
  public void committed() {
    run.ifPresent(ScheduleRun::lookSoon);
  }

  /**
   * How the loop is doing.
   *
   * @param outages which services do not answer this instance, and for how long
   * @throws StoreUnavailable if the database could not be asked
   */
  public LoopHealth health(Map<WorkListener.Service, Duration> outages) {
    Instant now = clock.instant();
    return new LoopHealth(
        run.filter(ScheduleRun::isRunning).isPresent(),
        overdue(),
        table.lastWatch().map(at -> Duration.between(at, now)),
        outages);
  }

  /**
   * How long the work that waits longest has been due; zero if no work waits.
   *
   * @throws StoreUnavailable if the database could not be asked
   */
  public Duration overdue() {
    Instant now = clock.instant();
    return table
        .nextDue()
        .map(times::due)
        .filter(now::isAfter)
        .map(due -> Duration.between(due, now))
        .orElse(Duration.ZERO);
  }

  /** Runs this while no new work is begun. */
  public void atRest(Runnable work) {
    run.ifPresent(ScheduleRun::pause);
    try {
      work.run();
    } finally {
      run.ifPresent(ScheduleRun::resume);
    }
  }

  /** A follow-up that is planned, or running if its time has passed. */
  public record Planned(SetupId setup, Instant at) {}

  /** All follow-ups that are planned or running, soonest first. */
  public List<Planned> planned() {
    return client
        .getScheduledExecutionsForTask(
            FollowUpTask.NAME, String.class, ScheduledExecutionsFilter.all())
        .stream()
        .map(
            execution ->
                new Planned(
                    new SetupId(execution.getTaskInstance().getId()),
                    times.due(execution.getExecutionTime())))
        .sorted(Comparator.comparing(Planned::at))
        .toList();
  }

  /** Begins no more work, and waits some seconds for work that runs. */
  @Override
  public void close() {
    Optional<ScheduleRun> ended = run;
    run = Optional.empty();
    ended.ifPresent(ScheduleRun::stop);
  }
}
