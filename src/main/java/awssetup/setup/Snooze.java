package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Stops reminders for a while; those that count down to a deadline still go out. */
public record Snooze(UserId by, Duration time) implements Intent {
  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return Intents.whyNothingWaits(setup, now);
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    Turn turn = Intents.turn(setup, now).orElseThrow();
    Instant until = now.plus(time);
    if (setup.reminderHistory().in(turn).isSnoozedAbout(until)) {
      return Change.none(setup);
    }
    return Change.of(setup, f -> f.reminderHistory = f.reminderHistory.in(turn).snoozed(until))
        .by(by, now, AuditEvent.Kind.SNOOZED, "P" + time.toDays() + "D");
  }
}
