package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsCallObserver;
import awssetup.sandbox.aws.AwsFault;
import awssetup.sandbox.slack.api.SlackFault;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.MessageText;
import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import awssetup.testkit.World;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card tells the truth: within ten seconds, even if Slack or AWS fails at first. */
class CardJourneyTest extends Journey {
  private static final int SECONDS = 10;

  private BulkSetups bulk;

  static List<SlackFault> failures() {
    return List.of(SlackFault.status(500), SlackFault.reset(), SlackFault.error("internal_error"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_edit_that_fails_is_made_up_for_within_ten_seconds(SlackFault failure) {
    world.startTransfer();
    world.slack.failNext("chat.update", failure);
    world.enterDetails();
    assertThat(world.cardText()).contains("0 of 3");
    seconds(SECONDS);
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(world.slackCalls("chat.update")).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_completion_is_shown_at_once_and_within_ten_seconds_if_an_edit_fails(SlackFault failure) {
    world.invited();
    world.deployRole();
    world.press(People.CARLA, "check_now");
    assertThat(world.cardText()).contains("2 of 3");
    world.aws.accept(world.handshake());
    world.slack.failNext("chat.update", failure);
    world.press(People.CARLA, "check_now");
    seconds(SECONDS);
    world.assertIsComplete();
  }

  @Test
  void a_step_that_time_or_aws_moves_on_is_shown_at_once_though_the_card_was_just_edited() {
    world.invited();
    world.jump(Duration.ofSeconds(50));
    world.press(People.CARLA, "snooze", "1");
    world.aws.accept(world.handshake());
    world.jump(Duration.ofSeconds(SECONDS));
    assertThat(world.said("is approved")).hasSize(1);
    assertThat(world.cardText()).contains("2 of 3");
  }

  @Test
  void dates_that_a_click_changed_are_shown_within_ten_seconds_too_if_an_edit_fails() {
    world.startTransfer();
    world.enterDetails();
    String before = world.cardText();
    world.slack.failNext("chat.update", SlackFault.status(500));
    world.press(People.ERIN, "snooze", "7");
    assertThat(world.cardText()).isEqualTo(before);
    seconds(SECONDS);
    assertThat(world.cardText()).isNotEqualTo(before).contains("1 of 3");
  }

  @Test
  void two_setups_reviewed_in_the_same_second_have_true_cards_within_ten_seconds() {
    enter(2);
    reviewAllWhileAwsWorks();
    seconds(SECONDS);
    assertAllInvited();
  }

  @Test
  void twelve_setups_reviewed_at_once_have_true_cards_within_ten_seconds_at_slacks_limits() {
    enter(12);
    world.slack.settings().enforceRateLimits(true);
    reviewAllWhileAwsWorks();
    seconds(SECONDS);
    assertAllInvited();
    assertThat(world.slack.calls())
        .filteredOn(call -> call.answer().toString().contains("ratelimited"))
        .isEmpty();
  }

  @Test
  void seven_invitations_reviewed_together_go_out_one_after_the_other_without_a_wait() {
    enter(7);
    Instant reviewed = world.clock.instant();
    reviewAllWhileAwsWorks();
    seconds(1);
    assertThat(world.aws.calls())
        .filteredOn(call -> call.operation().equals(World.INVITE))
        .hasSize(7)
        .allSatisfy(call -> assertThat(call.at()).isBefore(reviewed.plusSeconds(1)));
    assertAllInvited();
  }

  @Test
  void one_invitation_that_aws_throttles_does_not_hold_up_the_other_six() {
    enter(7);
    world.aws.failNext(World.INVITE, AwsFault.status(429));
    reviewAllWhileAwsWorks();
    seconds(5);
    assertThat(world.aws.invitations()).hasSize(6);
    seconds(15);
    assertThat(world.aws.invitations()).hasSize(7);
    assertThat(cards())
        .allSatisfy(card -> assertThat(MessageText.of(card)).contains("invitation sent"));
  }

  private void enter(int setups) {
    world.stop();
    bulk = new BulkSetups(world, world.databaseUrl());
    bulk.toBeReviewed(setups);
    world.restart();
    world.jump(Duration.ofMinutes(15));
    seconds(90);
  }

  /** The follow-ups of all are due at once, while AWS is at work on the first. */
  private void reviewAllWhileAwsWorks() {
    List<StandInMessage> cards = cards();
    for (StandInMessage card : cards) {
      world.slack.press(
          People.ERIN,
          card.channel(),
          card.ts(),
          MessageText.blockOf(card, "review_invitation"),
          "review_invitation",
          null);
      JsonObject view = world.view(People.ERIN);
      String id = view.get("id").getAsString();
      assertThat(world.slack.submit(People.ERIN, id, ModalFields.values(view, Map.of())).ok())
          .isTrue();
    }
    world.aws.observe(
        new AwsCallObserver() {
          @Override
          public Optional<AwsFault> arrived(String host, String operation, JsonObject input) {
            if (operation.equals(World.INVITE)) {
              world.aws.observe(AwsCallObserver.NONE);
              CompletableFuture.runAsync(world::settleOnce).join();
            }
            return Optional.empty();
          }
        });
    world.settle();
  }

  private void assertAllInvited() {
    assertThat(world.inviteCalls()).isEqualTo(bulk.all().size());
    assertThat(cards())
        .hasSize(bulk.all().size())
        .allSatisfy(
            card -> assertThat(MessageText.of(card)).contains("invitation sent", "to be approved"));
  }

  private List<StandInMessage> cards() {
    List<StandInMessage> cards = new ArrayList<>();
    for (int i = 0; i < bulk.all().size(); i++) {
      world.slack.workspace().messages(BulkSetups.channel(i)).stream()
          .filter(message -> MessageText.key(message).contains(":card:"))
          .forEach(cards::add);
    }
    return cards;
  }

  private void seconds(int times) {
    for (int i = 0; i < times; i++) {
      world.jump(Duration.ofSeconds(1));
    }
  }
}
