package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides what a setup needs next: one thing at a time, most urgent first, out of facts and the
 * time alone. The follow-up does it, records it, and asks again, so that it can stop anywhere and
 * go on later.
 */
public sealed interface Plan {
  /** Why, in a few words for the log. */
  String why();

  /** Take back an invitation that nobody wants any more. */
  record Cancel(Invitation invitation, String why) implements Plan {}

  /** Ask AWS for this round's invitation, after looking for one that is there already. */
  record Invite(Invitation invitation, String why) implements Plan {}

  /** Probe the role, and look at the open invitation too where somebody asked for it. */
  record Look(AccountId account, Optional<Invitation.Sent> transfer, String why) implements Plan {}

  /** Look whether the customer can be reached in the channel. */
  record LookAtChannel(ChannelId channel, String why) implements Plan {}

  /** Record what time alone has changed. */
  record Note(Rule rule, String why) implements Plan {}

  /** Nothing before this moment; the sweep and wake-ups may come earlier. */
  record Wait(Instant until, String why) implements Plan {}

  /** Nothing ever again. */
  record Finished(String why) implements Plan {}

  /** What cannot be reached in this pass, and is left for the next one. */
  enum Unreachable {
    INVITATIONS,
    ROLES,
    CHANNEL
  }

  /** The settings that a plan depends on. */
  record Rules(ReminderRules reminders, Duration watchInterval) {}

  /**
   * @param zone the time zone of the person whose turn it is
   * @param unreachable what has failed in this pass already
   */
  static Plan next(
      Setup setup, Rules rules, ZoneId zone, Set<Unreachable> unreachable, Instant now) {
    Optional<Invitation> unwanted = setup.unwantedInvitation();
    boolean invitationsReachable = !unreachable.contains(Unreachable.INVITATIONS);
    if (unwanted.isPresent() && invitationsReachable && isDue(unwanted.get(), now)) {
      return new Cancel(unwanted.get(), "the invitation is no longer wanted");
    }
    boolean mayLook = !unreachable.contains(Unreachable.CHANNEL);
    Optional<Instant> channelLook = setup.channelAccess().nextLook(setup.isOpen());
    boolean looks = mayLook && channelLook.filter(at -> !at.isAfter(now)).isPresent();
    if (!setup.isOpen()) {
      return looks
          ? lookAtChannel(setup)
          : Stream.of(unwanted.map(i -> i.retryAt().orElse(now)), channelLook)
              .flatMap(Optional::stream)
              .map(at -> soon(at, rules, now))
              .min(Instant::compareTo)
              .<Plan>map(until -> new Wait(until, "AWS or the channel has to hear of the end"))
              .orElse(new Finished("the setup has ended"));
    }
    Optional<Invitation> toSend = setup.invitationToSend();
    if (toSend.isPresent() && invitationsReachable && isDue(toSend.get(), now)) {
      return new Invite(toSend.get(), "round " + toSend.get().round() + " has been reviewed");
    }
    if (looks) {
      return lookAtChannel(setup);
    }
    SetupStatus status = SetupStatus.of(setup, now);
    boolean rolesReachable = !unreachable.contains(Unreachable.ROLES);
    Optional<Step.State.Overdue> late = unsaidOverdue(setup, status);
    if (late.filter(l -> !rolesReachable || hasLookedSince(l, setup)).isPresent()) {
      return new Note(
          new Observation.DeadlinePassed(late.get().invitation().round()),
          "the deadline has passed");
    }
    Optional<Instant> nextLook =
        setup.accountInReview().map(id -> nextLook(setup, late, rules.watchInterval()));
    if (rolesReachable && nextLook.filter(at -> !at.isAfter(now)).isPresent()) {
      return look(setup, late.isPresent(), invitationsReachable, now);
    }
    if (status.allDone() && setup.hasRoleAnsweredSinceAcceptance()) {
      return new Note(new Observation.Completed(), "every step is done");
    }
    Optional<Reminder> reminder = Reminder.next(setup, status, rules.reminders(), zone, now);
    if (reminder.filter(r -> !r.dueAt().isAfter(now)).isPresent()) {
      if (reminder.get().escalates() && mayLook && !setup.channelAccess().isFresh(now)) {
        return new LookAtChannel(setup.channel(), "reminders go unanswered");
      }
      return new Note(reminder.get().due(setup, status.deadline()), "a reminder is due");
    }
    return Stream.of(
            reminder.map(Reminder::dueAt),
            nextLook,
            status.deadline(),
            channelLook,
            toSend.or(() -> unwanted).map(i -> i.retryAt().orElse(now)))
        .flatMap(Optional::stream)
        .map(at -> soon(at, rules, now))
        .min(Instant::compareTo)
        .<Plan>map(until -> new Wait(until, "nothing is due"))
        .orElse(new Wait(now.plus(Duration.ofDays(1)), "nobody has to act"));
  }

  private static Plan lookAtChannel(Setup setup) {
    return new LookAtChannel(setup.channel(), "whether the customer can be reached there");
  }

  /** What is due already and has failed in this pass is tried again after an interval. */
  private static Instant soon(Instant at, Rules rules, Instant now) {
    return at.isAfter(now) ? at : now.plus(rules.watchInterval());
  }

  private static boolean isDue(Invitation invitation, Instant now) {
    return invitation.retryAt().filter(now::isBefore).isEmpty();
  }

  private static Optional<Step.State.Overdue> unsaidOverdue(Setup setup, SetupStatus status) {
    return status.step(StepKey.INVITATION).state() instanceof Step.State.Overdue late
            && !setup.isOverdueSaid()
        ? Optional.of(late)
        : Optional.empty();
  }

  private static boolean hasLookedSince(Step.State.Overdue late, Setup setup) {
    return setup.role().hasBeenProbedSince(late.sent().deadline());
  }

  /**
   * An accepted transfer with a deployed role is looked at once more, now, before it completes; and
   * so is an invitation before it is called too late, for it may have been accepted while we were
   * down.
   */
  private static Instant nextLook(
      Setup setup, Optional<Step.State.Overdue> late, Duration interval) {
    Role role = setup.role();
    Instant since = role.deployedAt().orElse(setup.roleWantedSince());
    Optional<Instant> acceptedAt = setup.acceptedAt();
    boolean lastLook =
        role.isGood()
            && role.missedAt().isEmpty()
            && acceptedAt.filter(at -> !role.hasBeenProbedSince(at)).isPresent();
    return late.map(l -> l.sent().deadline())
        .or(() -> acceptedAt.filter(at -> lastLook))
        .orElseGet(() -> role.nextProbe(since, interval));
  }

  private static Plan look(Setup setup, boolean late, boolean invitationsReachable, Instant now) {
    boolean asked = setup.role().isCheckFresh(now);
    Optional<Invitation.Sent> transfer =
        setup
            .invitation()
            .flatMap(Invitation::sent)
            .filter(sent -> invitationsReachable && (asked || late))
            .filter(sent -> !sent.status().isOver());
    return new Look(
        setup.accountInReview().orElseThrow(),
        transfer,
        late
            ? "it may have been accepted in time"
            : asked ? "somebody asked to check" : "the role is probed again");
  }
}
