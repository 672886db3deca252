package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a turn's next reminder is due, and why. Intervals run from the start of the turn or its last
 * reminder. The countdown to a deadline ignores intervals and snoozes. Both keep to the working
 * hours of the person reminded.
 *
 * @param dueAt when to send it; never before now, even if the bot was down when it was due
 * @param daysLeft the countdown day it announces; empty for one that is due by its interval
 * @param escalates whether the engineers are told too, because earlier ones went unanswered
 */
public record Reminder(Turn turn, Instant dueAt, OptionalInt daysLeft, boolean escalates) {
  private static final List<Integer> COUNTDOWN_DAYS = List.of(5, 2, 1);
  private static final int UNANSWERED_BEFORE_ESCALATION = 3;

  /**
   * The next reminder of the present turn; empty while no person has to act, or the channel has a
   * problem.
   *
   * @param zone the time zone of the person to be reminded
   */
  public static Optional<Reminder> next(
      Setup setup, SetupStatus status, ReminderRules rules, ZoneId zone, Instant now) {
    return status
        .turn()
        .filter(turn -> setup.channelAccess().problem().isEmpty())
        .map(
            turn -> {
              ReminderHistory said = setup.reminderHistory().in(turn);
              Instant since = since(turn, setup.reminderHistory());
              Reminder regular = regular(turn, since, said, rules, zone, now);
              return status
                  .deadline()
                  .flatMap(deadline -> countdown(turn, since, said, deadline, rules, zone, now))
                  .filter(countdown -> !countdown.dueAt().isAfter(regular.dueAt()))
                  .orElse(regular);
            });
  }

  /**
   * The turn's start, or the last reminder of an earlier turn: a step that has waited for long may
   * become the next one only now, and people are reminded of one step at a time.
   */
  private static Instant since(Turn turn, ReminderHistory reminderHistory) {
    return reminderHistory
        .lastAt()
        .filter(last -> !reminderHistory.turn().equals(Optional.of(turn)))
        .filter(turn.since()::isBefore)
        .orElse(turn.since());
  }

  private static Reminder regular(
      Turn turn,
      Instant since,
      ReminderHistory said,
      ReminderRules rules,
      ZoneId zone,
      Instant now) {
    Duration interval =
        rules.intervals().get(Math.min(said.inTurn(), rules.intervals().size() - 1));
    Instant due = said.snoozedUntil().orElse(said.lastAt().orElse(since).plus(interval));
    return new Reminder(
        turn, rules.nextOpen(later(due, now), zone), OptionalInt.empty(), escalates(said));
  }

  /**
   * The next countdown day that has not been announced. If several are due, after a downtime or
   * before a weekend, only the lowest is announced.
   */
  private static Optional<Reminder> countdown(
      Turn turn,
      Instant since,
      ReminderHistory said,
      Instant deadline,
      ReminderRules rules,
      ZoneId zone,
      Instant now) {
    List<Reminder> ahead =
        COUNTDOWN_DAYS.stream()
            .filter(days -> said.daysLeftSaid().isEmpty() || days < said.daysLeftSaid().getAsInt())
            .filter(days -> deadline.minus(Duration.ofDays(days)).isAfter(since))
            .map(
                days -> {
                  Instant wanted = deadline.minus(Duration.ofDays(days));
                  Instant due = countdownMoment(wanted, since, deadline, rules, zone, now);
                  return new Reminder(turn, due, OptionalInt.of(days), escalates(said));
                })
            .toList();
    return ahead.stream()
        .filter(reminder -> !reminder.dueAt().isAfter(now))
        .reduce((higher, lower) -> lower)
        .or(() -> ahead.stream().findFirst());
  }

  /**
   * Within working hours if possible: when they next begin, or at the end of the last ones if the
   * next begin after the deadline. If there are none before the deadline, at the wanted moment.
   */
  private static Instant countdownMoment(
      Instant wanted,
      Instant since,
      Instant deadline,
      ReminderRules rules,
      ZoneId zone,
      Instant now) {
    Instant next = rules.nextOpen(later(wanted, now), zone);
    if (next.isBefore(deadline)) {
      return next;
    }
    return rules
        .lastOpenBefore(wanted, zone)
        .filter(last -> last.isAfter(since))
        .map(last -> later(last, now))
        .orElse(later(wanted, now));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static boolean escalates(ReminderHistory said) {
    return said.unanswered() >= UNANSWERED_BEFORE_ESCALATION;
  }

  /**
   * Makes it a fact: it counts as said, and the message is owed. Nothing happens if a person acted,
   * snoozed or was reminded since it was planned.
   */
  Rule due(Setup planned, Optional<Instant> deadline) {
    ReminderHistory before = planned.reminderHistory().in(turn);
    return (setup, now) -> {
      if (!SetupStatus.of(setup, now).turn().equals(Optional.of(turn))
          || !setup.reminderHistory().in(turn).equals(before)) {
        return Change.none(setup);
      }
      return said(
              setup,
              turn,
              ReminderHistory.lowest(daysLeft, lowestPassed(deadline, now)),
              escalates,
              now)
          .happened(now, AuditEvent.Kind.REMINDED, turn.step().key());
    };
  }

  /** An engineer asked for it; it is sent at any hour. */
  static Change asked(Setup setup, Turn turn, UserId by, Instant now) {
    boolean escalates = escalates(setup.reminderHistory().in(turn));
    OptionalInt daysLeft = lowestPassed(SetupStatus.of(setup, now).deadline(), now);
    return said(setup, turn, daysLeft, escalates, now)
        .by(by, now, AuditEvent.Kind.REMINDED, turn.step().key());
  }

  private static Change said(
      Setup setup, Turn turn, OptionalInt daysLeft, boolean escalates, Instant now) {
    ReminderHistory before = setup.reminderHistory().in(turn);
    Change change =
        Change.of(setup, f -> f.reminderHistory = before.said(now, daysLeft, escalates))
            .message(
                new Message.Draft(MessageKind.REMINDER, new Topic.OfReminder(turn, escalates)));
    return escalates && before.escalatedAt().isEmpty()
        ? change
            .say(MessageKind.OPS, Notice.UNANSWERED, new NoticeDetail.OfStep(turn.step()))
            .happened(now, AuditEvent.Kind.ESCALATED, turn.step().key())
        : change;
  }

  /**
   * After a time without reminders several countdown days may have passed; one reminder announces
   * the lowest.
   */
  private static OptionalInt lowestPassed(Optional<Instant> deadline, Instant now) {
    return deadline
        .map(
            end ->
                COUNTDOWN_DAYS.stream()
                    .mapToInt(Integer::intValue)
                    .filter(days -> !now.isBefore(end.minus(Duration.ofDays(days))))
                    .min())
        .orElse(OptionalInt.empty());
  }
}
