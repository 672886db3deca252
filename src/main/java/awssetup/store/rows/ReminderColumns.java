package awssetup.store.rows;

import awssetup.setup.Actor;
import awssetup.setup.ReminderHistory;
import awssetup.setup.StepKey;
import awssetup.setup.Turn;
import java.sql.SQLException;
import java.util.Optional;

/** The columns of whose turn it is and how often that person was reminded. */
final class ReminderColumns {
  private ReminderColumns() {}

  static ReminderHistory read(RowReader row) throws SQLException {
    return new ReminderHistory(
        row.has("turn_step") ? Optional.of(turn(row)) : Optional.empty(),
        row.number("reminders_in_turn"),
        row.number("reminders_unanswered"),
        row.maybeInstant("last_reminder_at"),
        row.maybeNumber("days_left_said"),
        row.maybeInstant("snoozed_until"),
        row.maybeInstant("escalated_at"));
  }

  private static Turn turn(RowReader row) throws SQLException {
    return new Turn(
        row.one("turn_step", RowReader.word(StepKey.class)),
        row.one("turn_actor", RowReader.word(Actor.class)),
        row.instant("turn_since"));
  }

  static void write(ReminderHistory history, RowWriter values) {
    values
        .put("turn_step", history.turn().map(Turn::step))
        .put("turn_actor", history.turn().map(Turn::actor))
        .put("turn_since", history.turn().map(Turn::since))
        .put("reminders_in_turn", history.inTurn())
        .put("reminders_unanswered", history.unanswered())
        .put("last_reminder_at", history.lastAt())
        .put("days_left_said", history.daysLeftSaid())
        .put("snoozed_until", history.snoozedUntil())
        .put("escalated_at", history.escalatedAt());
  }
}
