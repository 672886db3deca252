package awssetup.setup;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When people may be reminded: how long to wait between reminders, and at which hours and on which
 * days, in the person's own time zone. The window is in local time: hours that a clock change skips
 * do not open, and hours that it repeats open twice.
 *
 * @param intervals waits before the first, second, … reminder, each longer than zero; the last one
 *     repeats
 * @param opensAt first minute of the day that is open, 0 to 1439
 * @param closesAt first minute of the day that is closed again, after {@code opensAt}, at most 1440
 *     (midnight)
 * @param days weekdays on which the window opens, at least one
 * @param defaultZone the time zone of people whose own is not known
 */
public record ReminderRules(
    List<Duration> intervals, int opensAt, int closesAt, Set<DayOfWeek> days, ZoneId defaultZone) {

  private static final int MINUTES_A_DAY = 24 * 60;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Two weeks hold a weekly window even when a clock change swallows one of its openings. */
  private static final Duration TWO_WEEKS = Duration.ofDays(15);

  /** Throws IllegalArgumentException when a part breaks the rule stated for it. */
  public ReminderRules {
    intervals = List.copyOf(intervals);
    if (intervals.isEmpty() || intervals.stream().anyMatch(ReminderRules::notPositive)) {
      throw new IllegalArgumentException(
          "intervals must be longer than zero, at least one: " + intervals);
    }
    if (opensAt < 0 || opensAt >= closesAt || closesAt > MINUTES_A_DAY) {
      throw new IllegalArgumentException(
          "the window must open before it closes: " + opensAt + "-" + closesAt);
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("the window must open on at least one day");
    }
    days = Set.copyOf(days);
    if (defaultZone == null) {
      throw new IllegalArgumentException("a default zone is needed");
    }
  }

  /**
   * The first moment from {@code t} on at which the window is open in {@code zone}; {@code t}
   * itself if it is.
   */
  public Instant nextOpen(Instant t, ZoneId zone) {
    if (isOpen(t, zone)) {
      return t;
    }
    LocalDate today = LocalDate.ofInstant(t, zone);
    TreeSet<Instant> starts = new TreeSet<>(clockChanges(zone, t, t.plus(TWO_WEEKS)));
    for (int i = 0; i <= TWO_WEEKS.toDays(); i++) {
      starts.addAll(moments(today.plusDays(i), opensAt, zone));
    }
    return starts.tailSet(t).stream()
        .filter(start -> isOpen(start, zone))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no opening found after " + t + " in " + zone));
  }

  /**
   * The last moment up to {@code t} at which the window was open in {@code zone}: {@code t} itself
   * if it is open, else one minute before the last closing. Empty if it did not open in the two
   * weeks before.
   */
  public Optional<Instant> lastOpenBefore(Instant t, ZoneId zone) {
    if (isOpen(t, zone)) {
      return Optional.of(t);
    }
    LocalDate today = LocalDate.ofInstant(t, zone);
    TreeSet<Instant> ends = new TreeSet<>(clockChanges(zone, t.minus(TWO_WEEKS), t));
    for (int i = 0; i <= TWO_WEEKS.toDays(); i++) {
      ends.addAll(moments(today.minusDays(i), closesAt, zone));
    }
    return ends.headSet(t, true).descendingSet().stream()
        .map(end -> end.minus(MINUTE))
        .filter(last -> isOpen(last, zone))
        .findFirst();
  }

  private boolean isOpen(Instant t, ZoneId zone) {
    ZonedDateTime there = t.atZone(zone);
    int minute = there.getHour() * 60 + there.getMinute();
    return days.contains(there.getDayOfWeek()) && opensAt <= minute && minute < closesAt;
  }

  /**
   * The moments at which clocks in the zone show that minute of that date: none counts as the
   * change, at most two.
   */
  private static Collection<Instant> moments(LocalDate date, int minuteOfDay, ZoneId zone) {
    LocalDateTime shown = date.atTime(LocalTime.MIDNIGHT).plusMinutes(minuteOfDay);
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(shown);
    return offsets.isEmpty()
        ? Set.of(rules.getTransition(shown).getInstant())
        : offsets.stream().map(shown::toInstant).toList();
  }

  private static Set<Instant> clockChanges(ZoneId zone, Instant from, Instant to) {
    Set<Instant> changes = new TreeSet<>();
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    while (change != null && !change.getInstant().isAfter(to)) {
      changes.add(change.getInstant());
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return changes;
  }

  private static boolean notPositive(Duration interval) {
    return interval.isZero() || interval.isNegative();
  }
}
