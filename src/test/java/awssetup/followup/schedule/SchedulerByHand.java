package awssetup.followup.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what is due when the test says so, on the test's thread. */
public final class SchedulerByHand implements SchedulerFactory {
  private static final Logger SCHEDULER_LOG = LoggerFactory.getLogger(Scheduler.class);

  private ManualScheduler scheduler;
  private ScheduleTable table;
  private InstantSource clock;

  @Override
  public Scheduler create(
      DataSource database,
      Task<?> onDemand,
      List<RecurringTask<Void>> recurring,
      Optional<BatchPolling> polling,
      InstantSource itsClock) {
    clock = itsClock;
    table = new ScheduleTable(database);
    scheduler =
        TestHelper.createManualScheduler(database, List.of(onDemand))
            .clock(
                new SettableClock() {
                  @Override
                  public Instant now() {
                    return clock.instant();
                  }
                })
            .startTasks(recurring)
            .build();
    return scheduler;
  }

  /** Looks once for what is due and runs it. */
  public void run() {
    scheduler.runAnyDueExecutions();
  }

  /** Looks once for what is due, and logs failures, as the scheduler does every second. */
  public void lookOnce() {
    try {
      run();
    } catch (RuntimeException e) {
      SCHEDULER_LOG.error("Unhandled exception. Will keep running.", e);
    }
  }

  /** Whether anything is due by now. Reads only the next entry of the schedule. */
  public boolean isAnyDue() {
    return table.nextDue().filter(at -> !at.isAfter(clock.instant())).isPresent();
  }

  /** Treats all running work as dead, as if its heartbeats had been missed. */
  public void takeForDead() {
    table.releasePicked();
  }
}
