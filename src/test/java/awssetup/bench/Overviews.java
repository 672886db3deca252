package awssetup.bench;

import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.AppUnderTest;
import awssetup.testkit.People;
import awssetup.testkit.TestClock;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How soon an engineer sees all open setups when there are very many. */
final class Overviews implements AutoCloseable {
  private static final Instant STARTED = Instant.parse("2026-12-01T08:00:00Z");
  private static final int OPEN = 10_000;
  private static final int TIMES = 25;
  private static final int FIRST = 5;

  private final Report report;
  private final TestClock clock = new TestClock(STARTED);
  private final BenchWorld world;
  private final AppUnderTest bot;
  private final Semaphore published = new Semaphore(0);

  private Overviews(Report report, Path directory) {
    this.report = report;
    world = new BenchWorld(clock, directory);
    Seed.setups(
        world.database,
        OPEN,
        STARTED,
        STARTED.plus(Duration.ofDays(30)),
        (i, setup) -> i % 4 == 0 ? Seed.detailed(setup, Seed.account(i)) : setup);
    bot = AppUnderTest.start(world.settings(), clock);
    world.slack.deliverTo(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
    world.slack.observe(
        new SlackCallObserver() {
          @Override
          public void answered(String host, String method, JsonObject arguments) {
            if (method.equals("views.publish")) {
              published.release();
            }
          }
        });
  }

  static void run(Report report, Path directory) throws Exception {
    try (Overviews overviews = new Overviews(report, directory.resolve("overviews"))) {
      overviews.measure("Home tab, from app_home_opened until published", overviews::home);
      overviews.measure("/aws-setup status in a direct message, until answered", overviews::status);
    }
  }

  private interface Look {
    void run() throws Exception;
  }

  private void home() throws InterruptedException {
    world.slack.openHome(People.ERIN);
    if (!published.tryAcquire(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no Home tab was published");
    }
  }

  private void status() {
    String direct = world.slack.workspace().directMessage(People.ERIN);
    Delivery answer = world.slack.type(People.ERIN, direct, "/aws-setup status");
    if (!answer.ok() || !answer.body().contains("blocks")) {
      throw new IllegalStateException("no status: " + answer);
    }
  }

  /** Asks once a minute; the first answers, which are slower, are measured separately. */
  private void measure(String what, Look look) throws Exception {
    double[] millis = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      clock.advance(Duration.ofMinutes(1));
      long begun = System.nanoTime();
      look.run();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    double first = millis[0];
    double[] rest = Arrays.copyOfRange(millis, FIRST, TIMES);
    Arrays.sort(rest);
    report.row(
        what,
        "%,d open setups, %d times; in one process with the stand-in".formatted(OPEN, TIMES),
        "the first %.0f ms; from number %d on median %.0f ms, max %.0f ms",
        first,
        FIRST + 1,
        rest[rest.length / 2],
        rest[rest.length - 1]);
  }

  @Override
  public void close() {
    bot.close();
    world.close();
  }
}
