package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who an open setup waits for and since when: what it takes to sort it among many. It is stored
 * beside the facts, so that a long list can be sorted, counted and read in pages; {@link #urgency}
 * adds what time alone changes when the list is read.
 *
 * @param actor who has to act: an engineer if any step needs one or the channel has a problem, else
 *     whose turn it is
 * @param since when that began
 * @param deadline until when the open invitation can be accepted; an engineer has to act from then
 *     on
 * @param unanswered whether the reminders of the present turn have been escalated
 */
public record Waiting(
    UserId owner,
    StepKey step,
    Actor actor,
    Instant since,
    Optional<Instant> deadline,
    boolean unanswered) {

  /** An invitation that cannot be accepted for longer than this is about to expire. */
  public static final Duration SOON = Duration.ofDays(5);

  /** Empty once the setup has ended. */
  public static Optional<Waiting> of(Setup setup, Instant now) {
    if (!setup.isOpen()) {
      return Optional.empty();
    }
    SetupStatus status = SetupStatus.of(setup, now);
    Turn turn =
        status.waitingFor(Actor.ENGINEER).stream()
            .flatMap(step -> step.turn().stream())
            .findFirst()
            .or(status::turn)
            .orElseGet(() -> withoutPerson(status));
    boolean channelProblem = setup.channelAccess().problem().isPresent();
    boolean unanswered = setup.reminderHistory().in(turn).escalatedAt().isPresent();
    return Optional.of(
        new Waiting(
            setup.startedBy(),
            turn.step(),
            channelProblem ? Actor.ENGINEER : turn.actor(),
            turn.since(),
            status.deadline(),
            unanswered));
  }

  private static Turn withoutPerson(SetupStatus status) {
    List<Step> steps = status.steps();
    Step step = status.current().orElse(steps.get(steps.size() - 1));
    return new Turn(step.key(), Actor.NOBODY, step.since());
  }

  public Urgency urgency(Instant now) {
    if (actor == Actor.ENGINEER || deadline.filter(end -> !end.isAfter(now)).isPresent()) {
      return Urgency.ENGINEER;
    }
    if (deadline.filter(end -> !end.isAfter(now.plus(SOON))).isPresent()) {
      return Urgency.EXPIRING;
    }
    if (actor == Actor.NOBODY) {
      return Urgency.AWS;
    }
    return unanswered ? Urgency.UNANSWERED : Urgency.CUSTOMER;
  }
}
