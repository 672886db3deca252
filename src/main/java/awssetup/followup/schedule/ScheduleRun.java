package awssetup.followup.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;

/** The scheduler that runs what is due, from the start of the loop until it stops. */
final class ScheduleRun {
  private final Scheduler scheduler;
  private final RequestsFirst requestsFirst;

  ScheduleRun(Scheduler scheduler, RequestsFirst requestsFirst) {
    this.scheduler = scheduler;
    this.requestsFirst = requestsFirst;
  }

  void start() {
    scheduler.start();
  }

  boolean isRunning() {
    return !scheduler.getSchedulerState().isShuttingDown();
  }

  /** Looks for due work in a moment, unless the run has ended by then. */
  void lookSoon() {
    requestsFirst.call(
        () -> {
          if (isRunning()) {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  void pause() {
    scheduler.pause();
  }

  void resume() {
    scheduler.resume();
  }

  void stop() {
    scheduler.stop();
  }
}
