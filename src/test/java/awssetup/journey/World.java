package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.BotUnderTest;
import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.Delivery;
import awssetup.sandbox.slack.Message;
import awssetup.sandbox.slack.SlackStandIn;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The whole app on a free port between the two stand-ins, with one fake clock, and the people of
 * two companies who use it. What is due runs on the test's thread. Closing fails on anything that
 * Slack would have complained of.
 */
final class World implements AutoCloseable {
  static final String ERIN = "U0ENGINEER";
  static final String SAM = "U0SECOND";
  static final String CARLA = "U0CUSTOMER";
  static final String COLIN = "U0COLLEAGUE";
  static final String ACME = "C0ACME";
  static final String OPS = "C0OPS";
  static final String ACCOUNT = "222233334444";
  static final String ROLE = "EssentialsBootstrapRole";

  /** A Tuesday, 10:00 in Berlin, so that everybody's working day is ahead. */
  static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

  private static final String SECRET = "signing-secret-of-the-test";
  private static final String EXTERNAL_ID_SECRET = "a-secret-only-we-know";

  final FakeClock clock = new FakeClock(START);
  final SlackStandIn slack;
  final AwsStandIn aws;
  private final Map<String, String> settings = new HashMap<>();
  private BotUnderTest bot;

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
    bot = BotUnderTest.start(settings, clock);
    slack.deliverTo(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
    settle();
  }

  /** Stops the app and starts it again on the same database. */
  void restart() {
    bot.close();
    start();
  }

  /** Stops the app; whatever happens until {@link #restart} happens without it. */
  void stop() {
    bot.close();
  }

  /** Runs everything that is due by now. */
  void settle() {
    bot.runDue();
  }

  /** Lets time pass in steps of a quarter of an hour, as it passes for real. */
  void pass(Duration time) {
    Instant until = clock.instant().plus(time);
    while (clock.instant().isBefore(until)) {
      Duration step = Duration.ofMinutes(15);
      Duration left = Duration.between(clock.instant(), until);
      clock.advance(left.compareTo(step) < 0 ? left : step);
      settle();
    }
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

  /** Presses a button of the newest card. */
  Delivery press(String who, String actionId) {
    return press(who, actionId, null);
  }

  Delivery press(String who, String actionId, String choice) {
    Message card = card();
    Delivery delivery =
        slack.press(who, ACME, card.ts(), blockOf(card, actionId), actionId, choice);
    settle();
    return delivery;
  }

  /** Submits the modal in front of somebody; a list stands for ticked boxes. */
  Delivery submit(String who, Map<String, ?> fields) {
    JsonObject view = view(who);
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
    Delivery delivery = slack.submit(who, view.get("id").getAsString(), values);
    settle();
    return delivery;
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
  List<Message> cards() {
    return slack.workspace().messages(ACME).stream()
        .filter(m -> m.threadTs() == null || m.threadTs().equals(m.ts()))
        .filter(m -> mark(m).contains(":card:"))
        .toList();
  }

  Message card() {
    List<Message> cards = cards();
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

  List<Message> threadMessages() {
    return slack.workspace().thread(ACME, card().ts()).stream()
        .filter(m -> !m.ts().equals(card().ts()))
        .toList();
  }

  List<String> reminders() {
    return threadMessages().stream()
        .filter(m -> mark(m).contains(":reminder:"))
        .map(World::textOf)
        .toList();
  }

  /** Waits for an ephemeral message, which is sent beside the request, and reads the newest. */
  String ephemeral(String who, int atLeast) {
    await(() -> slack.workspace().ephemerals(ACME, who).size() >= atLeast);
    List<Message> all = slack.workspace().ephemerals(ACME, who);
    return textOf(all.get(all.size() - 1));
  }

  int ephemerals(String who) {
    return slack.workspace().ephemerals(ACME, who).size();
  }

  private void await(Supplier<Boolean> condition) {
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

  static String mark(Message message) {
    JsonArray blocks = message.blocks();
    return blocks == null || blocks.isEmpty() || !blocks.get(0).getAsJsonObject().has("block_id")
        ? ""
        : blocks.get(0).getAsJsonObject().get("block_id").getAsString();
  }

  /** Everything that a person reads in a message, blocks included. */
  static String textOf(Message message) {
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

  static String blockOf(Message message, String actionId) {
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

  static String externalId(String account) {
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

  static Map<String, String> details() {
    return Map.of(
        "account_id",
        ACCOUNT,
        "contact_name",
        "Carla Customer",
        "contact_email",
        "carla@acme.example");
  }

  void enterDetails() {
    press(CARLA, "enter_details");
    assertThat(submit(CARLA, details()).fieldErrors()).isEmpty();
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

  @Override
  public void close() {
    bot.close();
    List<String> problems = slack.problems();
    slack.close();
    aws.close();
    assertThat(problems).as("what Slack would have complained of").isEmpty();
  }

  InstantSource clock() {
    return clock;
  }
}
