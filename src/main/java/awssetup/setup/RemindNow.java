package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends the reminder now, outside its interval and working hours too. */
public record RemindNow(UserId by) implements Intent {
  /** Asked for twice within this time, one reminder is sent. */
  private static final Duration TWICE = Duration.ofMinutes(1);

  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return Intents.whyNothingWaits(setup, now);
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    Turn turn = Intents.turn(setup, now).orElseThrow();
    boolean justSaid =
        setup
            .reminderHistory()
            .in(turn)
            .lastAt()
            .filter(at -> now.isBefore(at.plus(TWICE)))
            .isPresent();
    return justSaid ? Change.none(setup) : Reminder.asked(setup, turn, by, now);
  }
}
