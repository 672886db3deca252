package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When it is the morning of a working day. */
class MorningTest {
  private static final ReminderRules BERLIN =
      rules(9 * 60, 17 * 60, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "Europe/Berlin");

  private static ReminderRules rules(int opens, int closes, Set<DayOfWeek> days, String zone) {
    return new ReminderRules(List.of(Duration.ofHours(24)), opens, closes, days, ZoneId.of(zone));
  }

  private static Optional<LocalDate> day(String at, ReminderRules rules) {
    return Morning.at(Instant.parse(at), rules).map(Morning::day);
  }

  @Test
  void begins_with_the_working_hours_of_the_partners_own_zone_and_lasts_three_hours() {
    assertThat(day("2026-12-01T07:59:59Z", BERLIN)).isEmpty();
    assertThat(day("2026-12-01T08:00:00Z", BERLIN)).contains(LocalDate.of(2026, 12, 1));
    assertThat(day("2026-12-01T10:59:59Z", BERLIN)).contains(LocalDate.of(2026, 12, 1));
    assertThat(day("2026-12-01T11:00:00Z", BERLIN)).isEmpty();
  }

  @Test
  void there_is_no_morning_on_days_off() {
    assertThat(day("2026-12-05T09:00:00Z", BERLIN)).isEmpty();
    assertThat(day("2026-12-06T09:00:00Z", BERLIN)).isEmpty();
    assertThat(day("2026-12-07T09:00:00Z", BERLIN)).contains(LocalDate.of(2026, 12, 7));
  }

  @Test
  void the_morning_before_a_mondays_is_a_fridays() {
    Morning monday = Morning.at(Instant.parse("2026-12-07T09:00:00Z"), BERLIN).orElseThrow();
    assertThat(monday.previous(BERLIN)).isEqualTo(Instant.parse("2026-12-04T08:00:00Z"));
  }

  @Test
  void working_hours_around_the_clock_begin_at_midnight() {
    ReminderRules always = rules(0, 24 * 60, EnumSet.allOf(DayOfWeek.class), "Asia/Tokyo");
    assertThat(day("2026-12-01T14:59:00Z", always)).isEmpty();
    assertThat(day("2026-12-01T15:00:00Z", always)).contains(LocalDate.of(2026, 12, 2));
  }

  @Test
  void follows_the_clocks_as_they_change() {
    assertThat(day("2027-03-26T07:30:00Z", BERLIN)).isEmpty();
    assertThat(day("2027-03-29T07:30:00Z", BERLIN)).contains(LocalDate.of(2027, 3, 29));
  }

  @Test
  void the_median_is_the_middle_or_the_mean_of_both_in_the_middle() {
    assertThat(Digest.median(List.of())).isEmpty();
    assertThat(Digest.median(List.of(days(9), days(1), days(3)))).contains(days(3));
    assertThat(Digest.median(List.of(days(8), days(1), days(2), days(4)))).contains(days(3));
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
