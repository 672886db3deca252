package awssetup.setup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that {@link Planner} will find due if nothing else happens until then: for people who
 * ask what comes next.
 *
 * @param actor who is reminded; empty for anything else
 */
public record Upcoming(Kind kind, Instant at, Optional<Actor> actor) {
  /** What will be done. */
  public enum Kind {
    REMINDER,
    PROBE,
    DEADLINE,
    RETRY
  }

  /**
   * All that is planned for a setup, soonest first.
   *
   * @param zone the time zone of the person whose turn it is
   */
  public static List<Upcoming> of(Setup setup, Plan.Rules rules, ZoneId zone, Instant now) {
    CurrentRound round = new CurrentRound(setup);
    Optional<SetupStatus> status =
        Optional.of(setup).filter(Setup::isOpen).map(open -> SetupStatus.of(open, now));
    Optional<Upcoming> reminder =
        status
            .flatMap(s -> Reminder.next(setup, s, rules.reminders(), zone, now))
            .map(r -> new Upcoming(Kind.REMINDER, r.dueAt(), Optional.of(r.turn().actor())));
    Optional<Upcoming> probe =
        status
            .flatMap(s -> setup.accountInReview())
            .map(account -> just(Kind.PROBE, round.nextProbe(rules.watchInterval())));
    Optional<Upcoming> deadline =
        status.flatMap(SetupStatus::deadline).map(at -> just(Kind.DEADLINE, at));
    Optional<Upcoming> retry =
        round
            .toSend()
            .or(round::unwanted)
            .flatMap(Invitation::retryAt)
            .map(at -> just(Kind.RETRY, at));
    return Stream.of(reminder, probe, deadline, retry)
        .flatMap(Optional::stream)
        .filter(next -> next.at().isAfter(now))
        .sorted(Comparator.comparing(Upcoming::at))
        .toList();
  }

  private static Upcoming just(Kind kind, Instant at) {
    return new Upcoming(kind, at, Optional.empty());
  }
}
