package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which reminders have been sent so far.
 *
 * @param turn whose turn the counters below are about; they start again with the next turn
 * @param inTurn reminders sent in this turn
 * @param unanswered reminders sent in this turn since the last reaction
 * @param lastAt when the last one of this turn was decided, or a notice announced the turn
 * @param daysLeftSaid the lowest of the deadline's countdown days already announced in this turn
 * @param snoozedUntil until when a person has paused the reminders
 * @param escalatedAt when the engineers were told that this turn's reminders go unanswered
 */
public record ReminderHistory(
    Optional<Turn> turn,
    int inTurn,
    int unanswered,
    Optional<Instant> lastAt,
    OptionalInt daysLeftSaid,
    Optional<Instant> snoozedUntil,
    Optional<Instant> escalatedAt) {

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private static final Duration MOMENT = Duration.ofMinutes(1);

  /** No reminder has been sent. */
  public static final ReminderHistory NEVER =
      new ReminderHistory(
          Optional.empty(),
          0,
          0,
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  /** The history of this turn: blank if the counters belong to an earlier one. */
  public ReminderHistory in(Turn now) {
    return turn.equals(Optional.of(now))
        ? this
        : new ReminderHistory(
            Optional.of(now),
            0,
            0,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** The same snooze was asked for a moment ago. */
  boolean isSnoozedAbout(Instant until) {
    return snoozedUntil
        .filter(at -> Duration.between(at, until).abs().compareTo(MOMENT) < 0)
        .isPresent();
  }

  ReminderHistory snoozed(Instant until) {
    return new ReminderHistory(
        turn, inTurn, 0, lastAt, daysLeftSaid, Optional.of(until), Optional.empty());
  }

  /**
   * One more reminder. A snooze that ends within a day of it ends now, or there would be two
   * reminders in a day.
   */
  ReminderHistory said(Instant at, OptionalInt daysLeft, boolean escalated) {
    return new ReminderHistory(
        turn,
        inTurn + 1,
        unanswered + 1,
        Optional.of(at),
        lowest(daysLeft, daysLeftSaid),
        snoozedUntil.filter(at.plus(ONE_DAY)::isBefore),
        escalated ? escalatedAt.or(() -> Optional.of(at)) : escalatedAt);
  }

  /** A notice announces the turn later than it began: the first reminder counts from here. */
  ReminderHistory told(Instant at) {
    return new ReminderHistory(
        turn, inTurn, unanswered, Optional.of(at), daysLeftSaid, snoozedUntil, escalatedAt);
  }

  static OptionalInt lowest(OptionalInt a, OptionalInt b) {
    return IntStream.concat(a.stream(), b.stream()).min();
  }
}
