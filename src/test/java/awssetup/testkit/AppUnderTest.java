package awssetup.testkit;

import awssetup.app.App;
import awssetup.settings.Settings;
import awssetup.store.Database;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The app as it is, but for a scheduler that runs what is due when the test says so, on the test's
 * thread.
 */
public final class AppUnderTest implements AutoCloseable {
  private static final int ROUNDS = 20;
  private static final Logger SCHEDULER_LOG = LoggerFactory.getLogger(Scheduler.class);

  private final App bot;
  private final ManualScheduler scheduler;
  private final InstantSource clock;

  private AppUnderTest(App bot, ManualScheduler scheduler, InstantSource clock) {
    this.bot = bot;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  public static <C extends SettableClock & InstantSource> AppUnderTest start(
      Map<String, String> settings, C clock) {
    AtomicReference<ManualScheduler> scheduler = new AtomicReference<>();
    try {
      App bot =
          App.start(
              Settings.read(settings),
              Optional.of("127.0.0.1"),
              clock,
              // The clock stands still while the test's thread works.
              pause -> {},
              (dataSource, followUps) -> {
                scheduler.set(
                    TestHelper.createManualScheduler(dataSource, followUps.tasks())
                        .clock(clock)
                        .startTasks(followUps.recurring())
                        .build());
                return scheduler.get();
              });
      bot.check();
      return new AppUnderTest(bot, scheduler.get(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return bot.port();
  }

  /** Runs what is due, and what becomes due by that. */
  public void runDue() {
    for (int i = 0; i < ROUNDS; i++) {
      scheduler.runAnyDueExecutions();
      Instant now = clock.instant();
      if (bot.planned().stream().noneMatch(planned -> !planned.at().isAfter(now))) {
        return;
      }
    }
    throw new AssertionError("the loop does not come to rest");
  }

  /** Looks once for what is due, as the scheduler does every second, and logs as it does. */
  public void lookOnce() {
    try {
      scheduler.runAnyDueExecutions();
    } catch (RuntimeException e) {
      SCHEDULER_LOG.error("Unhandled exception. Will keep running.", e);
    }
  }

  /** All work is taken for dead, as if its heartbeats had been missed, also what is under way. */
  public void takeForDead() {
    bot.followUps().releaseAfterCrash(bot.database().dataSource());
  }

  /** The store that the app has open. */
  public Database database() {
    return bot.database();
  }

  /** The same among very many setups: of the schedule, no more than what comes next is read. */
  public void runAllDue() {
    do {
      scheduler.runAnyDueExecutions();
    } while (isDue());
  }

  private boolean isDue() {
    try (Connection connection = bot.database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet next =
            statement.executeQuery(
                "SELECT execution_time FROM scheduled_tasks ORDER BY execution_time LIMIT 1")) {
      return next.next() && !next.getTimestamp(1).toInstant().isAfter(clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    bot.close();
  }
}
