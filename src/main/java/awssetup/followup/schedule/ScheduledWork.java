package awssetup.followup.schedule;

import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import java.util.List;
import java.util.function.Supplier;

/** What the schedule runs: a pass over each setup that is due, and jobs that concern all setups. */
public interface ScheduledWork {
  /**
   * The name of the job that asks AWS for news; the loop's health tells when it last ended well.
   */
  String WATCH = "watch";

  /**
   * Makes one pass over a setup. It may be interrupted at any point and run again.
   *
   * @param priority how urgent the pass is by now: a person may begin to wait for it while it runs
   */
  NextLook followUp(SetupId id, Supplier<Priority> priority);

  /** Everything that is repeated, {@link #WATCH} among it. */
  List<RecurringJob> jobs();
}
