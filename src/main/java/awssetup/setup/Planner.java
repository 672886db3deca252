package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the {@link Plan} of one setup at one moment. The order of {@link #open} and {@link #ended}
 * is the order of urgency.
 */
public final class Planner {
  private static final Duration IDLE = Duration.ofDays(1);

  private final Setup setup;
  private final CurrentRound round;
  private final Plan.Rules rules;
  private final ZoneId zone;
  private final Set<Plan.Unreachable> unreachable;
  private final Instant now;

  private Planner(
      Setup setup, Plan.Rules rules, ZoneId zone, Set<Plan.Unreachable> unreachable, Instant now) {
    this.setup = setup;
    this.round = new CurrentRound(setup);
    this.rules = rules;
    this.zone = zone;
    this.unreachable = unreachable;
    this.now = now;
  }

  /**
   * @param zone the time zone of the person whose turn it is
   * @param unreachable what has failed in this pass already
   */
  public static Plan next(
      Setup setup, Plan.Rules rules, ZoneId zone, Set<Plan.Unreachable> unreachable, Instant now) {
    Planner planner = new Planner(setup, rules, zone, unreachable, now);
    return setup.isOpen() ? planner.open() : planner.ended();
  }

  private Plan ended() {
    return cancelling()
        .or(this::lookingAtChannel)
        .orElseGet(
            () ->
                soonest(Stream.of(retry(round.unwanted()), nextChannelLook()))
                    .<Plan>map(at -> new Plan.Wait(at, "AWS or the channel has to hear of the end"))
                    .orElse(new Plan.Finished("the setup has ended")));
  }

  private Plan open() {
    SetupStatus status = SetupStatus.of(setup, now);
    Optional<Step.State.Overdue> late = lateAndUnsaid(status);
    Optional<Instant> nextLook = setup.accountInReview().map(account -> nextLook(late));
    return cancelling()
        .or(this::inviting)
        .or(this::lookingAtChannel)
        .or(() -> deadlinePassed(late))
        .or(() -> looking(nextLook, late))
        .or(() -> completing(status))
        .orElseGet(() -> remindingOrWaiting(status, nextLook));
  }

  private Optional<Plan> cancelling() {
    return round
        .unwanted()
        .filter(this::isDue)
        .map(i -> new Plan.Cancel(i, "the invitation is no longer wanted"));
  }

  private Optional<Plan> inviting() {
    return round
        .toSend()
        .filter(this::isDue)
        .map(i -> new Plan.Invite(i, "round " + i.round() + " has been reviewed"));
  }

  private boolean isDue(Invitation invitation) {
    return isReachable(Plan.Unreachable.INVITATIONS)
        && invitation.retryAt().filter(now::isBefore).isEmpty();
  }

  private Optional<Plan> lookingAtChannel() {
    return nextChannelLook()
        .filter(at -> isReachable(Plan.Unreachable.CHANNEL) && !at.isAfter(now))
        .map(at -> lookAtChannel("whether the customer can be reached there"));
  }

  private Optional<Instant> nextChannelLook() {
    return setup.channelAccess().nextLook(setup.isOpen());
  }

  private Plan lookAtChannel(String why) {
    return new Plan.LookAtChannel(setup.channel(), why);
  }

  /** The open invitation, if its deadline has passed and this has not been said yet. */
  private Optional<Step.State.Overdue> lateAndUnsaid(SetupStatus status) {
    return Optional.of(status.step(StepKey.INVITATION).state())
        .filter(state -> state.kind() == Step.State.Kind.OVERDUE && !setup.isOverdueSaid())
        .map(state -> state.as(Step.State.Overdue.class));
  }

  /**
   * Said only after one more look, unless roles cannot be probed: it may have been accepted in
   * time.
   */
  private Optional<Plan> deadlinePassed(Optional<Step.State.Overdue> late) {
    return late.filter(
            state ->
                !isReachable(Plan.Unreachable.ROLES)
                    || setup.role().hasBeenProbedSince(state.sent().deadline()))
        .map(state -> new Observation.DeadlinePassed(state.invitation().round()))
        .map(passed -> new Plan.Note(passed, "the deadline has passed"));
  }

  /**
   * When to look at AWS. Two looks do not wait for the interval: the last one before completion,
   * once the transfer is accepted and the role deployed; and one before an invitation is called too
   * late, because it may have been accepted while the bot was down.
   */
  private Instant nextLook(Optional<Step.State.Overdue> late) {
    return late.map(state -> state.sent().deadline())
        .or(() -> round.acceptedAt().filter(at -> round.needsLastLook()))
        .orElseGet(() -> round.nextProbe(rules.watchInterval()));
  }

  private Optional<Plan> looking(Optional<Instant> nextLook, Optional<Step.State.Overdue> late) {
    return nextLook
        .filter(at -> isReachable(Plan.Unreachable.ROLES) && !at.isAfter(now))
        .map(at -> look(late.isPresent()));
  }

  private Plan look(boolean late) {
    boolean asked = setup.role().isCheckFresh(now);
    Optional<Invitation.Sent> transfer =
        setup
            .invitation()
            .flatMap(Invitation::sent)
            .filter(sent -> isReachable(Plan.Unreachable.INVITATIONS) && (asked || late))
            .filter(sent -> !sent.status().isOver());
    String routine = asked ? "a check was asked for" : "the role is probed again";
    return new Plan.Look(
        setup.accountInReview().orElseThrow(),
        transfer,
        late ? "it may have been accepted in time" : routine);
  }

  private Optional<Plan> completing(SetupStatus status) {
    return status.allDone() && round.hasRoleAnsweredSinceAcceptance()
        ? Optional.of(new Plan.Note(new Observation.Completed(), "every step is done"))
        : Optional.empty();
  }

  private Plan remindingOrWaiting(SetupStatus status, Optional<Instant> nextLook) {
    Optional<Reminder> reminder = Reminder.next(setup, status, rules.reminders(), zone, now);
    return reminder
        .filter(next -> !next.dueAt().isAfter(now))
        .map(due -> reminding(due, status))
        .orElseGet(() -> waiting(reminder, nextLook, status));
  }

  /** Before the engineers hear that reminders go unanswered, the channel is checked. */
  private Plan reminding(Reminder due, SetupStatus status) {
    boolean checksChannel =
        due.escalates()
            && isReachable(Plan.Unreachable.CHANNEL)
            && !setup.channelAccess().isFresh(now);
    return checksChannel
        ? lookAtChannel("reminders go unanswered")
        : new Plan.Note(due.due(setup, status.deadline()), "a reminder is due");
  }

  private Plan waiting(
      Optional<Reminder> reminder, Optional<Instant> nextLook, SetupStatus status) {
    return soonest(
            Stream.of(
                reminder.map(Reminder::dueAt),
                nextLook,
                status.deadline(),
                nextChannelLook(),
                retry(round.toSend().or(round::unwanted))))
        .map(until -> new Plan.Wait(until, "nothing is due"))
        .orElseGet(() -> new Plan.Wait(now.plus(IDLE), "no person has to act"));
  }

  private Optional<Instant> retry(Optional<Invitation> invitation) {
    return invitation.map(i -> i.retryAt().orElse(now));
  }

  /** What is due already has failed in this pass, and is tried again after an interval. */
  private Optional<Instant> soonest(Stream<Optional<Instant>> moments) {
    return moments
        .flatMap(Optional::stream)
        .map(at -> at.isAfter(now) ? at : now.plus(rules.watchInterval()))
        .min(Instant::compareTo);
  }

  private boolean isReachable(Plan.Unreachable what) {
    return !unreachable.contains(what);
  }
}
