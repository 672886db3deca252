package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.COLIN;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackFault;
import awssetup.testkit.People;
import awssetup.testkit.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is reminded when, and in which words, over days and weekends. All times are in UTC. */
class RemindersJourneyTest extends Journey {
  /** AWS does not matter here, and the days pass quicker when it is asked rarely. */
  @Override
  Map<String, String> settings() {
    return Map.of("WATCH_INTERVAL", "PT24H");
  }

  @Test
  void the_customer_is_reminded_after_a_day_three_times_and_then_every_three_days() {
    world.startTransfer();
    world.passUntil("2026-12-02T08:00:00Z");
    assertThat(world.reminders()).isEmpty();

    world.passUntil("2026-12-02T09:00:00Z");
    assertThat(world.lastReminder())
        .startsWith("<@" + CARLA + ">")
        .doesNotContain("<@" + ERIN + ">", "<!channel>", "<!here>")
        .contains("Acme Robotics", "24 hours", "Enter the setup details");

    world.passUntil("2026-12-15T09:00:00Z");
    assertThat(world.remindedAt())
        .containsExactly(
            "Wed 2 09:00",
            "Thu 3 09:00",
            "Fri 4 09:00",
            "Mon 7 09:00",
            "Thu 10 09:00",
            "Mon 14 09:00");
    assertThat(world.postedTwice(ACME)).isEmpty();
  }

  @Test
  void the_fourth_reminder_mentions_the_engineer_and_tells_the_operations_channel_once() {
    world.startTransfer();
    world.passUntil("2026-12-04T12:00:00Z");
    assertThat(world.reminders()).hasSize(3).noneMatch(r -> r.contains(ERIN));
    assertThat(world.ops()).isEmpty();

    world.passUntil("2026-12-07T12:00:00Z");
    assertThat(world.lastReminder())
        .startsWith("<@" + CARLA + "> <@" + ERIN + ">")
        .contains("went unanswered");
    assertThat(world.ops()).hasSize(1);
    assertThat(world.ops().get(0))
        .contains("Acme Robotics", "<#" + ACME + ">", "unanswered", "<@" + ERIN + ">");

    world.passUntil("2026-12-10T12:00:00Z");
    assertThat(world.reminders()).hasSize(5);
    assertThat(world.ops()).hasSize(1);
  }

  @Test
  void without_a_contact_the_engineer_is_asked_to_pass_the_reminder_on() {
    world.type(ERIN, "/aws-setup transfer");
    assertThat(world.submit(ERIN, Map.of("customer_name", "Acme Robotics")).ok()).isTrue();
    assertThat(world.cardText()).contains("*The customer's turn* (no contact chosen)");
    world.passUntil("2026-12-02T20:00:00Z");
    assertThat(world.lastReminder())
        .startsWith("<@" + ERIN + ">")
        .contains("please pass this on to the customer.\n• *Enter the setup details.*");
    world.enterDetails();
    assertThat(world.cardText()).doesNotContain("no contact chosen");
  }

  @Test
  void no_reminder_comes_on_a_weekend() {
    world.setClock("2026-12-04T10:00:00Z");
    world.startTransfer();
    world.passUntil("2026-12-08T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Mon 7 09:00", "Tue 8 09:00");
  }

  @Test
  void a_customers_reminder_due_in_the_evening_waits_for_the_default_zones_morning() {
    world.setClock("2026-12-01T17:00:00Z");
    world.startTransfer();
    world.passUntil("2026-12-03T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Thu 3 09:00");
  }

  @Test
  void a_missing_review_reminds_the_engineer_in_her_own_morning_and_never_the_customer() {
    world.setClock("2026-12-01T16:00:00Z");
    world.startTransfer();
    world.enterDetails();
    world.passUntil("2026-12-03T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Thu 3 08:00");
    assertThat(world.lastReminder())
        .startsWith("<@" + ERIN + ">")
        .doesNotContain(CARLA)
        .contains("Review account", People.ACCOUNT);

    world.passUntil("2026-12-10T12:00:00Z");
    assertThat(world.reminders()).noneMatch(r -> r.contains(CARLA));
    assertThat(world.ops()).hasSize(1);
  }

  @Test
  void an_open_invitation_counts_down_at_five_two_and_one_days() {
    world.invited();
    assertThat(world.aws.invitations().get(0).expiresAt()).isEqualTo("2026-12-16T09:00:00Z");
    world.passUntil("2026-12-15T12:00:00Z");
    assertThat(world.remindedAt())
        .containsExactly(
            "Wed 2 09:00",
            "Thu 3 09:00",
            "Fri 4 09:00",
            "Mon 7 09:00",
            "Thu 10 09:00",
            "Fri 11 09:00",
            "Mon 14 09:00",
            "Tue 15 09:00");
    assertThat(world.reminders().get(5)).contains("5 days left");
    assertThat(world.reminders().get(6)).contains("2 days left");
    assertThat(world.reminders().get(7)).contains("24 hours left");
  }

  @Test
  void a_snooze_holds_for_its_days_and_the_countdown_still_speaks() {
    world.invited();
    world.passUntil("2026-12-04T10:00:00Z");
    assertThat(world.reminders()).hasSize(3);
    String told = world.told(CARLA, () -> world.press(CARLA, "snooze", "7"));
    assertThat(told).contains("No reminders until", "11 Dec 2026 10:00 UTC");
    world.passUntil("2026-12-11T08:00:00Z");
    assertThat(world.reminders()).hasSize(3);
    world.passUntil("2026-12-11T12:00:00Z");
    assertThat(world.remindedAt().get(3)).isEqualTo("Fri 11 09:00");
    assertThat(world.reminders().get(3)).contains("5 days left").doesNotContain(ERIN);
    world.passUntil("2026-12-11T16:00:00Z");
    assertThat(world.reminders()).as("none an hour later, as the snooze ends").hasSize(4);
    world.passUntil("2026-12-14T12:00:00Z");
    assertThat(world.remindedAt()).last().isEqualTo("Mon 14 09:00");
  }

  @Test
  void a_snooze_of_one_and_of_three_days_ends_when_it_said() {
    world.startTransfer();
    world.press(COLIN, "snooze", "1");
    world.passUntil("2026-12-02T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Wed 2 09:00");
    world.press(CARLA, "snooze", "3");
    assertThat(world.cardText()).contains("next reminder");
    world.passUntil("2026-12-07T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Wed 2 09:00", "Mon 7 09:00");
  }

  @Test
  void one_reminder_makes_up_for_a_week_without_the_bot() {
    world.startTransfer();
    world.stop();
    world.setClock("2026-12-09T11:00:00Z");
    world.restart();
    world.passUntil("2026-12-09T16:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Wed 9 11:00");
    world.passUntil("2026-12-10T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Wed 9 11:00", "Thu 10 11:00");
  }

  @Test
  void a_downtime_that_ends_at_night_is_made_up_for_in_the_morning() {
    world.startTransfer();
    world.stop();
    world.setClock("2026-12-08T22:00:00Z");
    world.restart();
    assertThat(world.reminders()).isEmpty();
    world.passUntil("2026-12-09T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Wed 9 09:00");
  }

  @Test
  void no_reminder_comes_after_the_end() {
    world.accepted();
    world.deployRole();
    world.press(CARLA, "check_now");
    world.assertIsComplete();
    int said = world.thread().size();
    world.jump(Duration.ofDays(3));
    world.jump(Duration.ofDays(30));
    assertThat(world.thread()).hasSize(said);
    assertThat(world.ops()).isEmpty();
  }

  @Test
  void no_reminder_comes_for_a_cancelled_setup() {
    world.startTransfer();
    world.type(ERIN, "/aws-setup cancel");
    world.submit(ERIN, Map.of("reason", "Bought elsewhere"));
    assertThat(world.cardText()).contains("Cancelled", "Bought elsewhere");
    int said = world.thread().size();
    world.jump(Duration.ofDays(3));
    world.jump(Duration.ofDays(30));
    assertThat(world.thread()).hasSize(said);
  }

  @Test
  void an_engineer_can_have_the_reminder_sent_at_once() {
    world.startTransfer();
    world.pass(Duration.ofHours(1));
    assertThat(world.answer(ERIN, "/aws-setup remind")).contains("goes out now");
    assertThat(world.remindedAt()).containsExactly("Tue 1 10:00");
    assertThat(world.lastReminder()).startsWith("<@" + CARLA + ">");
    world.passUntil("2026-12-02T12:00:00Z");
    assertThat(world.remindedAt()).containsExactly("Tue 1 10:00", "Wed 2 10:00");
  }

  @Test
  void a_reminder_whose_turn_has_passed_while_slack_was_down_is_dropped() {
    world.startTransfer();
    world.slack.failNext("chat.postMessage", SlackFault.status(503).times(1000));
    world.passUntil("2026-12-02T10:00:00Z");
    assertThat(world.reminders()).isEmpty();
    world.enterDetails();
    world.slack.clearFaults();
    world.pass(Duration.ofMinutes(30));
    assertThat(world.reminders()).isEmpty();
    assertThat(world.lastSaid()).contains("the details are in");
    world.passUntil("2026-12-03T12:00:00Z");
    assertThat(world.reminders()).hasSize(1).allMatch(r -> r.startsWith("<@" + ERIN + ">"));
  }

  @Test
  void reminders_of_a_new_turn_are_counted_from_the_first() {
    world.startTransfer();
    world.passUntil("2026-12-07T12:00:00Z");
    assertThat(world.ops()).hasSize(1);
    world.enterDetails();
    world.review();
    world.passUntil("2026-12-08T13:00:00Z");
    assertThat(world.lastReminder())
        .startsWith("<@" + CARLA + ">, still open")
        .doesNotContain(ERIN)
        .contains("Approve the billing transfer invitation", "Deploy the Essentials");
    assertThat(world.ops()).hasSize(1);
  }

  @Test
  void without_a_contact_the_engineer_is_reminded_until_the_details_are_in() {
    world.type(ERIN, "/aws-setup transfer");
    world.submit(ERIN, Map.of("customer_name", "Acme Robotics"));
    world.passUntil("2026-12-02T12:00:00Z");
    assertThat(world.lastReminder()).startsWith("<@" + ERIN + ">");
    world.press(COLIN, "enter_details");
    world.submit(COLIN, World.details());
    world.review();
    world.passUntil("2026-12-03T13:00:00Z");
    assertThat(world.lastReminder()).startsWith("<@" + COLIN + ">").doesNotContain(ERIN);
  }

  @Test
  void an_expiry_while_the_bot_was_down_is_announced_once_and_reminded_of_later() {
    world.invited();
    world.stop();
    world.setClock("2026-12-21T10:00:00Z");
    world.restart();
    world.jump(Duration.ofMinutes(30));
    assertThat(world.said("expired")).hasSize(1);
    assertThat(world.reminders()).isEmpty();
    world.passUntil("2026-12-22T12:00:00Z");
    assertThat(world.lastReminder()).startsWith("<@" + ERIN + ">").contains("new invitation");
  }
}
