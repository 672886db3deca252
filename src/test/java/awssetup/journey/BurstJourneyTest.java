package awssetup.journey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsCallObserver;
import awssetup.sandbox.aws.AwsFault;
import awssetup.sandbox.slack.api.SlackCall;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.setup.SetupId;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Many messages are due at the same moment. The app keeps to Slack's rate limits, loses nothing,
 * says nothing twice, and serves people who have just pressed a button first.
 */
class BurstJourneyTest extends Journey {
  private static final int MANY = 120;

  private BulkSetups bulk;

  private void restartAfter(Runnable writing) {
    world.stop();
    writing.run();
    world.slack.settings().enforceRateLimits(true);
    world.restart();
    world.jump(Duration.ofMinutes(15));
  }

  @AfterEach
  void slack_never_had_to_refuse_anything() {
    assertThat(world.slack.calls())
        .filteredOn(call -> call.answer().has("error"))
        .filteredOn(call -> call.answer().get("error").getAsString().equals("ratelimited"))
        .isEmpty();
  }

  @Test
  void invitations_that_expire_together_are_announced_at_slacks_pace_and_a_click_goes_first() {
    world.startTransfer();
    world.enterDetails();
    bulk = new BulkSetups(world, world.databaseUrl());
    restartAfter(() -> bulk.invited(MANY));
    untilQuiet(Duration.ofMinutes(10));
    bulk.all().forEach(id -> assertThat(cardsOf(id)).hasSize(1));

    world.setClock("2026-12-16T23:00:00Z");
    Instant midnight = world.clock.instant();
    world.settle();
    assertThat(calls("chat.update", midnight)).hasSizeLessThan(MANY);
    world.correctAccount(People.GLOBEX_ACCOUNT);
    assertThat(world.clock.instant()).isEqualTo(midnight);
    assertThat(world.cardText()).contains(People.GLOBEX_ACCOUNT);

    untilQuiet(Duration.ofMinutes(20));
    for (SetupId id : bulk.all()) {
      assertThat(messagesWithKey(id + ":notice:")).as("what was said of " + id).isEqualTo(1);
      assertThat(cardsOf(id).get(0)).contains("expired");
    }
    Map<String, Long> edits =
        calls("chat.update", midnight).stream()
            .collect(groupingBy(call -> call.arguments().get("ts").getAsString(), counting()));
    assertThat(edits).hasSize(MANY + 1);
    assertThat(edits.values()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(2));
  }

  @Test
  void reminders_due_together_are_sent_once_each_and_a_second_apart_in_a_channel() {
    bulk = new BulkSetups(world, world.databaseUrl());
    restartAfter(() -> bulk.started(MANY, 2));
    untilQuiet(Duration.ofMinutes(10));
    bulk.all().forEach(id -> assertThat(cardsOf(id)).hasSize(1));

    world.clock.set(World.START.plus(Duration.ofHours(25)));
    Instant due = world.clock.instant();
    untilQuiet(Duration.ofMinutes(10));
    List<SlackCall> sent = calls("chat.postMessage", due);
    assertThat(sent).hasSize(MANY);
    bulk.all().forEach(id -> assertThat(messagesWithKey(id + ":reminder:1")).isEqualTo(1));
    assertThat(Duration.between(due, sent.get(sent.size() - 1).at()))
        .isBetween(Duration.ofSeconds(MANY / 2 - 10), Duration.ofSeconds(MANY / 2 + 30));
    assertThat(calls("users.info", due).size()).isLessThan(10);
  }

  @Test
  void a_restart_in_the_middle_of_a_burst_loses_nothing_and_says_nothing_twice() {
    bulk = new BulkSetups(world, world.databaseUrl());
    restartAfter(() -> bulk.started(MANY, 2));
    untilQuiet(Duration.ofMinutes(10));
    world.clock.set(World.START.plus(Duration.ofHours(25)));
    Instant due = world.clock.instant();
    world.settle();
    seconds(20);
    assertThat(calls("chat.postMessage", due)).hasSizeBetween(30, MANY - 30);
    world.restart();
    untilQuiet(Duration.ofMinutes(10));
    assertThat(calls("chat.postMessage", due)).hasSize(MANY);
    bulk.all().forEach(id -> assertThat(messagesWithKey(id + ":reminder:1")).isEqualTo(1));
  }

  @Test
  void what_a_person_does_while_the_loop_looks_at_the_setup_shows_at_once() {
    world.invited();
    world.press(People.CARLA, "check_now");
    world.aws.observe(
        new AwsCallObserver() {
          @Override
          public Optional<AwsFault> arrived(String host, String operation, JsonObject input) {
            if (operation.equals("AssumeRole")) {
              world.aws.observe(AwsCallObserver.NONE);
              correctAccountDuringTheProbe();
            }
            return Optional.empty();
          }
        });
    world.jump(Duration.ofSeconds(10));
    assertThat(world.cardText()).contains(People.GLOBEX_ACCOUNT);
  }

  private void correctAccountDuringTheProbe() {
    StandInMessage card = world.card();
    String block = MessageText.blockOf(card, "enter_details");
    world.slack.press(People.CARLA, People.ACME, card.ts(), block, "enter_details", null);
    JsonObject view = world.view(People.CARLA);
    Map<String, ?> fields = World.details(People.GLOBEX_ACCOUNT);
    world.slack.submit(
        People.CARLA, view.get("id").getAsString(), ModalFields.values(view, fields));
  }

  /** Lets time pass until Slack has heard nothing for longer than the pause between card edits. */
  private void untilQuiet(Duration atMost) {
    Instant end = world.clock.instant().plus(atMost);
    int before = -1;
    int quiet = 0;
    while (quiet < 80 && world.clock.instant().isBefore(end)) {
      int step = quiet < 10 ? 1 : 10;
      world.clock.advance(Duration.ofSeconds(step));
      world.settle();
      int now = world.slackCalls("chat.postMessage") + world.slackCalls("chat.update");
      quiet = now == before ? quiet + step : 0;
      before = now;
    }
    assertThat(quiet).as("seconds of quiet").isGreaterThanOrEqualTo(80);
  }

  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      world.clock.advance(Duration.ofSeconds(1));
      world.settle();
    }
  }

  /** Calls about every channel but the operations channel, which gets other messages too. */
  private List<SlackCall> calls(String method, Instant since) {
    return world.slack.calls().stream()
        .filter(call -> call.method().equals(method) && !call.at().isBefore(since))
        .filter(call -> !call.arguments().toString().contains("\"channel\":\"" + People.OPS + "\""))
        .toList();
  }

  private List<String> cardsOf(SetupId id) {
    return world.slack.workspace().channels().stream()
        .flatMap(channel -> world.slack.workspace().messages(channel.id()).stream())
        .filter(message -> MessageText.key(message).startsWith(id + ":card:"))
        .map(MessageText::of)
        .toList();
  }

  private long messagesWithKey(String key) {
    return world.slack.workspace().channels().stream()
        .flatMap(channel -> world.slack.workspace().messages(channel.id()).stream())
        .filter(message -> MessageText.key(message).startsWith(key))
        .count();
  }
}
