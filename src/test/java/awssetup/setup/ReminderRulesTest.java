package awssetup.setup;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderRulesTest {

  private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(MONDAY, FRIDAY);
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  @ParameterizedTest(name = "{0} {1}: at {2} next open {3}")
  @CsvSource(
      textBlock =
          """
          # zone,              days,    asked at,               opens
          UTC,                 MON-FRI, 2026-11-23T09:00Z,      2026-11-23T09:00Z
          UTC,                 MON-FRI, 2026-11-23T16:59:59Z,   2026-11-23T16:59:59Z
          UTC,                 MON-FRI, 2026-11-23T17:00Z,      2026-11-24T09:00Z
          UTC,                 MON-FRI, 2026-11-23T08:59Z,      2026-11-23T09:00Z
          UTC,                 MON-FRI, 2026-11-27T17:00Z,      2026-11-30T09:00Z
          UTC,                 MON-FRI, 2026-11-28T12:00Z,      2026-11-30T09:00Z
          UTC,                 SUN,     2026-11-23T12:00Z,      2026-11-29T09:00Z
          UTC,                 SUN,     2026-11-29T17:00Z,      2026-12-06T09:00Z
          # clocks change on a Sunday: Friday evening to Monday morning is an hour shorter or longer
          Europe/Berlin,       MON-FRI, 2026-03-27T18:00+01:00, 2026-03-30T09:00+02:00
          Europe/Berlin,       MON-FRI, 2026-10-23T18:00+02:00, 2026-10-26T09:00+01:00
          Europe/Berlin,       MON-SUN, 2026-03-29T01:00+01:00, 2026-03-29T09:00+02:00
          Europe/Berlin,       MON-SUN, 2026-10-25T02:30+01:00, 2026-10-25T09:00+01:00
          America/New_York,    MON-FRI, 2026-03-06T17:00-05:00, 2026-03-09T09:00-04:00
          America/New_York,    MON-FRI, 2026-10-30T17:00-04:00, 2026-11-02T09:00-05:00
          # the same moment is Sunday in Pago Pago and Monday on Kiritimati
          Pacific/Pago_Pago,   MON-FRI, 2026-11-23T00:00Z,      2026-11-23T09:00-11:00
          Pacific/Kiritimati,  MON-FRI, 2026-11-23T00:00Z,      2026-11-23T00:00Z
          Pacific/Kiritimati,  MON-FRI, 2026-11-27T05:00Z,      2026-11-30T09:00+14:00
          # half an hour of daylight saving
          Australia/Lord_Howe, MON-FRI, 2026-04-03T17:00+11:00, 2026-04-06T09:00+10:30
          Australia/Lord_Howe, MON-FRI, 2026-10-02T17:00+10:30, 2026-10-05T09:00+11:00
          # a Friday that Samoa never had
          Pacific/Apia,        FRI,     2011-12-29T12:00-10:00, 2012-01-06T09:00+14:00
          """)
  void opens_next_at(String zone, String days, OffsetDateTime asked, OffsetDateTime opens) {
    assertThat(nineToFive(days).nextOpen(asked.toInstant(), ZoneId.of(zone)))
        .isEqualTo(opens.toInstant());
  }

  @ParameterizedTest(name = "{0} {1}: at {2} last open {3}")
  @CsvSource(
      textBlock =
          """
          UTC,                 MON-FRI, 2026-11-23T12:00:30Z,   2026-11-23T12:00:30Z
          UTC,                 MON-FRI, 2026-11-23T17:00Z,      2026-11-23T16:59Z
          UTC,                 MON-FRI, 2026-11-23T08:59Z,      2026-11-20T16:59Z
          UTC,                 MON-FRI, 2026-11-29T23:59Z,      2026-11-27T16:59Z
          UTC,                 SUN,     2026-11-28T12:00Z,      2026-11-22T16:59Z
          Europe/Berlin,       MON-FRI, 2026-03-30T08:00+02:00, 2026-03-27T16:59+01:00
          Europe/Berlin,       MON-FRI, 2026-10-26T08:00+01:00, 2026-10-23T16:59+02:00
          America/New_York,    MON-FRI, 2026-03-09T08:00-04:00, 2026-03-06T16:59-05:00
          America/New_York,    MON-FRI, 2026-11-02T08:00-05:00, 2026-10-30T16:59-04:00
          Pacific/Pago_Pago,   MON-FRI, 2026-11-23T00:00Z,      2026-11-20T16:59-11:00
          Pacific/Kiritimati,  MON-FRI, 2026-11-22T18:00Z,      2026-11-20T16:59+14:00
          Australia/Lord_Howe, MON-FRI, 2026-10-05T08:00+11:00, 2026-10-02T16:59+10:30
          Pacific/Apia,        FRI,     2011-12-31T12:00+14:00, 2011-12-23T16:59-10:00
          """)
  void was_last_open_at(String zone, String days, OffsetDateTime asked, OffsetDateTime last) {
    assertThat(nineToFive(days).lastOpenBefore(asked.toInstant(), ZoneId.of(zone)))
        .contains(last.toInstant());
  }

  @Test
  void opens_at_the_change_when_the_opening_hour_is_skipped() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ReminderRules fromHalfPastTwo = rules("02:30", "17:00", EVERY_DAY);
    assertThat(fromHalfPastTwo.nextOpen(at("2026-03-29T01:00+01:00"), berlin))
        .isEqualTo(at("2026-03-29T03:00+02:00"));
  }

  @Test
  void stays_shut_on_the_day_that_skips_the_whole_window() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ReminderRules sundayNight = rules("02:15", "02:45", Set.of(SUNDAY));
    assertThat(sundayNight.nextOpen(at("2026-03-22T03:00+01:00"), berlin))
        .isEqualTo(at("2026-04-05T02:15+02:00"));
    assertThat(sundayNight.lastOpenBefore(at("2026-04-05T02:00+02:00"), berlin))
        .contains(at("2026-03-22T02:44+01:00"));
  }

  @Test
  void opens_twice_when_the_clock_repeats_the_window() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ReminderRules night = rules("02:15", "02:45", EVERY_DAY);
    assertThat(night.nextOpen(at("2026-10-25T02:50+02:00"), berlin))
        .isEqualTo(at("2026-10-25T02:15+01:00"));
    assertThat(night.lastOpenBefore(at("2026-10-25T02:00+01:00"), berlin))
        .contains(at("2026-10-25T02:44+02:00"));
  }

  @Test
  void a_clock_set_back_into_the_window_opens_it_again() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ReminderRules untilHalfPastTwo = rules("01:00", "02:30", EVERY_DAY);
    assertThat(untilHalfPastTwo.nextOpen(at("2026-10-25T02:45+02:00"), berlin))
        .isEqualTo(at("2026-10-25T02:00+01:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "Pacific/Pago_Pago",
        "Pacific/Kiritimati",
        "Australia/Lord_Howe",
        "UTC-11",
        "+14:00"
      })
  void all_hours_of_all_days_means_always(String zone) {
    ReminderRules always = rules("00:00", "24:00", EVERY_DAY);
    for (Instant t = at("2026-01-01T00:00Z");
        t.isBefore(at("2027-01-01T00:00Z"));
        t = t.plusSeconds(10_799)) {
      assertThat(always.nextOpen(t, ZoneId.of(zone))).isEqualTo(t);
      assertThat(always.lastOpenBefore(t, ZoneId.of(zone))).contains(t);
    }
  }

  @Test
  void a_window_to_midnight_ends_with_the_day() {
    ReminderRules weekdays = rules("00:00", "24:00", WORKING_DAYS);
    assertThat(weekdays.nextOpen(at("2026-11-28T00:00Z"), ZoneOffset.UTC))
        .isEqualTo(at("2026-11-30T00:00Z"));
    assertThat(weekdays.lastOpenBefore(at("2026-11-28T00:00Z"), ZoneOffset.UTC))
        .contains(at("2026-11-27T23:59Z"));
  }

  /** Holds both methods to a plain walk over the minutes round every clock change of a year. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2026-03-27T00:00Z", "Europe/Berlin,       2026-10-23T00:00Z",
    "America/New_York,    2026-03-06T00:00Z", "America/New_York,    2026-10-30T00:00Z",
    "Australia/Lord_Howe, 2026-04-03T00:00Z", "Australia/Lord_Howe, 2026-10-02T00:00Z"
  })
  void agrees_with_a_walk_over_every_minute(String zoneId, OffsetDateTime from) {
    ZoneId zone = ZoneId.of(zoneId);
    Instant start = from.toInstant();
    int minutes = 4 * 24 * 60;
    for (String window :
        List.of("09:00-17:00", "01:30-02:15", "02:00-02:30", "00:00-24:00", "23:30-24:00")) {
      ReminderRules rules = rules(window.substring(0, 5), window.substring(6), EVERY_DAY);
      Instant next = null;
      for (int i = minutes; i >= 0; i--) {
        Instant t = start.plusSeconds(60L * i);
        next = shows(t, zone, window) ? t : next;
        if (next != null) {
          assertThat(rules.nextOpen(t, zone))
              .as("%s in %s after %s", window, zone, t)
              .isEqualTo(next);
        }
      }
      Instant last = null;
      for (int i = 0; i <= minutes; i++) {
        Instant t = start.plusSeconds(60L * i);
        last = shows(t, zone, window) ? t : last;
        if (last != null) {
          assertThat(rules.lastOpenBefore(t, zone))
              .as("%s in %s before %s", window, zone, t)
              .contains(last);
        }
      }
    }
  }

  @Test
  void refuses_rules_that_cannot_be() {
    List<Duration> daily = List.of(Duration.ofDays(1));
    ZoneId utc = ZoneOffset.UTC;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReminderRules(List.of(), 0, 60, EVERY_DAY, utc));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReminderRules(List.of(Duration.ZERO), 0, 60, EVERY_DAY, utc));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReminderRules(daily, 60, 60, EVERY_DAY, utc));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReminderRules(daily, 0, 1441, EVERY_DAY, utc));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReminderRules(daily, -1, 60, EVERY_DAY, utc));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReminderRules(daily, 0, 60, Set.of(), utc));
  }

  private static boolean shows(Instant t, ZoneId zone, String window) {
    String shown = t.atZone(zone).toLocalTime().toString().substring(0, 5);
    return window.substring(0, 5).compareTo(shown) <= 0 && shown.compareTo(window.substring(6)) < 0;
  }

  private static ReminderRules nineToFive(String days) {
    return rules(
        "09:00",
        "17:00",
        switch (days) {
          case "MON-FRI" -> WORKING_DAYS;
          case "MON-SUN" -> EVERY_DAY;
          case "FRI" -> Set.of(FRIDAY);
          default -> Set.of(SUNDAY);
        });
  }

  private static ReminderRules rules(String opens, String closes, Set<DayOfWeek> days) {
    return new ReminderRules(
        List.of(Duration.ofDays(1)), minutes(opens), minutes(closes), days, ZoneOffset.UTC);
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
