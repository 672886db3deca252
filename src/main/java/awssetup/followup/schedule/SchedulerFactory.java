package awssetup.followup.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Builds what runs due work: {@link SchedulerOptions} for work that runs by itself. Tests have one
 * that runs it when they say so.
 */
public interface SchedulerFactory {
  /**
   * Builds a scheduler, and does not start it.
   *
   * @param onDemand tasks whose executions are planned one by one
   * @param recurring tasks that the scheduler plans itself when it starts
   * @param polling how to pick due work; empty: as db-scheduler does
   */
  Scheduler create(
      DataSource database,
      Task<?> onDemand,
      List<RecurringTask<Void>> recurring,
      Optional<BatchPolling> polling,
      InstantSource clock);
}
