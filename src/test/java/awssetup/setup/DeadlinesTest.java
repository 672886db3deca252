package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

  @ParameterizedTest(name = "expiry {0}: by {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "2026-11-17T10:00:00Z, 2026-11-17T10:00:00Z",
        "2026-11-29T23:59:59Z, 2026-11-29T23:59:59Z",
        "2026-11-30T00:00:01Z, 2026-11-30T00:00:00Z",
        "2026-12-17T10:00:00Z, 2026-11-30T00:00:00Z",
        "none,                 2026-11-30T00:00:00Z"
      })
  void is_the_earlier_of_expiry_and_a_day_before_the_start(Instant expiry, Instant deadline) {
    assertThat(Deadlines.of(DECEMBER, Optional.ofNullable(expiry))).isEqualTo(deadline);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03, 2027-02-28T00:00:00Z",
    "2028-03, 2028-02-29T00:00:00Z",
    "2027-01, 2026-12-31T00:00:00Z",
    "2027-05, 2027-04-30T00:00:00Z"
  })
  void of_a_month_ends_one_day_before_it_in_utc(YearMonth month, Instant deadline) {
    assertThat(Deadlines.of(month)).isEqualTo(deadline);
  }

  @ParameterizedTest(name = "at {0} with {1} days: {2}")
  @CsvSource({
    "2026-11-01T00:00:00Z, 5, 2026-12 2027-01 2027-02",
    "2026-11-25T00:00:00Z, 5, 2026-12 2027-01 2027-02",
    "2026-11-25T00:00:01Z, 5, 2027-01 2027-02 2026-12",
    "2026-11-29T23:59:59Z, 5, 2027-01 2027-02 2026-12",
    "2026-11-30T00:00:00Z, 5, 2027-01 2027-02",
    "2026-11-30T23:59:59Z, 5, 2027-01 2027-02",
    "2026-12-01T00:00:00Z, 5, 2027-01 2027-02 2027-03",
    "2026-12-31T12:00:00Z, 5, 2027-02 2027-03",
    "2027-02-23T00:00:00Z, 5, 2027-03 2027-04 2027-05",
    "2027-02-23T00:00:01Z, 5, 2027-04 2027-05 2027-03",
    "2028-02-24T00:00:00Z, 5, 2028-03 2028-04 2028-05",
    "2026-11-29T23:59:59Z, 0, 2026-12 2027-01 2027-02",
    "2026-11-30T00:00:00Z, 0, 2027-01 2027-02",
    "2026-11-01T00:00:00Z, 40, 2027-01 2027-02 2026-12"
  })
  void offers_next_month_first_while_enough_days_remain(Instant now, int minDays, String months) {
    List<YearMonth> offered = List.of(months.split(" ")).stream().map(YearMonth::parse).toList();
    assertThat(Deadlines.startMonths(now, minDays)).isEqualTo(offered);
  }

  @Test
  void offers_only_months_that_can_be_accepted() {
    for (Instant now = DECEMBER;
        now.isBefore(Instant.parse("2028-04-01T00:00:00Z"));
        now = now.plusSeconds(7_201)) {
      Instant then = now;
      assertThat(Deadlines.startMonths(then, 5))
          .as("at %s", then)
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allMatch(month -> then.isBefore(Deadlines.of(month)));
    }
  }
}
