package awssetup.followup;

import awssetup.followup.schedule.NextLook;
import awssetup.followup.schedule.RecurringJob;
import awssetup.followup.schedule.ScheduledWork;
import awssetup.ports.WorkListener;
import awssetup.setup.Plan;
import awssetup.setup.Priority;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Upcoming;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The follow-up loop put together: what the schedule runs for a single setup, and the jobs that
 * concern all setups.
 */
public final class Loop implements ScheduledWork {
  private static final Duration RETENTION_CHECK = Duration.ofHours(6);

  private final FollowUp followUp;
  private final Outages outages;
  private final List<RecurringJob> jobs;

  /**
   * @param retention how long the people of a setup are kept after its end
   * @param resume continues a follow-up at once that waits for others
   * @param otherJobs what else to repeat, for other rooms
   */
  public Loop(
      LoopPorts ports,
      Plan.Rules rules,
      Duration retention,
      Consumer<SetupId> resume,
      List<RecurringJob> otherJobs,
      WorkListener listener,
      InstantSource clock) {
    this.outages = new Outages(clock);
    this.followUp =
        new FollowUp(
            ports.setups(),
            ports.conversation(),
            new PlanExecutor(ports, outages, resume, clock),
            new MessageDelivery(
                ports.setups(), ports.outbox(), ports.conversation(), outages, listener, clock),
            rules,
            clock);
    TransferWatch watch = new TransferWatch(ports.setups(), ports.transfers(), outages, clock);
    Retention forgetting = new Retention(ports.setups(), retention, clock);
    List<RecurringJob> all = new ArrayList<>();
    all.add(new RecurringJob(WATCH, rules.watchInterval(), watch::run));
    all.add(new RecurringJob("retention", RETENTION_CHECK, forgetting::run));
    all.addAll(otherJobs);
    this.jobs = List.copyOf(all);
  }

  @Override
  public NextLook followUp(SetupId id, Supplier<Priority> priority) {
    return followUp.run(id, priority);
  }

  @Override
  public List<RecurringJob> jobs() {
    return jobs;
  }

  /** What is planned for a setup by what is known now, soonest first. */
  public List<Upcoming> upcoming(Setup setup) {
    return followUp.upcoming(setup);
  }

  /** Which services do not answer at the moment, and for how long they have not. */
  public Map<WorkListener.Service, Duration> outages() {
    return outages.lasting();
  }
}
