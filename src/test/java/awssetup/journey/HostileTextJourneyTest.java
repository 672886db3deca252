package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile people type into every field of every modal. In everything that is read afterwards, their
 * text mentions no one, makes no link, reverses no text and hides nothing.
 */
class HostileTextJourneyTest extends Journey {
  private static final String ALIAS = "aws-root@acme.example";

  /** What Slack makes a link or a mention of, in mrkdwn and in a message's text. */
  private static final Pattern LIVE = Pattern.compile("<([^<>]*)>");

  private static final Pattern OURS =
      Pattern.compile(
          "@U0(ENGINEER|SECOND|CUSTOMER|COLLEAGUE)|#C0(ACME|OPS)|!date\\^\\d+\\^\\{date_short_pretty}"
              + " at \\{time}\\|[\\w:"
              + " ]+|https://([a-z0-9-]+\\.)*(aws\\.amazon\\.com|amazonaws\\.com|softwareone\\.slack\\.example)/\\S*\\|[\\w"
              + " ,]+");

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cf}&&[^\\x{200C}\\x{200D}]]|[\\p{Cc}&&[^\n\t]]");

  static Stream<Arguments> hostile() {
    return Stream.of(
            "<!channel> <!here> <!everyone>",
            "@here @channel @everyone",
            "<https://evil.example/x|AWS>",
            "https://evil.example/aws",
            "<@U0EVIL> <!subteam^S0EVIL> <#C0EVIL>",
            "<!date^1^{date}^https://evil.example|today>",
            "Acme \u202Eegnahc\u202C \u2066x\u2069",
            "Ac\u200Bme\u2060 Ro\u00ADbo\uFEFFtics",
            "\uD83C\uDFF4\u200D\u2620\uFE0F \uD83D\uDC69\u200D\uD83D\uDC67 \uD83D\uDE80",
            "*b* _i_ ~s~ `c` ```d```",
            "&amp; &lt;!channel&gt; &",
            "Acme\n> quoted\n\u2022 listed",
            "=HYPERLINK(\"https://evil.example\")",
            "> {partner} {engineer} %s ${x} $1 \\")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void typed_text_never_becomes_a_link_or_a_mention(String typed) throws IOException {
    play(typed);
    for (String said : everythingSaid()) {
      LIVE.matcher(said)
          .results()
          .forEach(live -> assertThat(live.group(1)).as(said).matches(OURS));
      assertThat(said).doesNotContainPattern(HIDDEN);
    }
    assertThat(world.postedTwice(ACME)).isEmpty();
    for (CSVRecord line : csv()) {
      for (String cell : line) {
        assertThat(cell).doesNotMatch("(?s)[=+@\t\r-].*").doesNotContainPattern(HIDDEN);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B\u200B", "\u3164", "\u2800 \u00A0", "\u202E", "\u0301", "\u200D"})
  void an_invisible_name_is_refused(String invisible) {
    assertThat(world.type(ERIN, "/aws-setup transfer").ok()).isTrue();
    assertThat(world.submit(ERIN, Map.of("customer_name", invisible)).fieldErrors())
        .containsOnlyKeys("customer_name");
  }

  @Test
  void characters_without_width_are_removed_from_a_name() {
    world.type(ERIN, "/aws-setup transfer");
    world.submit(ERIN, Map.of("customer_name", "Ac\u200Bme\u2060 Ro\u00ADbotics\uFEFF"));
    assertThat(world.cardText()).startsWith("Acme Robotics ");
  }

  /** Plays both options with all forms, every kind of message and every command. */
  private void play(String typed) {
    world.type(ERIN, "/aws-setup new");
    fill(
        ERIN, Map.of("customer_name", typed, "order_id", typed), Map.of("customer_contact", CARLA));
    world.press(CARLA, "enter_details");
    fill(
        CARLA,
        Map.of(
            "root_email",
            typed,
            "account_name",
            typed,
            "contact_name",
            typed,
            "contact_email",
            typed,
            "contact_phone",
            typed),
        Map.of("card_ready", List.of("ready")));
    world.press(CARLA, "report_account");
    fill(CARLA, Map.of("account_id", typed), Map.of());
    world.press(CARLA, "switch_to_transfer");
    world.press(CARLA, "enter_details");
    fill(
        CARLA,
        Map.of(
            "account_id",
            typed,
            "root_email",
            typed,
            "contact_name",
            typed,
            "contact_email",
            typed,
            "contact_phone",
            typed),
        Map.of());
    world.answer(ERIN, "/aws-setup status");
    world.answer(ERIN, OPS, "/aws-setup status");
    world.home(ERIN);
    for (int day = 0; day < 6; day++) {
      world.jump(Duration.ofDays(1)); // reminders, an escalation, digests
    }
    assertThat(world.reminders()).isNotEmpty();
    assertThat(world.ops()).isNotEmpty();
    world.press(ERIN, "review_invitation");
    fill(ERIN, Map.of("source_name", typed, "notes", typed), Map.of());
    world.slack.channels().archive(ACME);
    world.settle();
    world.slack.channels().unarchive(ACME);
    world.settle();
    world.type(ERIN, "/aws-setup cancel");
    fill(ERIN, Map.of("reason", typed), Map.of());
    world.answer(ERIN, "/aws-setup history");
    world.answer(ERIN, "/aws-setup status");
    world.answer(ERIN, "/aws-setup forget");
    world.home(ERIN);
    assertThat(world.cardText()).contains("Cancelled");
  }

  /** Fills each field with this text; a field that refuses it gets what it asks for. */
  private void fill(String who, Map<String, String> typed, Map<String, ?> besides) {
    Map<String, Object> fields = new HashMap<>(besides);
    JsonObject view = world.view(who);
    typed.forEach((field, text) -> fields.put(field, fitting(view, field, text)));
    Delivery delivery = world.submit(who, fields);
    for (int i = 0; i < 3 && !delivery.fieldErrors().isEmpty(); i++) {
      delivery.fieldErrors().keySet().forEach(field -> fields.put(field, PLAIN.get(field)));
      delivery = world.submit(who, fields);
    }
    assertThat(delivery.fieldErrors()).isEmpty();
  }

  private static final Map<String, String> PLAIN =
      Map.of(
          "customer_name", "Acme Robotics",
          "root_email", ALIAS,
          "account_name", "Acme",
          "contact_name", "Carla Customer",
          "contact_email", "carla@acme.example",
          "contact_phone", "+49 30 1234567",
          "account_id", People.ACCOUNT,
          "source_name", "Acme Robotics");

  /** Repeats the text until the field is full, so that every place that shortens texts does so. */
  private static String fitting(JsonObject view, String field, String text) {
    if (field.endsWith("_email")) {
      return text.replaceAll("[\\s@]", "") + "@acme.example"; // nearly an address
    }
    JsonElement most = ModalFields.elementOf(view, field).get("max_length");
    int room = most == null ? 3000 : most.getAsInt();
    String full = (text + " ").repeat(room / (text.length() + 1) + 1);
    return full.substring(0, Math.min(room, full.length()));
  }

  /** Every text of every message, form, answer and tab that Slack was given. */
  private List<String> everythingSaid() {
    List<String> said = new ArrayList<>();
    world.slack.calls().forEach(call -> collect(call.arguments(), said));
    Stream.concat(
            world.slack.workspace().ephemerals(ACME, ERIN).stream(),
            world.slack.workspace().ephemerals(OPS, ERIN).stream())
        .forEach(
            message -> {
              said.add(message.text());
              collect(message.blocks() == null ? new JsonArray() : message.blocks(), said);
            });
    assertThat(said).hasSizeGreaterThan(100);
    return said;
  }

  private static void collect(JsonElement element, List<String> said) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collect(each, said));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      boolean mrkdwn = object.has("type") && object.get("type").toString().equals("\"mrkdwn\"");
      if (mrkdwn) {
        assertThat(object.get("verbatim").getAsBoolean()).as(object.toString()).isTrue();
      }
      assertThat(object.has("link_names") && object.get("link_names").toString().contains("true"))
          .as("names made links")
          .isFalse();
      boolean plain = object.has("type") && object.get("type").toString().equals("\"plain_text\"");
      object
          .entrySet()
          .forEach(
              entry -> {
                boolean text = entry.getValue().isJsonPrimitive() && entry.getKey().equals("text");
                if (text && plain) {
                  assertThat(entry.getValue().getAsString()).doesNotContainPattern(HIDDEN);
                } else if (text) {
                  said.add(entry.getValue().getAsString());
                } else if (List.of("blocks", "view").contains(entry.getKey())
                    && entry.getValue().isJsonPrimitive()) {
                  collect(JsonParser.parseString(entry.getValue().getAsString()), said);
                } else {
                  collect(entry.getValue(), said);
                }
              });
    }
  }

  private List<CSVRecord> csv() throws IOException {
    String out = world.command("export").out();
    List<CSVRecord> lines =
        CSVFormat.RFC4180.parse(new StringReader(out.substring(1))).getRecords();
    assertThat(out).startsWith("\uFEFFid,");
    assertThat(lines).hasSize(2);
    return lines;
  }
}
