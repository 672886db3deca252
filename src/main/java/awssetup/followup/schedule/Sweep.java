package awssetup.followup.schedule;

import awssetup.ports.Setups;
import awssetup.setup.SetupId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans a follow-up for every setup that needs one and has lost it. A page of setups costs two
 * reads by an index; only a setup without a follow-up is written to.
 */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int PAGE = 100;

  private final Setups setups;
  private final ScheduleTable table;
  private final SchedulerClient client;
  private final InstantSource clock;

  Sweep(Setups setups, ScheduleTable table, SchedulerClient client, InstantSource clock) {
    this.setups = setups;
    this.table = table;
    this.client = client;
    this.clock = clock;
  }

  void run() {
    List<SetupId> page = new ArrayList<>(PAGE);
    setups.forEachUnsettled(
        id -> {
          page.add(id);
          if (page.size() == PAGE) {
            check(page);
            page.clear();
          }
        });
    check(page);
  }

  private void check(List<SetupId> page) {
    if (page.isEmpty()) {
      return;
    }
    Set<String> planned =
        table.planned(FollowUpTask.NAME, page.get(0).value(), page.get(page.size() - 1).value());
    page.stream().filter(id -> !planned.contains(id.value())).forEach(this::plan);
  }

  /**
   * Holds the setup's lock, because a wake-up may insert the same row: PostgreSQL gives up a
   * transaction in which an insert finds the row already there.
   */
  private void plan(SetupId id) {
    setups.holding(
        id,
        version -> {
          TaskInstance<String> followUp = new TaskInstance<>(FollowUpTask.NAME, id.value());
          if (client.scheduleIfNotExists(followUp, clock.instant())) {
            LOG.warn("{} had no follow-up planned; it is looked at now", id);
          }
        });
  }
}
