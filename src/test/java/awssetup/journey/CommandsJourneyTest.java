package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.GINA;
import static awssetup.testkit.People.GLOBEX;
import static awssetup.testkit.People.OPS;
import static awssetup.testkit.People.RANDOM;
import static awssetup.testkit.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.MessageText;
import awssetup.testkit.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What engineers type and what they read; the Home tab; a channel that gets another id. */
class CommandsJourneyTest extends Journey {
  @ParameterizedTest
  @ValueSource(strings = {"/aws-setup help", "/aws-setup HELP ", "/aws-setup make me a sandwich"})
  void any_other_text_gets_the_help(String typed) {
    assertThat(world.answer(ERIN, typed))
        .contains("/aws-setup transfer", "/aws-setup status", "/aws-setup remind", "/aws-status");
    assertThat(world.slack.workspace().messages(ACME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/aws-setup status", "/aws-status"})
  void status_says_where_the_channels_setups_stand(String typed) {
    assertThat(world.answer(ERIN, typed)).contains("none yet");
    world.invited();
    String status = world.answer(SAM, typed);
    assertThat(status)
        .contains("Acme Robotics", "Transfer billing", "1 of 3")
        .contains("Waiting for <@" + CARLA + "> (customer) to approve the invitation, since")
        .contains("1 Dec 2026 09:00 UTC", "started by <@" + ERIN + ">")
        .contains("to be approved by", "16 Dec 2026 09:00 UTC")
        .contains("open the card", world.card().ts().replace(".", ""));
  }

  @Test
  void status_in_the_operations_channel_and_in_a_direct_message_lists_all_open_setups() {
    world.startTransfer();
    startInGlobex();
    assertThat(world.answer(ERIN, "/aws-setup status"))
        .contains("Acme Robotics")
        .doesNotContain("Globex");
    assertThat(world.answer(ERIN, OPS, "/aws-setup status")).contains("Acme Robotics", "Globex");
    String direct = world.slack.workspace().directMessage(ERIN);
    assertThat(world.answer(ERIN, direct, "/aws-status")).contains("Acme Robotics", "Globex");
    assertThat(world.answer(ERIN, direct, "/aws-setup transfer"))
        .contains("in the channel that you share");
  }

  @Test
  void status_of_a_finished_setup_says_when_it_ended() {
    world.startTransfer();
    cancel();
    assertThat(world.answer(ERIN, "/aws-setup status")).contains("cancelled", "Acme Robotics");
    assertThat(world.answer(ERIN, OPS, "/aws-setup status")).contains("no open setups");
  }

  @Test
  void history_says_who_did_what() {
    world.accepted();
    world.press(CARLA, "snooze", "3");
    world.type(ERIN, "/aws-setup remind");
    String history = world.answer(ERIN, "/aws-setup history");
    assertThat(history)
        .contains(
            "Now: Waiting for",
            "<@" + ERIN + "> started the setup: Transfer billing",
            "<@" + CARLA + "> entered the details",
            "<@" + ERIN + "> reviewed account `222233334444` and ordered the invitation",
            "The invitation was sent `rt-",
            "AWS reports the transfer as `ACCEPTED`",
            "<@" + CARLA + "> paused reminders for 3 days",
            "<@" + ERIN + "> sent a reminder: Essentials Bootstrap Role")
        .contains(ERIN, CARLA);
  }

  @Test
  void an_answer_has_a_text_for_people_who_cannot_see_its_blocks() {
    world.startTransfer();
    world.answer(ERIN, "/aws-setup history");
    List<StandInMessage> answers = world.slack.workspace().ephemerals(ACME, ERIN);
    assertThat(answers.get(answers.size() - 1).text())
        .startsWith("*History of Acme Robotics* (Transfer billing)\nNow: Waiting for")
        .contains("> started the setup: Transfer billing");
  }

  @Test
  void history_of_an_empty_channel_says_so() {
    assertThat(world.answer(ERIN, "/aws-setup history")).contains("no setup in this channel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"remind", "cancel"})
  void a_command_without_an_open_setup_says_so(String subcommand) {
    assertThat(world.answer(ERIN, "/aws-setup " + subcommand)).contains("no open setup");
  }

  @Test
  void cancel_among_several_setups_asks_which() {
    world.startTransfer();
    world.startTransfer();
    List<StandInMessage> cards = world.cards();
    assertThat(cards).hasSize(2);
    assertThat(world.answer(ERIN, "/aws-setup cancel")).contains("Which one");
    assertThat(world.hasView(ERIN)).isFalse();
    choose("pick_cancel", cards.get(0));
    assertThat(world.submit(ERIN, Map.of("reason", "Started twice")).ok()).isTrue();
    cards = world.cards();
    assertThat(MessageText.of(cards.get(0))).contains("Cancelled", "Started twice");
    assertThat(MessageText.of(cards.get(1))).contains("0 of 3", "The customer's turn");
  }

  @Test
  void remind_among_several_setups_asks_which() {
    world.startTransfer();
    world.startTransfer();
    List<StandInMessage> cards = world.cards();
    assertThat(world.answer(ERIN, "/aws-setup remind")).contains("Which one");
    choose("pick_remind", cards.get(0));
    assertThat(world.slack.workspace().thread(ACME, cards.get(0).ts())).hasSize(2);
    assertThat(world.slack.workspace().thread(ACME, cards.get(1).ts())).hasSize(1);
  }

  /** Chooses in the select of the newest ephemeral message that Erin got. */
  private void choose(String actionId, StandInMessage card) {
    List<StandInMessage> all = world.slack.workspace().ephemerals(ACME, ERIN);
    StandInMessage asked = all.get(all.size() - 1);
    world.slack.press(
        ERIN,
        ACME,
        asked.ts(),
        MessageText.blockOf(asked, actionId),
        actionId,
        MessageText.key(card).split(":")[0]);
    world.settle();
  }

  @Test
  void a_channel_without_the_bot_is_told_how_to_invite_it() {
    String answer = world.answer(ERIN, RANDOM, "/aws-setup transfer");
    assertThat(answer).contains("/invite <@U0BOT>");
    assertThat(world.hasView(ERIN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/aws-setup transfer", "/aws-setup status", "/aws-status"})
  void a_guest_gets_a_friendly_no(String typed) {
    String[] words = typed.split(" ", 2);
    var answer =
        world
            .signed()
            .command(
                Map.of(
                    "command",
                    words[0],
                    "text",
                    words.length > 1 ? words[1] : "",
                    "user_id",
                    GINA,
                    "team_id",
                    "T0HOME",
                    "channel_id",
                    GLOBEX,
                    "channel_name",
                    "globex-aws",
                    "trigger_id",
                    "1.2.3",
                    "response_url",
                    "http://127.0.0.1:9/none"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("for engineers of SoftwareOne", "button");
  }

  @Test
  void a_customer_cannot_even_type_the_command() {
    assertThat(world.type(CARLA, "/aws-setup transfer").ok()).isFalse();
    assertThat(world.hasView(CARLA)).isFalse();
  }

  @Test
  void a_second_engineer_reminds_and_cancels_for_the_first() {
    world.startTransfer();
    assertThat(world.answer(SAM, "/aws-setup remind")).contains("goes out now");
    assertThat(world.reminders()).hasSize(1);
    world.type(SAM, "/aws-setup cancel");
    world.submit(SAM, Map.of("reason", "Erin is on holiday"));
    assertThat(world.lastSaid()).contains("cancelled by <@" + SAM + ">");
  }

  @Test
  void remind_says_so_when_no_one_has_to_act() {
    world.accepted();
    world.deployRole();
    world.press(CARLA, "check_now");
    assertThat(world.answer(ERIN, "/aws-setup remind")).contains("no open setup");
  }

  @Test
  void the_home_tab_of_an_engineer_lists_all_open_setups() {
    world.startTransfer();
    startInGlobex();
    assertThat(world.home(ERIN)).contains("Open setups", "Acme Robotics", "Globex");
  }

  @Test
  void the_home_tab_of_a_guest_shows_no_setups() {
    world.startTransfer();
    assertThat(world.home(GINA)).contains("for engineers of SoftwareOne").doesNotContain("Acme");
  }

  @Test
  void a_setup_stays_with_a_channel_that_gets_another_id() {
    world.startTransfer();
    assertThat(world.slack.channels().changeId(ACME, "C0ACMENEW").ok()).isTrue();
    world.settle();
    StandInMessage card = card("C0ACMENEW");
    world.pressOn(card, CARLA, "enter_details");
    assertThat(world.submit(CARLA, World.details()).ok()).isTrue();
    assertThat(MessageText.of(card("C0ACMENEW"))).contains("1 of 3");
    assertThat(world.slack.workspace().thread("C0ACMENEW", card.ts())).hasSize(2);
    assertThat(world.answer(ERIN, "C0ACMENEW", "/aws-setup status")).contains("Acme Robotics");
    assertThat(world.answer(ERIN, "C0ACMENEW", "/aws-setup history"))
        .contains("The channel became <#C0ACMENEW>");
    world.jump(Duration.ofDays(1));
    assertThat(world.slack.workspace().thread("C0ACMENEW", card.ts())).hasSize(3);
  }

  @Test
  void a_start_modal_opened_before_the_channel_got_another_id_still_counts() {
    world.type(ERIN, "/aws-setup transfer");
    world.slack.channels().changeId(ACME, "C0ACMENEW");
    assertThat(world.submit(ERIN, Map.of("customer_name", "Acme Robotics")).ok()).isTrue();
    assertThat(MessageText.of(card("C0ACMENEW"))).contains("Acme Robotics");
  }

  private StandInMessage card(String channel) {
    return world.slack.workspace().messages(channel).stream()
        .filter(m -> MessageText.key(m).contains(":card:"))
        .findFirst()
        .orElseThrow();
  }

  private void startInGlobex() {
    world.type(ERIN, GLOBEX, "/aws-setup transfer");
    assertThat(world.submit(ERIN, Map.of("customer_name", "Globex")).ok()).isTrue();
  }

  private void cancel() {
    world.type(ERIN, "/aws-setup cancel");
    world.submit(ERIN, Map.of("reason", "Bought elsewhere"));
  }
}
