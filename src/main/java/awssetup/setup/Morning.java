package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The morning of a working day in the partner's own time zone: the first three hours of the working
 * hours. The digest is posted then or not at all: no old digest in the afternoon, and no row of
 * them after days of downtime.
 *
 * @param opensAt when the working hours begin
 */
public record Morning(LocalDate day, Instant opensAt) {
  private static final Duration LASTS = Duration.ofHours(3);
  private static final int TWO_WEEKS = 15;

  /** Empty at any other time. */
  public static Optional<Morning> at(Instant now, ReminderRules rules) {
    return of(LocalDate.ofInstant(now, rules.defaultZone()), rules)
        .filter(morning -> !now.isBefore(morning.opensAt))
        .filter(morning -> now.isBefore(morning.opensAt.plus(LASTS)));
  }

  /** When the working hours before these began; they never pause for two weeks. */
  public Instant previous(ReminderRules rules) {
    for (int days = 1; days <= TWO_WEEKS; days++) {
      Optional<Morning> earlier = of(day.minusDays(days), rules);
      if (earlier.isPresent()) {
        return earlier.get().opensAt;
      }
    }
    return opensAt.minus(Duration.ofDays(1));
  }

  private static Optional<Morning> of(LocalDate day, ReminderRules rules) {
    Instant midnight = day.atStartOfDay(rules.defaultZone()).toInstant();
    Instant opening = rules.nextOpen(midnight, rules.defaultZone());
    return LocalDate.ofInstant(opening, rules.defaultZone()).equals(day)
        ? Optional.of(new Morning(day, opening))
        : Optional.empty();
  }
}
