package awssetup.testkit;

import awssetup.app.App;
import awssetup.app.AppOptions;
import awssetup.followup.schedule.SchedulerOptions;
import awssetup.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The app in a process of its own, as {@code serve} runs it, but with the test's clock and shorter
 * heartbeats. It ends when its standard input ends, so that it never outlives the test.
 */
public final class ProcessUnderTest {
  /** A slow machine may miss this many heartbeats; the test's clock jumps by a minute. */
  private static final int STILL_ALIVE = 45;

  private ProcessUnderTest() {}

  /**
   * @param args the file of the clock and the name of the instance
   */
  public static void main(String[] args) throws IOException {
    SharedClock clock = SharedClock.in(Path.of(args[0]));
    SchedulerOptions schedulers =
        new SchedulerOptions(
            Optional.of(args[1]), Duration.ofMillis(50), Duration.ofSeconds(1), STILL_ALIVE);
    App bot =
        App.start(
            Settings.read(System.getenv()),
            new AppOptions(
                Optional.of("127.0.0.1"),
                clock,
                // The clock moves only when the test says so.
                pause -> {},
                schedulers));
    Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
    System.out.println("port " + bot.port());
    while (System.in.read() >= 0) {
      continue;
    }
    System.exit(0);
  }
}
