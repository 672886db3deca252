package awssetup.setup;

import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTest {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE dd HH:mm", Locale.ROOT);

  @Test
  void comes_after_a_day_three_times_and_then_every_three_days() {
    assertThat(reminders(Stories.acme(), always(), ZoneOffset.UTC, "2026-11-18T00:00Z"))
        .containsExactly(
            "Tue 03 10:00",
            "Wed 04 10:00",
            "Thu 05 10:00",
            "Sun 08 10:00 escalates",
            "Wed 11 10:00 escalates",
            "Sat 14 10:00 escalates",
            "Tue 17 10:00 escalates");
  }

  @Test
  void waits_for_office_hours() {
    Story acme = Stories.acme();
    acme.at("2026-11-05T18:30:00Z").detailed();
    assertThat(reminders(acme, Stories.OFFICE_HOURS, ZoneOffset.UTC, "2026-11-20T00:00Z"))
        .containsExactly(
            "Mon 09 09:00",
            "Tue 10 09:00",
            "Wed 11 09:00",
            "Mon 16 09:00 escalates",
            "Thu 19 09:00 escalates");
  }

  @ParameterizedTest(name = "{0}: since {1}, at {2}")
  @CsvSource({
    "Pacific/Pago_Pago,  2026-11-02T16:00-11:00, 2026-11-03T16:00-11:00",
    "Pacific/Pago_Pago,  2026-11-06T10:00-11:00, 2026-11-09T09:00-11:00",
    "Pacific/Kiritimati, 2026-11-02T16:00+14:00, 2026-11-03T16:00+14:00",
    "Pacific/Kiritimati, 2026-11-05T18:00+14:00, 2026-11-09T09:00+14:00",
    "Asia/Kathmandu,     2026-11-02T08:00+05:45, 2026-11-03T09:00+05:45",
    "Europe/Berlin,      2026-03-27T16:30+01:00, 2026-03-30T09:00+02:00",
    "Europe/Berlin,      2026-10-23T16:30+02:00, 2026-10-26T09:00+01:00",
    "America/New_York,   2026-10-30T09:30-04:00, 2026-11-02T09:00-05:00",
    "America/New_York,   2026-03-06T12:00-05:00, 2026-03-09T09:00-04:00"
  })
  void keeps_to_the_hours_of_the_person_reminded(
      ZoneId zone, OffsetDateTime since, OffsetDateTime first) {
    Story acme = Stories.acme().at(since.toInstant()).detailed();
    assertThat(next(acme, Stories.OFFICE_HOURS, zone).dueAt()).isEqualTo(first.toInstant());
  }

  @Test
  void counts_down_at_five_two_and_one_days_at_any_interval() {
    Story acme = Stories.acme().at("2026-11-23T10:00:00Z").invited();
    ReminderRules seldom = always(Duration.ofDays(30));
    assertThat(reminders(acme, seldom, ZoneOffset.UTC, "2026-12-02T00:00Z"))
        .containsExactly("Wed 25 00:00", "Sat 28 00:00", "Sun 29 00:00");
  }

  @Test
  void leaves_out_the_countdown_days_from_before_the_turn() {
    Story acme = Stories.acme().at("2026-11-27T10:00:00Z").invited();
    assertThat(reminders(acme, always(Duration.ofDays(30)), ZoneOffset.UTC, "2026-12-02T00:00Z"))
        .containsExactly("Sat 28 00:00", "Sun 29 00:00");
  }

  @Test
  void announces_once_before_the_weekend_if_the_next_hours_come_too_late() {
    Story acme = Stories.acme().at("2026-11-23T10:00:00Z").invited();
    ReminderRules seldom = with(Stories.OFFICE_HOURS, Duration.ofDays(30));
    assertThat(reminders(acme, seldom, ZoneOffset.UTC, "2026-12-02T00:00Z"))
        .containsExactly("Wed 25 09:00", "Fri 27 16:59");
  }

  @Test
  void announces_on_the_weekend_if_there_were_no_hours_before() {
    Story acme = Stories.acme().at("2026-11-27T18:00:00Z").invited();
    assertThat(reminders(acme, Stories.OFFICE_HOURS, ZoneOffset.UTC, "2026-11-30T00:00Z"))
        .containsExactly("Sat 28 00:00", "Sun 29 00:00");
  }

  @Test
  void is_sent_once_for_all_that_a_downtime_missed() {
    Story acme = Stories.acme().at("2026-11-20T10:00:00Z").invited().at("2026-11-29T02:00:00Z");
    assertThat(reminders(acme, always(), ZoneOffset.UTC, "2026-11-30T00:00Z"))
        .containsExactly("Sun 29 02:00");
    assertThat(acme.setup().reminderHistory().daysLeftSaid()).hasValue(1);
  }

  @Test
  void never_comes_twice_for_one_moment() {
    Story acme = Stories.acme().detailed().later(Duration.ofHours(24));
    Rule reminder = ((Plan.Note) acme.plan()).rule();
    acme.does(reminder);
    assertThat(acme.last().messages()).hasSize(1);
    assertThat(acme.trying(reminder).isNone()).isTrue();
  }

  @Test
  void is_dropped_if_a_person_snoozed_in_the_meantime() {
    Story acme = Stories.acme().detailed().later(Duration.ofHours(24));
    Rule reminder = ((Plan.Note) acme.plan()).rule();
    acme.does(new Snooze(ERIN, Duration.ofDays(1)));
    assertThat(acme.trying(reminder).isNone()).isTrue();
  }

  @Test
  void is_dropped_if_the_turn_is_over() {
    Story acme = Stories.acme().later(Duration.ofHours(24));
    Rule reminder = ((Plan.Note) acme.plan()).rule();
    assertThat(acme.detailed().trying(reminder).isNone()).isTrue();
  }

  @Test
  void starts_over_with_the_next_turn() {
    Story acme = Stories.acme();
    reminders(acme, always(), ZoneOffset.UTC, "2026-11-09T00:00Z");
    assertThat(next(acme, always(), ZoneOffset.UTC).escalates()).isTrue();
    acme.detailed();
    Reminder first = next(acme, always(), ZoneOffset.UTC);
    assertThat(first.escalates()).isFalse();
    assertThat(first.turn().actor()).isEqualTo(Actor.ENGINEER);
    assertThat(first.dueAt()).isEqualTo(acme.now().plus(Duration.ofHours(24)));
  }

  @Test
  void role_is_not_asked_for_in_the_minute_of_the_acceptance() {
    Story acme = Stories.acme().invited().later(Duration.ofDays(9)).seen(TransferStatus.ACCEPTED);
    Reminder first = next(acme, always(), ZoneOffset.UTC);
    assertThat(first.turn().step()).isEqualTo(StepKey.BOOTSTRAP_ROLE);
    assertThat(first.dueAt()).isEqualTo(acme.now().plus(Duration.ofHours(24)));
  }

  @Test
  void step_that_has_waited_behind_another_is_not_reminded_of_at_once() {
    Story acme = Stories.acme().ready().reviewed().attempting();
    acme.refused("PAYMENT_INSTRUMENT_REQUIRED").roleSilent();
    reminders(acme, always(), ZoneOffset.UTC, "2026-11-04T11:00Z");
    assertThat(acme.setup().reminderHistory().inTurn()).isEqualTo(2);
    acme.checked().attempting().troubled();
    Reminder next = next(acme, always(), ZoneOffset.UTC);
    assertThat(next.turn().step()).isEqualTo(StepKey.BOOTSTRAP_ROLE);
    assertThat(next.dueAt()).isEqualTo(Instant.parse("2026-11-05T10:00:00Z"));
  }

  @Test
  void tells_the_operations_channel_once_with_the_fourth() {
    Story acme = Stories.acme();
    List<String> told = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      acme.at(next(acme, always(), ZoneOffset.UTC).dueAt());
      acme.does(((Plan.Note) plan(acme, always(), ZoneOffset.UTC)).rule());
      for (Message.Draft draft : acme.last().messages()) {
        told.add(i + " " + draft.kind() + draft.topic().detailText().map(" "::concat).orElse(""));
      }
    }
    assertThat(told)
        .containsExactly(
            "1 REMINDER",
            "2 REMINDER",
            "3 REMINDER",
            "4 REMINDER escalated",
            "4 OPS details",
            "5 REMINDER escalated",
            "6 REMINDER escalated");
  }

  @Test
  void a_snooze_is_silent_until_its_end_and_counts_as_an_answer() {
    Story acme = Stories.acme();
    reminders(acme, always(), ZoneOffset.UTC, "2026-11-06T00:00Z");
    acme.does(new Snooze(ERIN, Duration.ofDays(3)));
    assertThat(reminders(acme, always(), ZoneOffset.UTC, "2026-11-19T00:00Z"))
        .containsExactly("Mon 09 00:00", "Thu 12 00:00", "Sun 15 00:00", "Wed 18 00:00 escalates");
  }

  @Test
  void countdown_is_announced_during_a_snooze_and_does_not_end_it() {
    Story acme = Stories.acme().at("2026-11-23T10:00:00Z").invited();
    acme.does(new Snooze(ERIN, Duration.ofDays(7)));
    assertThat(reminders(acme, always(), ZoneOffset.UTC, "2026-11-30T00:00Z"))
        .containsExactly("Wed 25 00:00", "Sat 28 00:00", "Sun 29 00:00");
  }

  @Test
  void a_requested_reminder_announces_the_countdown_day_that_has_passed() {
    Story acme = Stories.acme().at("2026-11-20T10:00:00Z").invited().at("2026-11-28T01:00:00Z");
    acme.does(new RemindNow(ERIN));
    assertThat(next(acme, always(), ZoneOffset.UTC).daysLeft()).hasValue(1);
  }

  @Test
  void no_reminder_is_due_while_aws_or_the_bot_is_at_work_or_after_the_end() {
    assertThat(next(Stories.acme().invited().corrected())).isEmpty();
    assertThat(next(Stories.acme().invited().cancelled())).isEmpty();
    Story done = Stories.acme().invited().roleAnswers().seen(TransferStatus.ACCEPTED);
    assertThat(next(done)).isEmpty();
  }

  /** When a follow-up that is always running would send reminders, in the zone's local time. */
  private static List<String> reminders(
      Story story, ReminderRules rules, ZoneId zone, String until) {
    List<String> sent = new ArrayList<>();
    Instant end = OffsetDateTime.parse(until).toInstant();
    while (true) {
      assertThat(sent).as("no end of reminders").hasSizeLessThan(50);
      Optional<Reminder> next =
          Reminder.next(story.setup(), story.status(), rules, zone, story.now());
      if (next.isEmpty() || !next.get().dueAt().isBefore(end)) {
        story.at(end);
        return sent;
      }
      story.at(next.get().dueAt());
      story.does(next(story, rules, zone).due(story.setup(), story.status().deadline()));
      assertThat(story.last().isNone()).isFalse();
      sent.add(
          SHOWN.format(LocalDateTime.ofInstant(story.now(), zone))
              + (story.last().messages().get(0).topic().detailText().isPresent()
                  ? " escalates"
                  : ""));
    }
  }

  private static Plan plan(Story story, ReminderRules rules, ZoneId zone) {
    Plan.Rules all = new Plan.Rules(rules, Duration.ofMinutes(1));
    return Planner.next(
        story.setup(), all, zone, EnumSet.allOf(Plan.Unreachable.class), story.now());
  }

  private static Optional<Reminder> next(Story story) {
    return Reminder.next(
        story.setup(), story.status(), Stories.OFFICE_HOURS, ZoneOffset.UTC, story.now());
  }

  private static Reminder next(Story story, ReminderRules rules, ZoneId zone) {
    return Reminder.next(story.setup(), story.status(), rules, zone, story.now()).orElseThrow();
  }

  private static ReminderRules always(Duration... intervals) {
    List<Duration> all =
        intervals.length == 0 ? Stories.OFFICE_HOURS.intervals() : List.of(intervals);
    return new ReminderRules(all, 0, 24 * 60, EnumSet.allOf(DayOfWeek.class), ZoneOffset.UTC);
  }

  private static ReminderRules with(ReminderRules rules, Duration interval) {
    return new ReminderRules(
        List.of(interval), rules.opensAt(), rules.closesAt(), rules.days(), rules.defaultZone());
  }
}
