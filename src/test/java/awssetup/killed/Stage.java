package awssetup.killed;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import awssetup.testkit.SharedClock;
import awssetup.testkit.TestSettings;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The packaged app in one or two processes between the stand-ins, and people who try again when
 * something did not work. A killed instance is started again: at once if it was the only one, and
 * after the scene if another one has to take over.
 */
final class Stage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What the app says when Slack did not answer it in time, as on a slow machine. */
  private static final String AGAIN = "try again in a moment";

  private static final int TRIES = 5;

  /** Each instance calls Slack and AWS by a host name of its own, which tells them apart. */
  private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

  final SharedClock clock;
  final SlackStandIn slack;
  final AwsStandIn aws;
  final Records records;
  private final Saboteur saboteur = new Saboteur(this::kill);
  private final Path directory;
  private final boolean inEarnest;
  private final String databaseUrl;
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private int scenes;
  private volatile String front = HOSTS.get(0);

  Stage(Path directory, String databaseUrl, int processes) {
    this(directory, databaseUrl, processes, World.START, false);
  }

  /** As operators run it: with the system's clock and the real heartbeats. */
  static Stage inEarnest(Path directory, String databaseUrl, int processes) {
    return new Stage(directory, databaseUrl, processes, Instant.now(), true);
  }

  private Stage(Path directory, String databaseUrl, int processes, Instant now, boolean inEarnest) {
    this.directory = directory;
    this.inEarnest = inEarnest;
    this.databaseUrl = databaseUrl;
    clock = SharedClock.in(directory.resolve("clock"));
    clock.set(now);
    slack = SlackStandIn.start(clock, 0, TestSettings.SIGNING_SECRET, TestSettings.BOT_TOKEN);
    aws = AwsStandIn.start(clock, 0);
    slack.settings().patience(Duration.ofSeconds(15));
    slack.observe(saboteur);
    aws.observe(saboteur.atAws());
    HOSTS.subList(0, processes).forEach(this::start);
    moveTo(front);
    records = new Records(databaseUrl);
    if (!inEarnest) {
      rest(); // Work begun before a jump of the clock would look abandoned after it.
    }
  }

  private void start(String host) {
    Optional.ofNullable(instances.get(host)).ifPresent(Instance::awaitEnd);
    Map<String, String> settings =
        TestSettings.between(
            reachedAs(host, slack.apiUrl()), reachedAs(host, aws.url()), databaseUrl);
    settings.put("OPS_CHANNEL", People.OPS);
    settings.put("REMINDER_DAYS", "MON-SUN");
    if (inEarnest) {
      settings.put("WATCH_INTERVAL", "PT1S");
    }
    instances.put(
        host,
        inEarnest
            ? Instance.serve(host, settings, directory)
            : Instance.start(host, settings, directory.resolve("clock"), directory));
  }

  private static URI reachedAs(String host, URI standIn) {
    return URI.create(standIn.toString().replace(HOSTS.get(0), host));
  }

  /** Sends SIGKILL to the instance that called this host. */
  void kill(String calledHost) {
    String host = calledHost.isEmpty() ? front : calledHost.replaceFirst(":.*", "");
    instances.get(host).kill();
  }

  private void moveTo(String host) {
    front = host;
    slack.deliverTo(instances.get(host).events());
  }

  /** The instance that gets people's requests. */
  Instance front() {
    return instances.get(front);
  }

  /** Makes sure that an instance is there to take requests. */
  private void recover() {
    if (instances.get(front).isAlive()) {
      return;
    }
    Optional<String> other =
        instances.keySet().stream().filter(host -> instances.get(host).isAlive()).findFirst();
    if (other.isEmpty()) {
      start(front);
    }
    moveTo(other.orElse(front));
  }

  /**
   * Plays a part of a journey until there is nothing left to do.
   *
   * @param point where the app is killed
   * @return the picture at its end
   */
  String play(Scene scene, Optional<FaultPoint> point) {
    saboteur.begin(scene.name(), point);
    clock.set(World.START.plus(scene.at()));
    moveTo(HOSTS.get(scenes++ % instances.size()));
    scene.action().accept(this);
    rest();
    clock.advance(Duration.ofMinutes(2));
    rest();
    instances.keySet().stream().filter(host -> !instances.get(host).isAlive()).forEach(this::start);
    moveTo(front);
    return picture();
  }

  /** Waits until all work that is due is done. A minute is enough to take over from the dead. */
  void rest() {
    Instant[] waitedSince = {null};
    await(
        "the loop comes to rest",
        () -> {
          recover();
          List<String> dead =
              instances.keySet().stream().filter(h -> !instances.get(h).isAlive()).toList();
          Records.Work work = records.work(clock.instant(), dead);
          if (work == Records.Work.LEFT_BY_THE_DEAD && waitedSince[0] == null) {
            waitedSince[0] = clock.instant();
            clock.advance(Duration.ofMinutes(1));
          }
          return work == Records.Work.NONE;
        });
  }

  List<FaultPoint> seen() {
    return saboteur.seen();
  }

  boolean hasStruck() {
    return saboteur.hasStruck();
  }

  // What people do

  /** Repeats something that opens a modal until the modal is open. */
  void opens(String who, Supplier<Delivery> doing) {
    for (int i = 0; i < TRIES; i++) {
      boolean struckBefore = saboteur.hasStruck();
      int told = ephemerals(who);
      insist(doing);
      await(
          "a modal",
          () -> hasView(who) || saboteur.hasStruck() != struckBefore || ephemerals(who) > told);
      recover();
      if (hasView(who)) {
        return;
      }
    }
    throw new AssertionError("no modal opens for " + who + ":\n" + logs());
  }

  private boolean hasView(String who) {
    return !slack.workspace().views(who).isEmpty();
  }

  /** Does something that gets an ephemeral answer; a killed app owes none. */
  void hears(String who, Supplier<Delivery> doing) {
    for (int i = 0; i < TRIES; i++) {
      int before = ephemerals(who);
      boolean struckBefore = saboteur.hasStruck();
      insist(doing);
      await("an answer", () -> ephemerals(who) > before || saboteur.hasStruck() != struckBefore);
      if (ephemerals(who) == before || !told(who).contains(AGAIN)) {
        return;
      }
    }
  }

  /** The text of the last ephemeral message for this person. */
  String told(String who) {
    List<StandInMessage> all = slack.workspace().ephemerals(People.ACME, who);
    return all.isEmpty() ? "" : MessageText.of(all.get(all.size() - 1));
  }

  private int ephemerals(String who) {
    return slack.workspace().ephemerals(People.ACME, who).size();
  }

  void submits(String who, Map<String, ?> fields) {
    JsonObject view = slack.workspace().views(who).get(slack.workspace().views(who).size() - 1);
    Delivery delivery =
        insist(
            () ->
                slack.submit(who, view.get("id").getAsString(), ModalFields.values(view, fields)));
    assertThat(delivery.fieldErrors()).isEmpty();
  }

  /** Tries again until it works or is refused, as people do. */
  Delivery insist(Supplier<Delivery> doing) {
    Delivery delivery = doing.get();
    for (int i = 0; i < TRIES && isToBeTriedAgain(delivery); i++) {
      recover();
      delivery = doing.get();
    }
    assertThat(delivery.ok()).as("%s%n%s", delivery, logs()).isTrue();
    return delivery;
  }

  private static boolean isToBeTriedAgain(Delivery delivery) {
    return delivery.body().contains(AGAIN) || !delivery.ok() && delivery.fieldErrors().isEmpty();
  }

  Delivery press(String who, String actionId, String choice) {
    StandInMessage card = card();
    return slack.press(
        who, People.ACME, card.ts(), MessageText.blockOf(card, actionId), actionId, choice);
  }

  private StandInMessage card() {
    return slack.workspace().messages(People.ACME).stream()
        .filter(m -> MessageText.key(m).contains(":card:"))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("no card"));
  }

  boolean offers(String actionId) {
    return card().blocks().toString().contains("\"action_id\":\"" + actionId + "\"");
  }

  String cardText() {
    return MessageText.of(card());
  }

  String handshake() {
    return aws.invitations().get(aws.invitations().size() - 1).handshakeId();
  }

  private String picture() {
    return Picture.of(slack, aws, records);
  }

  String logs() {
    StringBuilder logs = new StringBuilder();
    instances.values().forEach(instance -> logs.append(instance.log()));
    return logs.toString();
  }

  void await(String what, BooleanSupplier condition) {
    CountDownLatch pause = new CountDownLatch(1);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        assertThat(System.nanoTime()).as("%s%n%s", what, logs()).isLessThan(end);
        pause.await(10, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<String> problems() {
    return slack.problems();
  }

  @Override
  public void close() {
    records.close();
    instances.values().forEach(Instance::stop);
    slack.close();
    aws.close();
  }
}
