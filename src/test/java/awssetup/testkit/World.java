package awssetup.testkit;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.GLOBEX_ACCOUNT;
import static awssetup.testkit.People.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.store.Database;
import awssetup.testkit.DataUnderTest.Run;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;

/**
 * The whole app on a free port between the two stand-ins, with one fake clock, and the people of
 * two companies who use it. What is due runs on the test's thread. Closing fails on anything that
 * Slack would have complained of.
 */
public final class World implements AutoCloseable {
  /** A Tuesday, 10:00 in Berlin, so that everybody's working day is ahead. */
  public static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

  public static final String INVITE = "InviteOrganizationToTransferResponsibility";

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  public final TestClock clock = new TestClock(START);
  public final SlackStandIn slack;
  public final AwsStandIn aws;
  private final Map<String, String> settings;
  private final LogWatch log = LogWatch.begin();
  private final Set<String> typed = new HashSet<>();
  private AppUnderTest bot;

  public World(Path directory) {
    this(directory, Map.of());
  }

  public World(Path directory, Map<String, String> more) {
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

  /** Starts the app again, which was stopped, on another database. */
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

  /** Stops the app; whatever happens until {@link #restart} happens without it. */
  public void stop() {
    bot.close();
  }

  /** Runs everything that is due by now. */
  public void settle() {
    bot.runDue();
  }

  /** Work is taken for dead that is under way, and what is due is looked for once. */
  public void takeForDead() {
    bot.takeForDead();
    bot.lookOnce();
  }

  /** Time passes while the database may be out of order: what is due is tried once a step. */
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

  /** Lets time pass in steps of a quarter of an hour, as it passes for real. */
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

  /** The clock stands at this moment, and nothing has run yet. */
  public void setClock(String moment) {
    clock.set(Instant.parse(moment));
  }

  /** Time passes at once, as over an outage. */
  public void jump(Duration time) {
    clock.advance(time);
    settle();
  }

  // What people do

  public Delivery type(String who, String text) {
    return type(who, ACME, text);
  }

  public Delivery type(String who, String channel, String text) {
    Delivery delivery = slack.type(who, channel, text);
    settle();
    return delivery;
  }

  /** Types a command and reads what it answers, for this person only. */
  public String answer(String who, String text) {
    return answer(who, ACME, text);
  }

  public String answer(String who, String channel, String text) {
    assertThat(type(who, channel, text).ok()).isTrue();
    List<StandInMessage> all = slack.workspace().ephemerals(channel, who);
    assertThat(all).as("an answer").isNotEmpty();
    return textOf(all.get(all.size() - 1));
  }

  /** Presses a button of the newest card. */
  public Delivery press(String who, String actionId) {
    return press(who, actionId, null);
  }

  public Delivery press(String who, String actionId, String choice) {
    StandInMessage card = card();
    Delivery delivery =
        slack.press(who, ACME, card.ts(), blockOf(card, actionId), actionId, choice);
    settle();
    return delivery;
  }

  /** Presses a button on a certain message of the channel. */
  public Delivery pressOn(StandInMessage message, String who, String actionId) {
    Delivery delivery =
        slack.press(
            who, message.channel(), message.ts(), blockOf(message, actionId), actionId, null);
    settle();
    return delivery;
  }

  /** Submits the modal in front of somebody; a list stands for ticked boxes. */
  public Delivery submit(String who, Map<String, ?> fields) {
    JsonObject view = view(who);
    fields.values().forEach(this::remember);
    Delivery delivery = slack.submit(who, view.get("id").getAsString(), values(view, fields));
    settle();
    return delivery;
  }

  /** The IDs of accounts and of people in Slack are no secret: the log tells them, as other ids. */
  private void remember(Object value) {
    String text = value.toString().strip();
    boolean free =
        value instanceof String && !text.matches("[0-9 -]*|[a-z_]*|[0-9]{4}-[0-9]{2}|U0[A-Z]+");
    if (free && text.length() > 3) {
      typed.add(text);
    }
  }

  /** What must not reach the log: all that was typed, and all that opens a door. */
  private Set<String> hushed() {
    Set<String> all = new HashSet<>(typed);
    all.addAll(
        List.of(
            TestSettings.SIGNING_SECRET,
            TestSettings.EXTERNAL_ID_SECRET,
            settings.get("SLACK_BOT_TOKEN"),
            settings.get("AWS_SECRET_ACCESS_KEY"),
            TestSettings.externalId(ACCOUNT),
            TestSettings.externalId(GLOBEX_ACCOUNT),
            slack.apiUrl().resolve("/response/").toString()));
    slack.calls().stream()
        .map(call -> call.arguments().get("trigger_id"))
        .filter(trigger -> trigger != null && trigger.isJsonPrimitive())
        .map(JsonElement::getAsString)
        .forEach(all::add);
    return all;
  }

  /** What fields hold, in the form in which Slack sends it. */
  public static JsonObject values(JsonObject view, Map<String, ?> fields) {
    JsonObject values = new JsonObject();
    fields.forEach(
        (field, value) -> {
          JsonObject element = new JsonObject();
          JsonObject input = elementOf(view, field);
          String type = input.get("type").getAsString();
          if (value instanceof List<?> ticked) {
            JsonArray options = new JsonArray();
            ticked.forEach(t -> options.add(option(t.toString())));
            element.add("selected_options", options);
          } else if (type.equals("radio_buttons") || type.equals("static_select")) {
            element.add("selected_option", option(value.toString()));
          } else {
            element.addProperty("value", value.toString());
          }
          element.addProperty("type", type);
          JsonObject action = new JsonObject();
          action.add(field, element);
          values.add(field, action);
        });
    return values;
  }

  private static JsonObject option(String value) {
    JsonObject option = new JsonObject();
    option.addProperty("value", value);
    return option;
  }

  // What people see

  public JsonObject view(String who) {
    List<JsonObject> views = slack.workspace().views(who);
    assertThat(views).as("a modal in front of " + who).isNotEmpty();
    return views.get(views.size() - 1);
  }

  public boolean hasView(String who) {
    return !slack.workspace().views(who).isEmpty();
  }

  public static JsonObject elementOf(JsonObject view, String field) {
    for (JsonElement block : view.getAsJsonArray("blocks")) {
      JsonObject object = block.getAsJsonObject();
      if (object.has("block_id") && object.get("block_id").getAsString().equals(field)) {
        return object.getAsJsonObject("element");
      }
    }
    throw new AssertionError("the modal has no field " + field);
  }

  /** All cards of the channel, oldest first. */
  public List<StandInMessage> cards() {
    return slack.workspace().messages(ACME).stream()
        .filter(m -> m.threadTs() == null || m.threadTs().equals(m.ts()))
        .filter(m -> key(m).contains(":card:"))
        .toList();
  }

  public StandInMessage card() {
    List<StandInMessage> cards = cards();
    assertThat(cards).as("a card in the channel").isNotEmpty();
    return cards.get(cards.size() - 1);
  }

  public String cardText() {
    return textOf(card());
  }

  /** The messages in the card's thread, as people read them, oldest first. */
  public List<String> thread() {
    return slack.workspace().thread(ACME, card().ts()).stream()
        .filter(m -> !m.ts().equals(card().ts()))
        .map(World::textOf)
        .toList();
  }

  public List<StandInMessage> threadMessages() {
    return slack.workspace().thread(ACME, card().ts()).stream()
        .filter(m -> !m.ts().equals(card().ts()))
        .toList();
  }

  public List<String> reminders() {
    return threadMessages().stream()
        .filter(m -> key(m).contains(":reminder:"))
        .map(World::textOf)
        .toList();
  }

  /** When the reminders were posted, such as "Wed 2 09:00", in UTC. */
  public List<String> remindedAt() {
    return threadMessages().stream()
        .filter(m -> key(m).contains(":reminder:"))
        .map(
            m -> DAY_AND_TIME.format(Instant.ofEpochSecond(Long.parseLong(m.ts().split("\\.")[0]))))
        .toList();
  }

  public String lastReminder() {
    List<String> reminders = reminders();
    assertThat(reminders).as("reminders").isNotEmpty();
    return reminders.get(reminders.size() - 1);
  }

  /** What the operations channel has heard of single setups. */
  public List<String> ops() {
    return slack.workspace().messages(OPS).stream()
        .filter(m -> !key(m).startsWith("digest:"))
        .map(World::textOf)
        .toList();
  }

  /** The morning digests, by day. */
  public Map<String, String> digests() {
    return slack.workspace().messages(OPS).stream()
        .filter(m -> key(m).startsWith("digest:"))
        .collect(
            Collectors.toMap(
                m -> key(m).substring("digest:".length()),
                World::textOf,
                (once, twice) -> {
                  throw new AssertionError("posted twice: " + once);
                },
                TreeMap::new));
  }

  /** The thread's messages that say this. */
  public List<String> said(String words) {
    return thread().stream().filter(t -> t.contains(words)).toList();
  }

  public String lastSaid() {
    List<String> thread = thread();
    assertThat(thread).as("the thread").isNotEmpty();
    return thread.get(thread.size() - 1);
  }

  /** How often AWS was asked for an invitation. */
  public int inviteCalls() {
    return calls(INVITE);
  }

  public int calls(String operation) {
    return (int) aws.calls().stream().filter(c -> c.operation().equals(operation)).count();
  }

  /** How often the Web API was asked for this. */
  public int slackCalls(String method) {
    return (int) slack.calls().stream().filter(c -> c.method().equals(method)).count();
  }

  /** Marks that stand in a channel more than once. */
  public List<String> postedTwice(String channel) {
    List<String> keys =
        slack.workspace().messages(channel).stream()
            .map(World::key)
            .filter(key -> !key.isEmpty())
            .toList();
    return keys.stream().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).toList();
  }

  /** Reads the newest ephemeral message that comes of something. */
  public String told(String who, Runnable doing) {
    int before = ephemerals(who);
    doing.run();
    return ephemeral(who, before + 1);
  }

  /** Waits for an ephemeral message, which is sent beside the request, and reads the newest. */
  public String ephemeral(String who, int atLeast) {
    await(() -> slack.workspace().ephemerals(ACME, who).size() >= atLeast);
    List<StandInMessage> all = slack.workspace().ephemerals(ACME, who);
    return textOf(all.get(all.size() - 1));
  }

  public int ephemerals(String who) {
    return slack.workspace().ephemerals(ACME, who).size();
  }

  /** Opens somebody's Home tab and reads it. */
  public String home(String who) {
    slack.openHome(who);
    await(() -> slack.workspace().home(who).isPresent());
    return slack.workspace().home(who).orElseThrow().toString();
  }

  public void await(Supplier<Boolean> condition) {
    CountDownLatch there = new CountDownLatch(1);
    AutoCloseable listening =
        slack.onChange(
            () -> {
              if (condition.get()) {
                there.countDown();
              }
            });
    try {
      assertThat(condition.get() || there.await(5, TimeUnit.SECONDS))
          .as("what was waited for came")
          .isTrue();
      listening.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static String key(StandInMessage message) {
    JsonArray blocks = message.blocks();
    return blocks == null || blocks.isEmpty() || !blocks.get(0).getAsJsonObject().has("block_id")
        ? ""
        : blocks.get(0).getAsJsonObject().get("block_id").getAsString();
  }

  /** Everything that a person reads in a message, blocks included. */
  public static String textOf(StandInMessage message) {
    List<String> texts = new ArrayList<>();
    if (message.blocks() == null || message.blocks().isEmpty()) {
      texts.add(message.text());
    } else {
      collect(message.blocks(), texts);
    }
    return String.join("\n", texts);
  }

  private static void collect(JsonElement element, List<String> texts) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(e -> collect(e, texts));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      object
          .entrySet()
          .forEach(
              entry -> {
                if (entry.getKey().equals("text") && entry.getValue().isJsonPrimitive()) {
                  texts.add(entry.getValue().getAsString());
                } else {
                  collect(entry.getValue(), texts);
                }
              });
    }
  }

  public static String blockOf(StandInMessage message, String actionId) {
    for (JsonElement block : message.blocks()) {
      JsonObject object = block.getAsJsonObject();
      if (object.has("elements")) {
        for (JsonElement element : object.getAsJsonArray("elements")) {
          JsonObject e = element.getAsJsonObject();
          if (e.has("action_id") && e.get("action_id").getAsString().equals(actionId)) {
            return object.get("block_id").getAsString();
          }
        }
      }
    }
    throw new AssertionError("no button " + actionId + " on:\n" + textOf(message));
  }

  public boolean offers(String actionId) {
    return card().blocks().toString().contains("\"action_id\":\"" + actionId + "\"");
  }

  public String handshake() {
    var invitations = aws.invitations();
    assertThat(invitations).as("an invitation at AWS").isNotEmpty();
    return invitations.get(invitations.size() - 1).handshakeId();
  }

  public String transfer() {
    var invitations = aws.invitations();
    return invitations.get(invitations.size() - 1).transferId();
  }

  public void deployRole() {
    aws.deployRole(ACCOUNT, TestSettings.ROLE, TestSettings.externalId(ACCOUNT));
  }

  // Shortcuts to a state

  public void startTransfer() {
    assertThat(type(ERIN, "/aws-setup transfer").ok()).isTrue();
    assertThat(
            submit(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA)).ok())
        .isTrue();
  }

  public static Map<String, String> details() {
    return details(ACCOUNT);
  }

  public void enterDetails() {
    press(CARLA, "enter_details");
    assertThat(submit(CARLA, details()).fieldErrors()).isEmpty();
  }

  /** Another customer's details. */
  public static Map<String, String> details(String account) {
    return Map.of(
        "account_id",
        account,
        "contact_name",
        "Carla Customer",
        "contact_email",
        "carla@acme.example");
  }

  public void correctAccount(String account) {
    press(CARLA, "enter_details");
    assertThat(submit(CARLA, details(account)).fieldErrors()).isEmpty();
  }

  public void review() {
    press(ERIN, "review_invitation");
    assertThat(submit(ERIN, Map.of()).fieldErrors()).isEmpty();
  }

  public void invited() {
    startTransfer();
    enterDetails();
    review();
    assertThat(aws.invitations()).hasSize(1);
  }

  public void accepted() {
    invited();
    aws.accept(handshake());
    jump(Duration.ofMinutes(2));
    press(CARLA, "check_now");
    assertThat(cardText()).contains("2 of 3");
  }

  /** An engineer invites the customer's account by hand, past the bot. */
  public void inviteInTheConsole() {
    inviteInTheConsole("2027-01-01T00:00:00Z");
  }

  public void inviteInTheConsole(String startsAt) {
    inviteInTheConsole(ACCOUNT, startsAt);
  }

  public void inviteInTheConsole(String account, String startsAt) {
    try (OrganizationsClient console =
        OrganizationsClient.builder()
            .endpointOverride(aws.url())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        TestSettings.ACCESS_KEY_ID, TestSettings.SECRET_ACCESS_KEY)))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      console.inviteOrganizationToTransferResponsibility(
          r ->
              r.type(ResponsibilityTransferType.BILLING)
                  .target(t -> t.id(account).type(HandshakePartyType.ACCOUNT))
                  .startTimestamp(Instant.parse(startsAt))
                  .sourceName("By hand"));
    }
  }

  /** Plays what is left of the journey, so that its end shows that nothing is stuck. */
  public void goesOnToTheEnd() {
    aws.accept(handshake());
    deployRole();
    press(CARLA, "check_now");
    assertIsComplete();
  }

  public void assertIsComplete() {
    assertThat(cardText()).contains("3 of 3", "Complete");
    assertThat(said("is complete")).hasSize(1);
    assertThat(postedTwice(ACME)).isEmpty();
  }

  /** Sends a request as Slack would that no client of Slack's would send. */
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
    log.assertHoldsNone(hushed());
    assertThat(problems).as("what Slack would have complained of").isEmpty();
  }

  public InstantSource clock() {
    return clock;
  }
}
