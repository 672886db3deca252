package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.GINA;
import static awssetup.testkit.People.OTTO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.LogWatch;
import awssetup.testkit.MessageText;
import awssetup.testkit.World;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Records what Slack sends in two whole journeys, twists it in thousands of ways, signs it and
 * posts it to the app after both setups have ended. Even a payload that is still right must not
 * change anything by then.
 */
class FuzzTest {
  private static final int SOME = 2_000;
  private static final int MANY = Integer.getInteger("fuzz.payloads", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_201L);
  private static final int CLIENTS = 6;
  private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @TempDir Path directory;
  private World world;
  private Wiretap wiretap;
  private URI app;
  private LogWatch heard;
  private final List<Appender<ILoggingEvent>> consoles = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    world = new World(directory);
    app = world.signed().events();
    wiretap = new Wiretap(app);
    world.slack.deliverTo(wiretap.url());
  }

  @AfterEach
  void close() {
    listen(false);
    world.slack.clearProblems();
    world.close();
    wiretap.close();
  }

  /** Collects the log instead of printing it, which would be thousands of lines. */
  private void listen(boolean on) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (on) {
      for (Iterator<Appender<ILoggingEvent>> i = root.iteratorForAppenders(); i.hasNext(); ) {
        consoles.add(i.next());
      }
      consoles.forEach(root::detachAppender);
      heard = LogWatch.begin();
    } else if (heard != null) {
      heard.close();
      consoles.forEach(root::addAppender);
      consoles.clear();
    }
  }

  @Test
  void no_payload_breaks_the_app_or_changes_anything() throws Exception {
    fuzz(SOME);
  }

  @Test
  @Tag("full")
  void ten_times_as_many_payloads_change_nothing_either() throws Exception {
    fuzz(MANY);
  }

  private void fuzz(int payloads) throws Exception {
    playAll();
    List<Wiretap.Sent> corpus = corpus();
    String before = dump();
    listen(true);
    AtomicInteger next = new AtomicInteger();
    AtomicLong slowest = new AtomicLong();
    Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    Instant began = Instant.now();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      work.add(
          () -> {
            HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int n = next.getAndIncrement(); n < payloads; n = next.getAndIncrement()) {
              Wiretap.Sent sent = corpus.get(new Random(SEED + n).nextInt(corpus.size()));
              Mutations.Body body = new Mutations(SEED * 31 + n).of(sent, isCareful(sent));
              long from = System.nanoTime();
              HttpResponse<String> answer = post(http, body);
              long took = System.nanoTime() - from;
              slowest.accumulateAndGet(took, Math::max);
              statuses
                  .computeIfAbsent(answer.statusCode(), s -> new AtomicInteger())
                  .incrementAndGet();
              String why = whatIsWrong(answer, took);
              if (why != null && wrong.size() < 20) {
                wrong.add(n + ": " + why + " to " + body.contentType() + " " + shown(body.bytes()));
              }
            }
            return null;
          });
    }
    for (Future<Void> client : clients.invokeAll(work)) {
      client.get();
    }
    clients.shutdown();
    Duration took = Duration.between(began, Instant.now());
    listen(false);
    System.out.printf(
        "%,d payloads, seed %d, in %.1f s; answers %s; the slowest after %d ms; %,d log lines%n",
        payloads,
        SEED,
        took.toMillis() / 1000.0,
        statuses,
        slowest.get() / 1_000_000,
        heard.lines().size());
    assertThat(wrong).as("seed " + SEED).isEmpty();
    assertThat(dump()).isEqualTo(before);
    assertThat(heard.lines()).hasSizeLessThanOrEqualTo(payloads);
    assertThat(heard.lines())
        .noneMatch(line -> line.contains("Hush hush") || line.contains("carla@acme.example"));
  }

  private static String whatIsWrong(HttpResponse<String> answer, long nanos) {
    if (answer.statusCode() < 200 || answer.statusCode() >= 500) {
      return "status " + answer.statusCode();
    }
    if (nanos > SLACKS_PATIENCE.toNanos()) {
      return "answered after " + nanos / 1_000_000 + " ms";
    }
    return Stream.of("\tat ", "Exception", "java.", "com.slack", "jetty")
        .filter(answer.body()::contains)
        .findFirst()
        .map(trace -> "answer with " + trace)
        .orElse(null);
  }

  private static String shown(byte[] body) {
    String text = new String(body, UTF_8);
    return text.substring(0, Math.min(600, text.length()));
  }

  private HttpResponse<String> post(HttpClient http, Mutations.Body body) throws Exception {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    return http.send(
        HttpRequest.newBuilder(app)
            .header("Content-Type", body.contentType())
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", world.signed().signature(timestamp, body.bytes()))
            .POST(BodyPublishers.ofByteArray(body.bytes()))
            .build(),
        BodyHandlers.ofString());
  }

  // What Slack sends

  private void playAll() {
    world.invited();
    world.press(CARLA, "open_invitation");
    world.press(CARLA, "open_bootstrap");
    world.press(CARLA, "check_now");
    world.press(CARLA, "snooze", "3");
    world.type(ERIN, "/aws-setup new");
    world.submit(ERIN, Map.of("customer_name", "Acme Labs", "option", "new_account"));
    world.press(CARLA, "switch_to_transfer");
    world.press(ERIN, "switch_to_new");
    world.press(CARLA, "enter_details");
    world.submit(
        CARLA,
        Map.of(
            "root_email",
            "aws-root@acme.example",
            "account_name",
            "Acme Labs",
            "card_ready",
            List.of("ready"),
            "contact_name",
            "Carla Customer",
            "contact_email",
            "carla@acme.example",
            "contact_phone",
            "+49 30 1234567"));
    world.press(CARLA, "report_account");
    world.submit(
        CARLA, Map.of("account_id", "333344445555", "preparation", List.of("root_mfa", "scps")));
    pick("/aws-setup remind", "pick_remind");
    pick("/aws-setup cancel", "pick_cancel");
    cancel();
    world.type(ERIN, "/aws-setup cancel");
    cancel();
    for (String word : List.of("status", "remind", "cancel", "history", "help")) {
      world.type(ERIN, "/aws-setup " + word);
    }
    world.type(ERIN, "/aws-status");
    world.slack.openHome(ERIN);
    world.slack.channels().changeId("C0RANDOM", "C0RENAMED");
    world.slack.channels().inviteApp("C0RENAMED");
    world.slack.channels().archive("C0RENAMED");
    world.slack.channels().unarchive("C0RENAMED");
    world.slack.channels().removeApp("C0RENAMED");
    world.pass(AN_HOUR);
    assertThat(dumpQuietly()).contains("cancelled");
  }

  private void cancel() {
    assertThat(world.submit(ERIN, Map.of("reason", "The customer changed their mind")).ok())
        .isTrue();
  }

  /** Chooses the first of several setups. */
  private void pick(String command, String actionId) {
    world.type(ERIN, command);
    var question =
        world.slack.workspace().ephemerals(ACME, ERIN).stream()
            .filter(m -> m.blocks() != null && m.blocks().toString().contains(actionId))
            .reduce((a, b) -> b)
            .orElseThrow();
    JsonObject select =
        question
            .blocks()
            .get(1)
            .getAsJsonObject()
            .getAsJsonArray("elements")
            .get(0)
            .getAsJsonObject();
    String first =
        select.getAsJsonArray("options").get(0).getAsJsonObject().get("value").getAsString();
    world.slack.press(
        ERIN, ACME, question.ts(), MessageText.blockOf(question, actionId), actionId, first);
    world.settle();
  }

  /** All payloads as recorded, the same from other people, and two that Slack sends to any app. */
  private List<Wiretap.Sent> corpus() {
    List<Wiretap.Sent> all = new ArrayList<>();
    for (Wiretap.Sent sent : wiretap.heard()) {
      if (!startsSomething(sent)) {
        all.add(sent);
      }
      for (String other : List.of(OTTO, GINA, "U0NOBODY", CARLA)) {
        all.add(
            new Wiretap.Sent(
                sent.contentType(), sent.body().replace(ERIN, other).replace(CARLA, other)));
      }
    }
    all.add(new Wiretap.Sent("application/x-www-form-urlencoded", "ssl_check=1&token=" + "x"));
    all.add(
        new Wiretap.Sent(
            "application/json", "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}"));
    String kinds = String.join(" ", all.stream().map(Wiretap.Sent::body).toList());
    assertThat(kinds)
        .contains(
            "start_setup",
            "transfer_details",
            "new_account_details",
            "account_ready",
            "review_invitation",
            "cancel_setup",
            "pick_remind",
            "pick_cancel",
            "open_bootstrap",
            "open_invitation",
            "check_now",
            "snooze",
            "switch_to_transfer",
            "switch_to_new",
            "report_account",
            "app_home_opened",
            "channel_id_changed");
    return all;
  }

  private static boolean isCareful(Wiretap.Sent sent) {
    return sent.body().contains("command=%2F") && sent.body().contains(ERIN);
  }

  /** An engineer's command that opens the start form; it rightly stores a draft. */
  private static boolean startsSomething(Wiretap.Sent sent) {
    return isCareful(sent) && sent.body().matches(".*&text=(|transfer|new)(&.*|$)");
  }

  // What is stored

  private String dumpQuietly() {
    try {
      return dump();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** All rows but those of the Home tab, because a twisted payload may still open the tab. */
  private String dump() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("bot.db"));
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'home_tabs'"
                  + " ORDER BY name")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        all.append(table).append('\n');
        try (ResultSet rows =
            statement.executeQuery("SELECT * FROM " + table + " ORDER BY rowid")) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              all.append(rows.getString(i)).append('\t');
            }
            all.append('\n');
          }
        }
      }
    }
    return all.toString();
  }
}
