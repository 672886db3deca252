package awssetup.testkit;

import awssetup.app.App;
import awssetup.app.AppOptions;
import awssetup.followup.schedule.SchedulerByHand;
import awssetup.settings.Settings;
import awssetup.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The real app, except that its scheduler runs what is due when the test says so. */
public final class AppUnderTest implements AutoCloseable {
  private static final int ROUNDS = 20;

  private final App bot;
  private final SchedulerByHand scheduler;

  private AppUnderTest(App bot, SchedulerByHand scheduler) {
    this.bot = bot;
    this.scheduler = scheduler;
  }

  public static AppUnderTest start(Map<String, String> settings, InstantSource clock) {
    SchedulerByHand scheduler = new SchedulerByHand();
    try {
      App bot =
          App.start(
              Settings.read(settings),
              new AppOptions(
                  Optional.of("127.0.0.1"),
                  clock,
                  // The clock stands still while the test's thread works.
                  pause -> {},
                  scheduler));
      bot.check();
      return new AppUnderTest(bot, scheduler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return bot.port();
  }

  /** Runs what is due, and what becomes due by running it. */
  public void runDue() {
    for (int i = 0; i < ROUNDS; i++) {
      scheduler.run();
      if (!scheduler.isAnyDue()) {
        return;
      }
    }
    throw new AssertionError("the loop does not come to rest");
  }

  /** Looks once for what is due, and logs failures, as the scheduler does every second. */
  public void lookOnce() {
    scheduler.lookOnce();
  }

  /** Treats all running work as dead, as if its heartbeats had been missed. */
  public void takeForDead() {
    scheduler.takeForDead();
  }

  /** The store that the app has open. */
  public Database database() {
    return bot.database();
  }

  /** The same as {@link #runDue} for very many setups, which need many rounds. */
  public void runAllDue() {
    do {
      scheduler.run();
    } while (scheduler.isAnyDue());
  }

  @Override
  public void close() {
    bot.close();
  }
}
