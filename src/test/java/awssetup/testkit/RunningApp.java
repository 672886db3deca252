package awssetup.testkit;

import static awssetup.testkit.People.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.store.Database;
import awssetup.testkit.DataUnderTest.Run;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The app on a free port between the two stand-ins: it is started, stopped and restarted, and time
 * passes for it. Start reading with {@link World}.
 */
public abstract class RunningApp implements AutoCloseable {
  /** A Tuesday, 10:00 in Berlin, so that everyone has most of a working day left. */
  public static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

  public final TestClock clock = new TestClock(START);
  public final SlackStandIn slack;
  public final AwsStandIn aws;
  private final Map<String, String> settings;
  private final LogWatch log = LogWatch.begin();
  final Unlogged unlogged = new Unlogged();
  private AppUnderTest bot;

  RunningApp(Path directory, Map<String, String> more) {
    slack = SlackStandIn.start(clock, 0, TestSettings.SIGNING_SECRET, TestSettings.BOT_TOKEN);
    aws = AwsStandIn.start(clock, 0);
    settings = TestSettings.between(slack, aws, "jdbc:sqlite:" + directory.resolve("bot.db"));
    settings.put("OPS_CHANNEL", OPS);
    settings.putAll(more);
    start();
  }

  private void start() {
    bot = AppUnderTest.start(settings, clock);
    slack.deliverTo(events());
    settle();
  }

  /** Stops the app and starts it again on the same database. */
  public void restart() {
    bot.close();
    start();
  }

  /** Stops the app and starts it again on another database. */
  public void restartOn(String databaseUrl) {
    settings.put("DATABASE_URL", databaseUrl);
    restart();
  }

  /** Starts the stopped app on another database. */
  public void startOn(String databaseUrl) {
    settings.put("DATABASE_URL", databaseUrl);
    start();
  }

  /** Runs one of the app's other commands, beside the app or without it. */
  public Run command(String... words) {
    return DataUnderTest.run(settings, words);
  }

  /** Starts the stopped app with these settings changed. */
  public void restartWith(Map<String, String> changed) {
    settings.putAll(changed);
    start();
  }

  public String databaseUrl() {
    return settings.get("DATABASE_URL");
  }

  /** Stops the app; what happens until {@link #restart} happens without it. */
  public void stop() {
    bot.close();
  }

  /** Runs everything that is due by now. */
  public void settle() {
    bot.runDue();
  }

  /** Looks once for what is due by now, while other work may be running. */
  public void settleOnce() {
    bot.lookOnce();
  }

  /** Treats all running work as dead, and looks once for what is due. */
  public void takeForDead() {
    bot.takeForDead();
    bot.lookOnce();
  }

  /** Lets time pass while the database may be out of order, and tries once a step what is due. */
  public void passTrying(Duration time, Duration step) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.advance(step);
      bot.lookOnce();
    }
  }

  /** The store that the app has open. */
  public Database database() {
    return bot.database();
  }

  /** What has been logged since the world began. */
  public LogWatch log() {
    return log;
  }

  /** Lets time pass in steps of a quarter of an hour. */
  public void pass(Duration time) {
    passUntil(clock.instant().plus(time), Duration.ofMinutes(15));
  }

  /** Lets time pass in steps of an hour. */
  public void passUntil(String moment) {
    passUntil(Instant.parse(moment), Duration.ofHours(1));
  }

  private void passUntil(Instant moment, Duration step) {
    while (clock.instant().isBefore(moment)) {
      Duration left = Duration.between(clock.instant(), moment);
      clock.advance(left.compareTo(step) < 0 ? left : step);
      settle();
    }
  }

  /** Sets the clock to this moment without running anything. */
  public void setClock(String moment) {
    clock.set(Instant.parse(moment));
  }

  /** Lets time pass in one step, as if the machine had been asleep. */
  public void jump(Duration time) {
    clock.advance(time);
    settle();
  }

  /** Sends signed requests that no Slack client would send. */
  public Signed signed() {
    return new Signed(events(), TestSettings.SIGNING_SECRET);
  }

  public URI events() {
    return URI.create("http://127.0.0.1:" + bot.port() + "/slack/events");
  }

  @Override
  public void close() {
    bot.close();
    List<String> problems = slack.problems();
    slack.close();
    aws.close();
    log.close();
    log.assertHoldsNone(unlogged.all(slack, settings));
    assertThat(problems).as("what Slack would have complained about").isEmpty();
  }

  public InstantSource clock() {
    return clock;
  }
}
