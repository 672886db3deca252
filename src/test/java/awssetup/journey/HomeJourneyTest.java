package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.Member;
import awssetup.testkit.People;
import awssetup.testkit.World;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Engineers work with the Home tab: it sorts, filters, pages, takes actions and stays true. */
class HomeJourneyTest extends Journey {
  private static final Duration A_MOMENT = Duration.ofSeconds(11);

  @Test
  void the_most_urgent_setups_come_first_under_their_headings() {
    world.startTransfer();
    world.type(ERIN, "/aws-setup transfer");
    world.submit(ERIN, Map.of("customer_name", "Initech"));
    world.press(CARLA, "enter_details");
    world.submit(CARLA, World.details());
    String home = world.home(ERIN);
    assertThat(home)
        .contains(
            "*2* open", "Needs an engineer* (1)", "Waiting for the customer, longest first* (1)");
    assertThat(home.indexOf("Waiting for <@U0ENGINEER> to review the account"))
        .isLessThan(home.indexOf("to enter the details, since"))
        .isPositive();
  }

  @Test
  void a_filter_shows_what_it_says_and_is_remembered() {
    world.startTransfer();
    world.home(SAM);
    act(SAM, "home_whose", null);
    assertThat(shown(SAM)).contains("No open setup matches").doesNotContain("Acme");
    act(SAM, "home_owner", ERIN);
    assertThat(shown(SAM)).contains("Acme Robotics", "\"initial_user\":\"U0ENGINEER\"");
    act(SAM, "home_state", "AWS");
    assertThat(shown(SAM)).contains("No open setup matches").doesNotContain("Acme");
    act(SAM, "home_state", "CUSTOMER");
    act(SAM, "home_whose", null);
    assertThat(shown(SAM)).contains("Acme Robotics").doesNotContain("initial_user");
    world.restart();
    assertThat(world.home(SAM)).contains("home:CUSTOMER:any", "Acme Robotics");
  }

  @Test
  void pages_can_be_turned_forward_to_the_last_one_and_back() {
    for (int i = 0; i < 53; i++) {
      start("Customer no " + (i + 100));
      world.clock.advance(Duration.ofSeconds(1));
    }
    world.home(ERIN);
    assertThat(shown(ERIN))
        .contains("1–25 of 53", "Customer no 100")
        .doesNotContain("home_previous");
    act(ERIN, "home_next", null);
    assertThat(shown(ERIN)).contains("26–50 of 53", "Customer no 125").doesNotContain("no 124*");
    act(ERIN, "home_next", null);
    assertThat(shown(ERIN)).contains("51–53 of 53", "Customer no 152").doesNotContain("home_next");
    act(ERIN, "home_previous", null);
    assertThat(shown(ERIN)).contains("26–50 of 53");
  }

  @Test
  void the_tab_updates_itself_and_only_when_something_has_changed() {
    world.startTransfer();
    world.home(ERIN);
    moment();
    int published = published();
    moment();
    moment();
    assertThat(published()).as("nothing has changed").isEqualTo(published);

    world.press(CARLA, "enter_details");
    world.submit(CARLA, World.details());
    moment();
    assertThat(published()).isEqualTo(published + 1);
    assertThat(shown(ERIN)).contains("Needs an engineer* (1)");
  }

  @Test
  void a_tab_not_opened_for_a_day_is_left_alone() {
    world.startTransfer();
    world.home(ERIN);
    world.jump(Duration.ofHours(13));
    int published = published();
    world.press(CARLA, "enter_details");
    world.submit(CARLA, World.details());
    moment();
    assertThat(published()).isEqualTo(published);
    assertThat(world.home(ERIN)).contains("Acme Robotics");
  }

  @Test
  void the_menu_of_a_row_does_what_it_says() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    world.submit(CARLA, World.details());
    world.home(SAM);
    choose(SAM, "HISTORY");
    assertThat(modal(SAM)).contains("History of Acme Robotics", "entered the details");
    choose(SAM, "REVIEW");
    assertThat(modal(SAM)).contains("review_invitation", People.ACCOUNT);
    choose(SAM, "REMIND");
    assertThat(modal(SAM)).contains("The reminder goes out now");
    world.settle();
    assertThat(world.slack.workspace().thread(ACME, world.card().ts())).hasSizeGreaterThan(1);
    choose(SAM, "CANCEL");
    assertThat(modal(SAM)).contains("cancel_setup");
  }

  @Test
  void an_action_that_is_no_longer_possible_says_so_and_changes_nothing() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    world.submit(CARLA, World.details());
    world.home(SAM);
    JsonObject row = element(SAM, "home_row");
    world.press(ERIN, "review_invitation");
    world.submit(ERIN, Map.of());
    press(SAM, row, option(row, "REVIEW"));
    assertThat(modal(SAM)).contains("moved on").doesNotContain("review_invitation");
  }

  @Test
  void a_person_who_is_no_longer_an_engineer_sees_no_setups() {
    world.startTransfer();
    assertThat(world.home(SAM)).contains("Acme Robotics");
    var slack = world.slack.workspace();
    var sam = slack.person(SAM);
    slack.put(Member.of(SAM, slack.home(), sam.realName(), "UTC", Member.Kind.GUEST, "#000000"));
    world.jump(Duration.ofMinutes(10));
    assertThat(shown(SAM)).contains("for engineers of SoftwareOne").doesNotContain("Acme Robotics");
  }

  private void start(String customer) {
    world.type(ERIN, "/aws-setup transfer");
    world.submit(ERIN, Map.of("customer_name", customer));
  }

  private void moment() {
    world.jump(A_MOMENT);
  }

  private int published() {
    return (int)
        world.slack.calls().stream().filter(c -> c.method().equals("views.publish")).count();
  }

  private String shown(String who) {
    return world.slack.workspace().home(who).orElseThrow().toString();
  }

  private String modal(String who) {
    return world.view(who).toString();
  }

  /** Uses an element of the Home tab, and waits until Slack shows the result. */
  private void act(String who, String actionId, String choice) {
    String before = content(who);
    assertThat(press(who, element(who, actionId), choice).ok()).isTrue();
    world.await(() -> !content(who).equals(before));
  }

  /** What the tab says, without the ids that each publication of the same content changes. */
  private String content(String who) {
    return shown(who).replaceAll("\"(id|hash|block_id)\":\"[^\"]*\"", "");
  }

  private void choose(String who, String action) {
    JsonObject row = element(who, "home_row");
    assertThat(press(who, row, option(row, action)).ok()).isTrue();
  }

  private static String option(JsonObject row, String action) {
    for (JsonElement option : row.getAsJsonArray("options")) {
      String value = option.getAsJsonObject().get("value").getAsString();
      if (value.startsWith(action + ":")) {
        return value;
      }
    }
    throw new AssertionError("the menu does not offer " + action + ": " + row);
  }

  private Delivery press(String who, JsonObject element, String choice) {
    JsonObject home = world.slack.workspace().home(who).orElseThrow();
    return world.slack.pressInView(
        who,
        home.get("id").getAsString(),
        element.get("block_id").getAsString(),
        element.get("action_id").getAsString(),
        choice,
        new JsonObject());
  }

  /** The first element with this action id, together with the id of its block. */
  private JsonObject element(String who, String actionId) {
    JsonObject home = world.slack.workspace().home(who).orElseThrow();
    for (JsonElement block : home.getAsJsonArray("blocks")) {
      for (JsonObject element : elements(block.getAsJsonObject())) {
        if (element.has("action_id") && element.get("action_id").getAsString().equals(actionId)) {
          JsonObject found = element.deepCopy();
          found.add("block_id", block.getAsJsonObject().get("block_id"));
          return found;
        }
      }
    }
    throw new AssertionError("no " + actionId + " in " + home);
  }

  private static List<JsonObject> elements(JsonObject block) {
    List<JsonObject> elements = new ArrayList<>();
    if (block.has("accessory")) {
      elements.add(block.getAsJsonObject("accessory"));
    }
    if (block.has("elements")) {
      block.getAsJsonArray("elements").forEach(e -> elements.add(e.getAsJsonObject()));
    }
    return elements;
  }
}
