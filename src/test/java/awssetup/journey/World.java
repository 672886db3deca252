package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.slack.receive.Signed;
import awssetup.store.Database;
import awssetup.testkit.AppUnderTest;
import awssetup.testkit.DataUnderTest;
import awssetup.testkit.DataUnderTest.Run;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
  public static final String ERIN = "U0ENGINEER";
  static final String SAM = "U0SECOND";
  public static final String CARLA = "U0CUSTOMER";
  static final String COLIN = "U0COLLEAGUE";
  static final String GINA = "U0GUEST";
  static final String OTTO = "U0OUTSIDER";
  public static final String ACME = "C0ACME";
  static final String GLOBEX = "C0GLOBEX";
  public static final String OPS = "C0OPS";
  static final String RANDOM = "C0RANDOM";
  public static final String ACCOUNT = "222233334444";
  static final String GLOBEX_ACCOUNT = "333344445555";
  static final String BOT = "U0BOT";
  public static final String ROLE = "EssentialsBootstrapRole";

  /** A Tuesday, 10:00 in Berlin, so that everybody's working day is ahead. */
  public static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

  static final String INVITE = "InviteOrganizationToTransferResponsibility";

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final String SECRET = "signing-secret-of-the-test";
  public static final String EXTERNAL_ID_SECRET = "a-secret-only-we-know";

  final FakeClock clock = new FakeClock(START);
  final SlackStandIn slack;
  final AwsStandIn aws;
  private final Map<String, String> settings = new HashMap<>();
  private final LogWatch log = LogWatch.begin();
  private final Set<String> typed = new HashSet<>();
  private AppUnderTest bot;

  World(Path directory) {
    this(directory, Map.of());
  }

  World(Path directory, Map<String, String> more) {
    slack = SlackStandIn.start(clock, 0, SECRET, "xoxb-token-of-the-test");
    aws = AwsStandIn.start(clock, 0);
    settings.put("SLACK_BOT_TOKEN", "xoxb-token-of-the-test");
    settings.put("SLACK_SIGNING_SECRET", SECRET);
    settings.put("SLACK_API_URL", slack.apiUrl().toString());
    settings.put("PORT", "0");
    settings.put("DATABASE_URL", "jdbc:sqlite:" + directory.resolve("bot.db"));
    settings.put("AWS_ACCESS_KEY_ID", "AKIATEST");
    settings.put("AWS_SECRET_ACCESS_KEY", "secretkeyofthetest");
    settings.put("AWS_ENDPOINT_URL_ORGANIZATIONS", aws.url().toString());
    settings.put("AWS_ENDPOINT_URL_STS", aws.url().toString());
    settings.put("BOOTSTRAP_ROLE_NAME", ROLE);
    settings.put("BOOTSTRAP_EXTERNAL_ID_SECRET", EXTERNAL_ID_SECRET);
    settings.put("BOOTSTRAP_TEMPLATE_URL", "https://bucket.s3.us-east-1.amazonaws.com/role.yaml");
    settings.put("BOOTSTRAP_STACK_NAME", "bootstrap-role");
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
  void restart() {
    bot.close();
    start();
  }

  /** Stops the app and starts it again on another database. */
  void restartOn(String databaseUrl) {
    settings.put("DATABASE_URL", databaseUrl);
    restart();
  }

  /** Starts the app again, which was stopped, on another database. */
  void startOn(String databaseUrl) {
    settings.put("DATABASE_URL", databaseUrl);
    start();
  }

  /** Runs one of the app's other commands, beside the app or without it. */
  Run command(String... words) {
    return DataUnderTest.run(settings, words);
  }

  /** Starts the stopped app with these settings changed. */
  void restartWith(Map<String, String> changed) {
    settings.putAll(changed);
    start();
  }

  String databaseUrl() {
    return settings.get("DATABASE_URL");
  }

  /** Stops the app; whatever happens until {@link #restart} happens without it. */
  void stop() {
    bot.close();
  }

  /** Runs everything that is due by now. */
  void settle() {
    bot.runDue();
  }

  /** Looks once for what is due by now, while other work may be running. */
  void settleOnce() {
    bot.lookOnce();
  }

  /** Work is taken for dead that is under way, and what is due is looked for once. */
  void takeForDead() {
    bot.takeForDead();
    bot.lookOnce();
  }

  /** Time passes while the database may be out of order: what is due is tried once a step. */
  void passTrying(Duration time, Duration step) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.advance(step);
      bot.lookOnce();
    }
  }

  /** The store that the app has open. */
  Database database() {
    return bot.database();
  }

  /** What has been logged since the world began. */
  LogWatch log() {
    return log;
  }

  /** Lets time pass in steps of a quarter of an hour, as it passes for real. */
  void pass(Duration time) {
    passUntil(clock.instant().plus(time), Duration.ofMinutes(15));
  }

  /** Lets time pass in steps of an hour. */
  void passUntil(String moment) {
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
  void setClock(String moment) {
    clock.set(Instant.parse(moment));
  }

  /** Time passes at once, as over an outage. */
  void jump(Duration time) {
    clock.advance(time);
    settle();
  }

  // What people do

  Delivery type(String who, String text) {
    return type(who, ACME, text);
  }

  Delivery type(String who, String channel, String text) {
    Delivery delivery = slack.type(who, channel, text);
    settle();
    return delivery;
  }

  /** Types a command and reads what it answers, for this person only. */
  String answer(String who, String text) {
    return answer(who, ACME, text);
  }

  String answer(String who, String channel, String text) {
    assertThat(type(who, channel, text).ok()).isTrue();
    List<StandInMessage> all = slack.workspace().ephemerals(channel, who);
    assertThat(all).as("an answer").isNotEmpty();
    return textOf(all.get(all.size() - 1));
  }

  /** Presses a button of the newest card. */
  Delivery press(String who, String actionId) {
    return press(who, actionId, null);
  }

  Delivery press(String who, String actionId, String choice) {
    StandInMessage card = card();
    Delivery delivery =
        slack.press(who, ACME, card.ts(), blockOf(card, actionId), actionId, choice);
    settle();
    return delivery;
  }

  /** Presses a button on a certain message of the channel. */
  Delivery pressOn(StandInMessage message, String who, String actionId) {
    Delivery delivery =
        slack.press(
            who, message.channel(), message.ts(), blockOf(message, actionId), actionId, null);
    settle();
    return delivery;
  }

  /** Submits the modal in front of somebody; a list stands for ticked boxes. */
  Delivery submit(String who, Map<String, ?> fields) {
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
            SECRET,
            EXTERNAL_ID_SECRET,
            settings.get("SLACK_BOT_TOKEN"),
            settings.get("AWS_SECRET_ACCESS_KEY"),
            externalId(ACCOUNT),
            externalId(GLOBEX_ACCOUNT),
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

  JsonObject view(String who) {
    List<JsonObject> views = slack.workspace().views(who);
    assertThat(views).as("a modal in front of " + who).isNotEmpty();
    return views.get(views.size() - 1);
  }

  boolean hasView(String who) {
    return !slack.workspace().views(who).isEmpty();
  }

  static JsonObject elementOf(JsonObject view, String field) {
    for (JsonElement block : view.getAsJsonArray("blocks")) {
      JsonObject object = block.getAsJsonObject();
      if (object.has("block_id") && object.get("block_id").getAsString().equals(field)) {
        return object.getAsJsonObject("element");
      }
    }
    throw new AssertionError("the modal has no field " + field);
  }

  /** All cards of the channel, oldest first. */
  List<StandInMessage> cards() {
    return slack.workspace().messages(ACME).stream()
        .filter(m -> m.threadTs() == null || m.threadTs().equals(m.ts()))
        .filter(m -> key(m).contains(":card:"))
        .toList();
  }

  StandInMessage card() {
    List<StandInMessage> cards = cards();
    assertThat(cards).as("a card in the channel").isNotEmpty();
    return cards.get(cards.size() - 1);
  }

  String cardText() {
    return textOf(card());
  }

  /** The messages in the card's thread, as people read them, oldest first. */
  List<String> thread() {
    return slack.workspace().thread(ACME, card().ts()).stream()
        .filter(m -> !m.ts().equals(card().ts()))
        .map(World::textOf)
        .toList();
  }

  List<StandInMessage> threadMessages() {
    return slack.workspace().thread(ACME, card().ts()).stream()
        .filter(m -> !m.ts().equals(card().ts()))
        .toList();
  }

  List<String> reminders() {
    return threadMessages().stream()
        .filter(m -> key(m).contains(":reminder:"))
        .map(World::textOf)
        .toList();
  }

  /** When the reminders were posted, such as "Wed 2 09:00", in UTC. */
  List<String> remindedAt() {
    return threadMessages().stream()
        .filter(m -> key(m).contains(":reminder:"))
        .map(
            m -> DAY_AND_TIME.format(Instant.ofEpochSecond(Long.parseLong(m.ts().split("\\.")[0]))))
        .toList();
  }

  String lastReminder() {
    List<String> reminders = reminders();
    assertThat(reminders).as("reminders").isNotEmpty();
    return reminders.get(reminders.size() - 1);
  }

  /** What the operations channel has heard of single setups. */
  List<String> ops() {
    return slack.workspace().messages(OPS).stream()
        .filter(m -> !key(m).startsWith("digest:"))
        .map(World::textOf)
        .toList();
  }

  /** The morning digests, by day. */
  Map<String, String> digests() {
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
  List<String> said(String words) {
    return thread().stream().filter(t -> t.contains(words)).toList();
  }

  String lastSaid() {
    List<String> thread = thread();
    assertThat(thread).as("the thread").isNotEmpty();
    return thread.get(thread.size() - 1);
  }

  /** How often AWS was asked for an invitation. */
  int inviteCalls() {
    return calls(INVITE);
  }

  int calls(String operation) {
    return (int) aws.calls().stream().filter(c -> c.operation().equals(operation)).count();
  }

  /** How often the Web API was asked for this. */
  int slackCalls(String method) {
    return (int) slack.calls().stream().filter(c -> c.method().equals(method)).count();
  }

  /** Marks that stand in a channel more than once. */
  List<String> postedTwice(String channel) {
    List<String> keys =
        slack.workspace().messages(channel).stream()
            .map(World::key)
            .filter(key -> !key.isEmpty())
            .toList();
    return keys.stream().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).toList();
  }

  /** Reads the newest ephemeral message that comes of something. */
  String told(String who, Runnable doing) {
    int before = ephemerals(who);
    doing.run();
    return ephemeral(who, before + 1);
  }

  /** Waits for an ephemeral message, which is sent beside the request, and reads the newest. */
  String ephemeral(String who, int atLeast) {
    await(() -> slack.workspace().ephemerals(ACME, who).size() >= atLeast);
    List<StandInMessage> all = slack.workspace().ephemerals(ACME, who);
    return textOf(all.get(all.size() - 1));
  }

  int ephemerals(String who) {
    return slack.workspace().ephemerals(ACME, who).size();
  }

  /** Opens somebody's Home tab and reads it. */
  String home(String who) {
    slack.openHome(who);
    await(() -> slack.workspace().home(who).isPresent());
    return slack.workspace().home(who).orElseThrow().toString();
  }

  void await(Supplier<Boolean> condition) {
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

  boolean offers(String actionId) {
    return card().blocks().toString().contains("\"action_id\":\"" + actionId + "\"");
  }

  String handshake() {
    var invitations = aws.invitations();
    assertThat(invitations).as("an invitation at AWS").isNotEmpty();
    return invitations.get(invitations.size() - 1).handshakeId();
  }

  String transfer() {
    var invitations = aws.invitations();
    return invitations.get(invitations.size() - 1).transferId();
  }

  void deployRole() {
    aws.deployRole(ACCOUNT, ROLE, externalId(ACCOUNT));
  }

  public static String externalId(String account) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(EXTERNAL_ID_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(account.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  // Shortcuts to a state

  void startTransfer() {
    assertThat(type(ERIN, "/aws-setup transfer").ok()).isTrue();
    assertThat(
            submit(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA)).ok())
        .isTrue();
  }

  public static Map<String, String> details() {
    return details(ACCOUNT);
  }

  void enterDetails() {
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

  void correctAccount(String account) {
    press(CARLA, "enter_details");
    assertThat(submit(CARLA, details(account)).fieldErrors()).isEmpty();
  }

  void review() {
    press(ERIN, "review_invitation");
    assertThat(submit(ERIN, Map.of()).fieldErrors()).isEmpty();
  }

  void invited() {
    startTransfer();
    enterDetails();
    review();
    assertThat(aws.invitations()).hasSize(1);
  }

  void accepted() {
    invited();
    aws.accept(handshake());
    jump(Duration.ofMinutes(2));
    press(CARLA, "check_now");
    assertThat(cardText()).contains("2 of 3");
  }

  /** An engineer invites the customer's account by hand, past the bot. */
  void inviteInTheConsole() {
    inviteInTheConsole("2027-01-01T00:00:00Z");
  }

  void inviteInTheConsole(String startsAt) {
    inviteInTheConsole(ACCOUNT, startsAt);
  }

  void inviteInTheConsole(String account, String startsAt) {
    try (OrganizationsClient console =
        OrganizationsClient.builder()
            .endpointOverride(aws.url())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIATEST", "secretkeyofthetest")))
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
  void goesOnToTheEnd() {
    aws.accept(handshake());
    deployRole();
    press(CARLA, "check_now");
    assertIsComplete();
  }

  void assertIsComplete() {
    assertThat(cardText()).contains("3 of 3", "Complete");
    assertThat(said("is complete")).hasSize(1);
    assertThat(postedTwice(ACME)).isEmpty();
  }

  /** Sends a request as Slack would that no client of Slack's would send. */
  Signed signed() {
    return new Signed(events(), SECRET);
  }

  URI events() {
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

  InstantSource clock() {
    return clock;
  }
}
