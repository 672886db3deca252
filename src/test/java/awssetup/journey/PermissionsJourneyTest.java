package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.GINA;
import static awssetup.testkit.People.GLOBEX;
import static awssetup.testkit.People.GLOBEX_ACCOUNT;
import static awssetup.testkit.People.OTTO;
import static awssetup.testkit.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import awssetup.testkit.World;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, even if a payload claims otherwise; and what is sent twice counts once. */
class PermissionsJourneyTest extends Journey {
  @Test
  void a_customer_who_presses_the_engineers_button_is_told_and_nothing_changes() {
    world.startTransfer();
    world.enterDetails();
    String told = world.told(CARLA, () -> world.press(CARLA, "review_invitation"));
    assertThat(told).contains("Only engineers of SoftwareOne");
    assertThat(world.hasView(CARLA)).isFalse();
    assertThat(world.inviteCalls()).isZero();
    assertThat(world.cardText()).contains("reviews the account ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {GINA, OTTO})
  void a_guest_or_an_outsider_in_the_channel_is_no_engineer(String who) {
    letIn(who);
    world.startTransfer();
    world.enterDetails();
    String told = world.told(who, () -> world.press(who, "review_invitation"));
    assertThat(told).contains("Only engineers of SoftwareOne");
    assertThat(world.hasView(who)).isFalse();
    assertThat(world.inviteCalls()).isZero();
  }

  @Test
  void a_guest_can_do_what_a_customer_can() {
    letIn(GINA);
    world.startTransfer();
    world.press(GINA, "enter_details");
    assertThat(world.submit(GINA, World.details()).ok()).isTrue();
    assertThat(world.cardText()).contains("1 of 3");
  }

  @Test
  void a_review_that_comes_from_a_customer_is_refused() {
    world.startTransfer();
    world.enterDetails();
    world.press(SAM, "review_invitation");
    String review = forged(SAM, world.view(SAM), setupId(), "");
    assertThat(world.signed().interaction(review.replace(SAM, CARLA)).body())
        .contains("Only engineers of SoftwareOne");
    assertThat(world.inviteCalls()).isZero();
  }

  @Test
  void an_engineer_who_left_the_company_is_no_longer_an_engineer() {
    Member sam = world.slack.workspace().person(SAM);
    world.startTransfer();
    world.enterDetails();
    world.press(SAM, "review_invitation");
    String review = forged(SAM, world.view(SAM), setupId(), "");
    world.slack.workspace().put(sam.deactivated());
    world.jump(Duration.ofMinutes(6));
    assertThat(world.signed().interaction(review).body()).contains("Only engineers");
    world.settle();
    assertThat(world.inviteCalls()).isZero();
  }

  @Test
  void a_payload_that_claims_the_home_team_makes_no_one_an_engineer() {
    world.startTransfer();
    world.enterDetails();
    HttpResponse<String> answer =
        world
            .signed()
            .command(
                Map.of(
                    "command", "/aws-setup",
                    "text", "cancel",
                    "user_id", CARLA,
                    "team_id", "T0HOME",
                    "channel_id", ACME,
                    "channel_name", "acme-aws",
                    "trigger_id", "1.2.3",
                    "response_url", "http://127.0.0.1:9/none"));
    assertThat(answer.body()).contains("for engineers of SoftwareOne");
    world.settle();
    assertThat(world.cardText()).contains("1 of 3");
  }

  @Test
  void a_button_of_another_channels_setup_does_nothing() {
    world.startTransfer();
    world.enterDetails();
    String acme = setupId();
    HttpResponse<String> answer = world.signed().interaction(pressed(OTTO, GLOBEX, acme));
    assertThat(answer.statusCode()).isEqualTo(200);
    world.settle();
    assertThat(world.answer(ERIN, "/aws-setup history"))
        .contains("entered the details")
        .doesNotContain("paused", OTTO);
    assertThat(world.signed().interaction(pressed(OTTO, GLOBEX, "nonsense")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_modal_cannot_touch_another_customers_setup() {
    world.startTransfer();
    world.enterDetails();
    String acme = setupId();
    startInGlobex();
    StandInMessage globexCard = onlyCardIn(GLOBEX);
    world.pressOn(globexCard, OTTO, "enter_details");
    JsonObject view = world.view(OTTO);
    HttpResponse<String> answer =
        world.signed().interaction(forged(OTTO, view, acme, GLOBEX_ACCOUNT));
    assertThat(answer.body()).contains("can no longer reach");
    world.settle();
    assertThat(world.cardText()).contains(ACCOUNT).doesNotContain(GLOBEX_ACCOUNT);
    assertThat(world.said("corrected")).isEmpty();
    assertThat(MessageText.of(onlyCardIn(GLOBEX))).contains("0 of 3");
  }

  @Test
  void a_press_for_a_setup_that_does_not_exist_gets_a_sentence() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    JsonObject view = world.view(CARLA);
    for (String id : List.of("", "0000000000000000", "'; DROP TABLE setups; --")) {
      HttpResponse<String> answer = world.signed().interaction(forged(CARLA, view, id, ACCOUNT));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("can no longer reach");
    }
    world.settle();
    assertThat(world.cardText()).contains("0 of 3");
  }

  @Test
  void details_sent_twice_count_once() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    String submission = forged(CARLA, world.view(CARLA), setupId(), ACCOUNT);
    assertThat(world.signed().interaction(submission).body()).isEmpty();
    assertThat(world.signed().interaction(submission).body()).isEmpty();
    world.settle();
    assertThat(world.signed().interaction(submission).body()).isEmpty();
    world.settle();
    assertThat(world.thread()).hasSize(1);
  }

  @Test
  void details_sent_from_two_sides_at_once_are_both_answered_and_one_is_kept() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    JsonObject view = world.view(CARLA);
    List<HttpResponse<String>> answers =
        atOnce(
            () -> world.signed().interaction(forged(CARLA, view, setupId(), ACCOUNT)),
            () -> world.signed().interaction(forged(CARLA, view, setupId(), GLOBEX_ACCOUNT)));
    assertThat(answers).allMatch(a -> a.statusCode() == 200 && a.body().isEmpty());
    world.settle();
    assertThat(world.cardText()).contains("1 of 3").containsPattern(ACCOUNT + "|" + GLOBEX_ACCOUNT);
    assertThat(world.said("the details are in")).hasSize(1);
    assertThat(world.said("corrected")).hasSize(1);
  }

  @Test
  void two_engineers_who_send_at_once_send_one_invitation() {
    world.startTransfer();
    world.enterDetails();
    world.press(ERIN, "review_invitation");
    world.press(SAM, "review_invitation");
    String erin = forged(ERIN, world.view(ERIN), setupId(), "");
    String sam = forged(SAM, world.view(SAM), setupId(), "");
    List<HttpResponse<String>> answers =
        atOnce(() -> world.signed().interaction(erin), () -> world.signed().interaction(sam));
    assertThat(answers).allMatch(a -> a.statusCode() == 200);
    assertThat(answers.stream().filter(a -> a.body().isEmpty())).hasSize(1);
    assertThat(answers.stream().filter(a -> a.body().contains("already on its way"))).hasSize(1);
    world.settle();
    assertThat(world.aws.invitations()).hasSize(1);
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.said("has been sent")).hasSize(1);
  }

  @Test
  void a_start_modal_sent_twice_starts_one_setup() {
    world.type(ERIN, "/aws-setup transfer");
    JsonObject view = world.view(ERIN);
    String submission =
        submission(
            ERIN,
            view,
            view.get("private_metadata").getAsString(),
            ModalFields.values(view, Map.of("customer_name", "Acme Robotics")));
    List<HttpResponse<String>> answers =
        atOnce(
            () -> world.signed().interaction(submission),
            () -> world.signed().interaction(submission));
    assertThat(answers).allMatch(a -> a.statusCode() == 200 && a.body().isEmpty());
    world.settle();
    assertThat(world.signed().interaction(submission).body()).isEmpty();
    world.settle();
    assertThat(world.cards()).hasSize(1);
  }

  @Test
  void another_persons_start_modal_starts_nothing() {
    world.type(ERIN, "/aws-setup transfer");
    JsonObject view = world.view(ERIN);
    String id = view.get("private_metadata").getAsString();
    JsonObject values = ModalFields.values(view, Map.of("customer_name", "Acme Robotics"));
    assertThat(world.signed().interaction(submission(SAM, view, id, values)).body())
        .contains("has expired");
    assertThat(world.signed().interaction(submission(CARLA, view, id, values)).body())
        .contains("Only engineers");
    world.settle();
    assertThat(world.cards()).isEmpty();
  }

  @Test
  void typed_text_mentions_no_one_and_makes_no_link() {
    world.type(ERIN, "/aws-setup transfer");
    Delivery started =
        world.submit(
            ERIN, Map.of("customer_name", "<!channel> <https://evil.example|AWS> & Söhne"));
    assertThat(started.ok()).isTrue();
    world.enterDetails();
    world.passUntil("2026-12-02T12:00:00Z");
    for (StandInMessage message : world.slack.workspace().messages(ACME)) {
      assertThat(message.text()).doesNotContain("<!channel>", "<https://evil.example");
      assertThat(mrkdwn(message)).doesNotContain("<!channel>", "<https://evil.example");
    }
    world.review();
    assertThat(world.aws.invitations().get(0).name()).startsWith("!channel").doesNotContain("<");
  }

  private static String mrkdwn(StandInMessage message) {
    StringBuilder all = new StringBuilder();
    message
        .blocks()
        .forEach(
            block -> {
              if (!block.getAsJsonObject().get("type").getAsString().equals("header")) {
                all.append(block);
              }
            });
    return all.toString();
  }

  private void letIn(String who) {
    world
        .slack
        .workspace()
        .put(
            StandInChannel.shared(
                ACME,
                "acme-aws",
                world.slack.workspace().team("T0CUSTOMER"),
                ERIN,
                SAM,
                CARLA,
                who,
                People.BOT));
  }

  private void startInGlobex() {
    world.type(ERIN, GLOBEX, "/aws-setup transfer");
    assertThat(world.submit(ERIN, Map.of("customer_name", "Globex", "customer_contact", OTTO)).ok())
        .isTrue();
  }

  private StandInMessage onlyCardIn(String channel) {
    List<StandInMessage> cards =
        world.slack.workspace().messages(channel).stream()
            .filter(m -> MessageText.key(m).contains(":card:"))
            .toList();
    assertThat(cards).hasSize(1);
    return cards.get(0);
  }

  private String setupId() {
    return MessageText.key(world.card()).split(":")[0];
  }

  /** The details or review modal as a person's client sends it, with any setup's id in it. */
  private static String forged(String who, JsonObject view, String setupId, String account) {
    Map<String, String> fields = account.isEmpty() ? Map.of() : World.details(account);
    JsonObject values =
        view.getAsJsonObject("state").getAsJsonObject("values").deepCopy().getAsJsonObject();
    ModalFields.values(view, fields).entrySet().forEach(e -> values.add(e.getKey(), e.getValue()));
    return submission(who, view, setupId, values);
  }

  private static String submission(
      String who, JsonObject shown, String metadata, JsonObject values) {
    JsonObject view = shown.deepCopy();
    view.addProperty("private_metadata", metadata);
    JsonObject all =
        view.getAsJsonObject("state").getAsJsonObject("values").deepCopy().getAsJsonObject();
    values.entrySet().forEach(e -> all.add(e.getKey(), e.getValue()));
    JsonObject state = new JsonObject();
    state.add("values", all);
    view.add("state", state);
    JsonObject payload = by("view_submission", who);
    payload.add("view", view);
    return payload.toString();
  }

  private static String pressed(String who, String channelId, String setupId) {
    JsonObject option = new JsonObject();
    option.addProperty("value", "7");
    JsonObject action = new JsonObject();
    action.addProperty("type", "static_select");
    action.addProperty("action_id", "snooze");
    action.addProperty("block_id", setupId + ":actions");
    action.add("selected_option", option);
    JsonArray actions = new JsonArray();
    actions.add(action);
    JsonObject channel = new JsonObject();
    channel.addProperty("id", channelId);
    JsonObject payload = by("block_actions", who);
    payload.addProperty("trigger_id", "1.2.3");
    payload.add("channel", channel);
    payload.add("actions", actions);
    return payload.toString();
  }

  private static JsonObject by(String type, String who) {
    JsonObject user = new JsonObject();
    user.addProperty("id", who);
    user.addProperty("team_id", "T0HOME");
    JsonObject team = new JsonObject();
    team.addProperty("id", "T0HOME");
    JsonObject payload = new JsonObject();
    payload.addProperty("type", type);
    payload.add("user", user);
    payload.add("team", team);
    return payload;
  }

  private static <T> List<T> atOnce(Supplier<T> one, Supplier<T> other) {
    CyclicBarrier together = new CyclicBarrier(2);
    List<CompletableFuture<T>> both =
        List.of(one, other).stream()
            .map(work -> CompletableFuture.supplyAsync(() -> meet(together, work)))
            .toList();
    return both.stream().map(CompletableFuture::join).toList();
  }

  private static <T> T meet(CyclicBarrier together, Supplier<T> then) {
    try {
      together.await();
      return then.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
