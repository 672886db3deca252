package awssetup.bench;

import awssetup.sandbox.slack.api.SlackCall;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.setup.ChannelId;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.testkit.AppUnderTest;
import awssetup.testkit.People;
import awssetup.testkit.TestClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Very many reminders are due at one moment, with a Slack that refuses calls above its rate limits.
 * The clock moves by a second as soon as everything that is due is done.
 */
final class ManyReminders implements AutoCloseable {
  private static final Instant STARTED = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant DUE = STARTED.plus(Duration.ofHours(26));
  private static final List<Integer> HOW_MANY =
      Stream.of(System.getProperty("bench.reminders", "1000,10000").split(","))
          .map(Integer::valueOf)
          .toList();
  private static final int CHANNELS = 200;
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final String POST = "chat.postMessage";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int CLICKS = 5;
  private static final Duration BETWEEN_CLICKS = Duration.ofSeconds(30);

  private final Report report;
  private final TestClock clock = new TestClock(STARTED);
  private final BenchWorld world;
  private final List<SetupId> setups;
  private final AppUnderTest bot;
  private final Map<String, Integer> calls = new TreeMap<>();
  private int refused;
  private int clicks;
  private Duration longestClick = Duration.ZERO;

  private ManyReminders(Report report, Path directory, int howMany) {
    this.report = report;
    world = new BenchWorld(clock, directory);
    for (int i = 0; i < CHANNELS; i++) {
      world
          .slack
          .workspace()
          .put(StandInChannel.open(channel(i), "many-" + i, People.ERIN, People.BOT));
    }
    setups = Seed.setups(world.database, howMany, STARTED, STARTED, ManyReminders::inItsChannel);
    world.slack.settings().enforceRateLimits(true);
    bot = AppUnderTest.start(world.settings(), clock);
    world.slack.deliverTo(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
  }

  private static Setup inItsChannel(int number, Setup setup) {
    Setup.Facts facts = setup.facts();
    facts.channel = new ChannelId(channel(number % CHANNELS));
    facts.customerContact = Optional.of(People.Ids.CARLA);
    return facts.toSetup();
  }

  private static String channel(int number) {
    return "C0MANY" + number;
  }

  static void run(Report report, Path directory) throws Exception {
    for (int howMany : HOW_MANY) {
      Path its = directory.resolve("reminders-" + howMany);
      try (ManyReminders many = new ManyReminders(report, its, howMany)) {
        many.measure();
      }
    }
  }

  private void measure() {
    passUntil(":card:", Optional.empty());
    clock.set(DUE);
    calls.clear();
    long wall = System.nanoTime();
    Instant last = passUntil(":reminder:", Optional.of(DUE.plus(BETWEEN_CLICKS)));
    wall = System.nanoTime() - wall;
    Map<String, Integer> said = said(":reminder:");
    report.row(
        "reminders due at once",
        "%,d in %d channels, at Slack's limits; in one process with the stand-in"
            .formatted(setups.size(), CHANNELS),
        "all posted after %d min %02d s; %s; %d times 429; lost %d, twice %d; a new setup's card"
            + " in between: after %d s at the most (%d asked for); %.0f s of real time",
        Duration.between(DUE, last).toMinutes(),
        Duration.between(DUE, last).toSecondsPart(),
        calls,
        refused,
        setups.stream().filter(id -> !said.containsKey(id.value())).count(),
        said.values().stream().filter(times -> times > 1).count(),
        longestClick.toSeconds(),
        clicks,
        wall / 1e9);
  }

  /**
   * Runs until each setup has this message. From a moment on, people start more setups.
   *
   * @return when the last one was posted
   */
  private Instant passUntil(String key, Optional<Instant> click) {
    Instant end = clock.instant().plus(LONGEST);
    Instant nextClick = click.orElse(Instant.MAX);
    int posted = 0;
    for (; ; clock.advance(SECOND)) {
      bot.runAllDue();
      if (clicks < CLICKS && !clock.instant().isBefore(nextClick)) {
        posted += click(key, end);
        clicks++;
        nextClick = nextClick.plus(BETWEEN_CLICKS);
      }
      posted += count(key);
      if (posted >= setups.size()) {
        return clock.instant();
      }
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException(posted + " posted within " + LONGEST);
      }
    }
  }

  /** Reads the calls of this second; returns how many of them posted such a message. */
  private int count(String key) {
    int messages = 0;
    int inThisSecond = 0;
    for (SlackCall call : world.slack.calls()) {
      if (call.at().equals(clock.instant())) {
        inThisSecond++;
        calls.merge(call.method(), 1, Integer::sum);
        String error = call.answer().has("error") ? call.answer().get("error").getAsString() : "";
        refused += error.equals("ratelimited") ? 1 : 0;
        boolean said = call.method().equals(POST) && call.arguments().toString().contains(key);
        messages += said && error.isEmpty() && !isNew(call) ? 1 : 0;
      }
    }
    if (inThisSecond >= 2_000) {
      throw new IllegalStateException("the stand-in does not remember all calls of this second");
    }
    return messages;
  }

  private static boolean isNew(SlackCall call) {
    return call.arguments().get("channel").getAsString().equals(People.ACME);
  }

  /**
   * Starts a setup as an engineer does, and waits for its card.
   *
   * @return how many such messages came until then
   */
  private int click(String key, Instant atMost) {
    int messages = 0;
    int before = cardsOfNew();
    Instant from = clock.instant();
    world.open(People.ACME, "/aws-setup transfer");
    world.submit(Map.of("customer_name", "Acme"));
    bot.runAllDue();
    while (cardsOfNew() == before) {
      if (clock.instant().isAfter(atMost)) {
        throw new IllegalStateException("no card within " + LONGEST);
      }
      messages += count(key);
      clock.advance(SECOND);
      bot.runAllDue();
    }
    Duration took = Duration.between(from, clock.instant());
    longestClick = took.compareTo(longestClick) > 0 ? took : longestClick;
    return messages;
  }

  private int cardsOfNew() {
    return world.slack.workspace().messages(People.ACME).size();
  }

  /** How often each setup has such a message, by its id. */
  private Map<String, Integer> said(String kind) {
    Map<String, Integer> said = new HashMap<>();
    for (int i = 0; i < CHANNELS; i++) {
      for (StandInMessage message : world.slack.workspace().messages(channel(i))) {
        String key = message.blocks().get(0).getAsJsonObject().get("block_id").getAsString();
        if (key.contains(kind)) {
          said.merge(key.substring(0, key.indexOf(':')), 1, Integer::sum);
        }
      }
    }
    return said;
  }

  @Override
  public void close() {
    bot.close();
    world.close();
  }
}
