package awssetup.followup;

import awssetup.followup.schedule.BatchPolling;
import awssetup.followup.schedule.PriorityTimes;
import awssetup.followup.schedule.RequestsFirst;
import awssetup.followup.schedule.RunningFollowUps;
import awssetup.followup.schedule.ScheduleReader;
import awssetup.followup.schedule.SharedTransaction;
import awssetup.followup.schedule.Sweep;
import awssetup.ports.BillingTransfers;
import awssetup.ports.BootstrapRoles;
import awssetup.ports.Conversation;
import awssetup.ports.LoopHealth;
import awssetup.ports.Outbox;
import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.WakeUps;
import awssetup.ports.WorkListener;
import awssetup.setup.Plan;
import awssetup.setup.Priority;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Upcoming;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable schedule: one db-scheduler execution per setup that still needs anything, the bulk
 * watch, and a sweep that finds setups without an execution. A wake-up is written in the
 * transaction that causes it. One that comes while its follow-up is running is not lost: the run
 * ends by comparing the setup's version, in a transaction of its own, with the one it left behind.
 */
public final class FollowUps implements WakeUps, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUps.class);
  private static final String FOLLOW_UP = "follow-up";

  /** Slack's budget keeps four busy with calls of a second; more would only crowd out requests. */
  private static final int THREADS = 4;

  private static final Duration SWEEP = Duration.ofMinutes(15);
  private static final Duration RETENTION = Duration.ofHours(6);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
  private static final Duration UNTIL_THE_OTHER_ENDS = Duration.ofSeconds(5);

  private final Setups setups;
  private final FollowUp followUp;
  private final InstantSource clock;
  private final PriorityTimes places;
  private final CustomTask<Void> followUpTask;
  private final RecurringTask<Void> watchTask;
  private final RecurringTask<Void> sweepTask;
  private final RecurringTask<Void> retentionTask;
  private final List<RecurringTask<Void>> choreTasks;
  private final SchedulerClient client;
  private final ScheduleReader schedule;
  private final Outages outages;
  private final RunningFollowUps running = new RunningFollowUps();
  private final WorkListener workListener;
  private final RequestsFirst requestsFirst = new RequestsFirst();
  private Optional<SharedTransaction> together = Optional.empty();
  private volatile Optional<Scheduler> scheduler = Optional.empty();

  /**
   * @param dataSource takes part in the current transaction, so that a wake-up is saved or lost
   *     with its cause
   * @param retention how long the people of a setup are kept after its end
   * @param chores what else is to be done every so often
   */
  public FollowUps(
      DataSource dataSource,
      Setups setups,
      Outbox outbox,
      BillingTransfers transfers,
      BootstrapRoles roles,
      Conversation conversation,
      Plan.Rules rules,
      Duration retention,
      List<RecurringJob> chores,
      WorkListener workListener,
      InstantSource clock) {
    this.setups = setups;
    this.clock = clock;
    this.places = new PriorityTimes(clock);
    this.workListener = workListener;
    this.schedule = new ScheduleReader(dataSource);
    this.outages = new Outages(clock);
    TransferWatch watch = new TransferWatch(setups, transfers, outages, clock);
    this.followUp =
        new FollowUp(
            setups,
            transfers,
            roles,
            conversation,
            new Inviter(setups, transfers, outages),
            new MessageDelivery(setups, outbox, conversation, outages, workListener, clock),
            outages,
            rules,
            clock);
    this.followUpTask =
        Tasks.custom(FOLLOW_UP, Void.class)
            .onFailure(this::backOff)
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  FollowUp.Next next =
                      measured(
                          new SetupId(instance.getId()), context.getExecution().getExecutionTime());
                  return (complete, operations) -> settle(next, complete, operations);
                });
    this.watchTask =
        Tasks.recurring(ScheduleReader.WATCH, FixedDelay.of(rules.watchInterval()))
            .execute((instance, context) -> watch.run());
    Sweep sweep = new Sweep(setups, dataSource, FOLLOW_UP, this::lookAt);
    this.sweepTask =
        Tasks.recurring("sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> sweep.run());
    Retention keeping = new Retention(setups, retention, clock);
    this.retentionTask =
        Tasks.recurring("retention", FixedDelay.of(RETENTION))
            .execute((instance, context) -> keeping.run());
    this.choreTasks = chores.stream().map(FollowUps::task).toList();
    this.client = SchedulerClient.Builder.create(dataSource, followUpTask).build();
  }

  private FollowUp.Next measured(SetupId id, Instant place) {
    requestsFirst.letRequestsGoFirst();
    Duration late = Duration.between(places.time(place), clock.instant());
    long begun = System.nanoTime();
    WorkListener.Pass pass = WorkListener.Pass.FAILED;
    try {
      Priority priority = places.priority(place);
      FollowUp.Next next =
          running
              .on(id, () -> followUp.run(id, () -> running.priority(id, priority)))
              .orElseGet(() -> waitFor(id));
      pass = next.at().isPresent() ? WorkListener.Pass.AGAIN : WorkListener.Pass.FINISHED;
      return next;
    } finally {
      workListener.followedUp(pass, late, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private FollowUp.Next waitFor(SetupId id) {
    LOG.warn("{} is still being worked on, by work that was taken for dead", id);
    return new FollowUp.Next(-1, Optional.of(clock.instant().plus(UNTIL_THE_OTHER_ENDS)));
  }

  private static RecurringTask<Void> task(RecurringJob chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
        .execute((instance, context) -> chore.work().run());
  }

  /**
   * A scheduler for these tasks, to be adjusted and built. Short heartbeats: the others look for
   * the dead every second one and believe it after four, so they take over within a minute. When it
   * stops, it waits for what is under way and once more for what it has interrupted.
   */
  public SchedulerBuilder scheduler(DataSource dataSource) {
    SchedulerBuilder builder = Scheduler.create(dataSource, tasks());
    together.ifPresent(
        shared ->
            builder.jdbcCustomization(new BatchPolling(shared)).pollUsingLockAndFetch(0.5, 1.0));
    return builder
        .startTasks(recurring())
        .clock(clock::instant)
        .threads(THREADS)
        .pollingInterval(Duration.ofSeconds(1))
        .heartbeatInterval(Duration.ofSeconds(7))
        .missedHeartbeatsLimit(4)
        .shutdownMaxWait(Duration.ofSeconds(3));
  }

  /** From now on a scheduler picks what is due in these transactions; for SQLite alone. */
  public void pickTogether(SharedTransaction transactions) {
    together = Optional.of(transactions);
  }

  /** While this says so, each follow-up begins a moment later, for people wait for requests. */
  public void giveWayTo(BooleanSupplier rushOfRequests) {
    requestsFirst.giveWayTo(rushOfRequests);
  }

  /** What a scheduler has to know, besides {@link #recurring}. */
  public List<Task<?>> tasks() {
    return List.of(followUpTask);
  }

  /** What a scheduler starts by itself. */
  public List<RecurringTask<Void>> recurring() {
    return Stream.concat(Stream.of(watchTask, sweepTask, retentionTask), choreTasks.stream())
        .toList();
  }

  /**
   * Takes back what a crash left as running, without waiting for its heartbeat to be missed. Only
   * where no other instance can be at work on the same database.
   *
   * @throws StoreUnavailable if the database could not be asked
   */
  public void releaseAfterCrash(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          UPDATE scheduled_tasks
          SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, version = version + 1
          WHERE picked = TRUE
          """);
    } catch (SQLException e) {
      throw new StoreUnavailable("the schedule could not be read", e);
    }
  }

  /** From now on this scheduler runs what is due. */
  public void startOn(Scheduler runner) {
    scheduler = Optional.of(runner);
    runner.start();
  }

  /**
   * How the loop is doing.
   *
   * @throws StoreUnavailable if the database could not be asked
   */
  public LoopHealth health() {
    Instant now = clock.instant();
    ScheduleReader.Read read = schedule.read();
    return new LoopHealth(
        scheduler.filter(runner -> !runner.getSchedulerState().isShuttingDown()).isPresent(),
        read.nextDue()
            .map(places::time)
            .filter(now::isAfter)
            .map(due -> Duration.between(due, now))
            .orElse(Duration.ZERO),
        read.lastWatch().map(at -> Duration.between(at, now)),
        outages.lasting());
  }

  /** Runs this while nothing new is begun. */
  public void atRest(Runnable work) {
    scheduler.ifPresent(Scheduler::pause);
    try {
      work.run();
    } finally {
      scheduler.ifPresent(Scheduler::resume);
    }
  }

  /** A follow-up that is planned. */
  public record Planned(SetupId setup, Instant at) {}

  /** What is planned next, and what is being done, soonest first. */
  public List<Planned> planned() {
    return client
        .getScheduledExecutionsForTask(FOLLOW_UP, Void.class, ScheduledExecutionsFilter.all())
        .stream()
        .map(
            e ->
                new Planned(
                    new SetupId(e.getTaskInstance().getId()), places.time(e.getExecutionTime())))
        .sorted(Comparator.comparing(Planned::at))
        .collect(Collectors.toList());
  }

  /**
   * What the loop has in mind for a setup.
   *
   * @param nextLook when it looks at the setup again, whatever for
   * @param upcoming what is planned by what is known now, soonest first
   */
  public record Agenda(Setup setup, Instant nextLook, List<Upcoming> upcoming) {}

  /** The agendas of those of the setups that are looked at soonest. */
  public List<Agenda> agendas(Predicate<SetupId> which, int atMost) {
    return planned().stream()
        .filter(next -> which.test(next.setup()))
        .limit(atMost)
        .flatMap(
            next ->
                setups
                    .find(next.setup())
                    .map(setup -> new Agenda(setup, next.at(), followUp.upcoming(setup)))
                    .stream())
        .collect(Collectors.toList());
  }

  @Override
  public void wake(SetupId id, Priority priority, Instant now) {
    Instant at = places.place(priority, now);
    TaskInstanceId instance = TaskInstanceId.of(FOLLOW_UP, id.value());
    Optional<ScheduledExecution<Object>> planned = client.getScheduledExecution(instance);
    if (planned.isEmpty()) {
      client.scheduleIfNotExists(followUpTask.instance(id.value()), at);
    } else if (planned.get().isPicked()) {
      makeUrgent(id, priority);
    } else if (at.isBefore(planned.get().getExecutionTime())) {
      try {
        client.reschedule(instance, at);
      } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
        // It has just begun to run, and will see at its end that the setup has changed.
        LOG.debug("{} is being followed up already", id);
        makeUrgent(id, priority);
      }
    }
  }

  private void makeUrgent(SetupId id, Priority priority) {
    if (priority == Priority.URGENT) {
      running.makeUrgent(id);
    }
  }

  /** What goes on without a pause keeps its haste. */
  private Instant placeAgain(ExecutionComplete complete, Instant at) {
    Instant now = clock.instant();
    return at.isAfter(now)
        ? at
        : places.place(places.priority(complete.getExecution().getExecutionTime()), now);
  }

  @Override
  public void committed() {
    if (scheduler.isPresent()) {
      requestsFirst.call(() -> scheduler.ifPresent(Scheduler::triggerCheckForDueExecutions));
    }
  }

  private void settle(
      FollowUp.Next next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
    SetupId id = new SetupId(complete.getExecution().taskInstance.getId());
    setups.holding(
        id,
        version -> {
          if (version != next.version() && next.version() >= 0) {
            operations.reschedule(complete, places.place(Priority.URGENT, clock.instant()));
          } else if (next.at().isPresent()) {
            operations.reschedule(complete, placeAgain(complete, next.at().get()));
          } else {
            operations.stop();
          }
        });
  }

  private void backOff(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    int failures = Math.min(complete.getExecution().consecutiveFailures, 10);
    Duration wait = Duration.ofSeconds(5L << failures);
    operations.reschedule(
        complete,
        clock.instant().plus(wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait));
  }

  /**
   * Held, so that it cannot meet a wake-up: PostgreSQL gives up a transaction in which an insert
   * finds the row there already.
   */
  private void lookAt(SetupId id) {
    setups.holding(
        id,
        version -> {
          if (client.scheduleIfNotExists(followUpTask.instance(id.value()), clock.instant())) {
            LOG.warn("{} had no follow-up planned; it is looked at now", id);
          }
        });
  }

  @Override
  public void close() {
    Optional<Scheduler> running = scheduler;
    scheduler = Optional.empty();
    running.ifPresent(Scheduler::stop);
  }
}
