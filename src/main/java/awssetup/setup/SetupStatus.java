package awssetup.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a setup stands at a moment: its steps, whose turn it is, the date that matters, and what
 * the card may offer. Card, reminders, status answers and log lines all use this one value.
 *
 * @param turn the first step that waits for a person; empty while only AWS or the bot is at work,
 *     and at the end
 * @param deadline until when the open invitation can be accepted
 */
public record SetupStatus(
    List<Step> steps, Optional<Turn> turn, Optional<Instant> deadline, Set<CardAction> actions) {

  public static SetupStatus of(Setup setup, Instant now) {
    List<Step> steps = new ArrayList<>();
    steps.add(details(setup));
    if (setup.option() == Option.NEW_ACCOUNT) {
      steps.add(account(setup));
    }
    boolean ready = steps.stream().allMatch(Step::isDone);
    steps.add(InvitationStep.of(setup, ready, now));
    steps.add(role(setup));
    return new SetupStatus(
        List.copyOf(steps),
        turn(setup, steps),
        deadline(steps),
        Collections.unmodifiableSet(actions(setup, steps)));
  }

  private static Optional<Turn> turn(Setup setup, List<Step> steps) {
    return steps.stream()
        .filter(step -> setup.isOpen())
        .flatMap(step -> step.turn().stream())
        .findFirst()
        .map(first -> afterAcceptance(first, setup));
  }

  private static Optional<Instant> deadline(List<Step> steps) {
    return steps.stream()
        .map(Step::state)
        .filter(state -> state.kind() == Step.State.Kind.OPEN)
        .map(state -> state.as(Step.State.Open.class).sent().deadline())
        .findFirst();
  }

  public Step step(StepKey key) {
    return steps.stream().filter(s -> s.key() == key).findFirst().orElseThrow();
  }

  public int done() {
    return (int) steps.stream().filter(Step::isDone).count();
  }

  public boolean allDone() {
    return done() == steps.size();
  }

  /** The first step that is not done; empty when all are. */
  public Optional<Step> current() {
    return steps.stream().filter(step -> !step.isDone()).findFirst();
  }

  /**
   * The steps that wait for this actor, in order. There may be two: a customer may approve and
   * deploy in either order.
   */
  public List<Step> waitingFor(Actor actor) {
    return steps.stream().filter(step -> step.actor() == actor).toList();
  }

  private static Step details(Setup setup) {
    return setup
        .details()
        .map(d -> new Step(StepKey.DETAILS, new Step.State.Done(d.at()), Actor.NOBODY, d.at()))
        .orElseGet(
            () ->
                new Step(
                    StepKey.DETAILS,
                    new Step.State.DetailsMissing(),
                    Actor.CUSTOMER,
                    setup.optionAt()));
  }

  private static Step account(Setup setup) {
    if (setup.details().isEmpty()) {
      return new Step(StepKey.ACCOUNT, new Step.State.Locked(), Actor.NOBODY, setup.optionAt());
    }
    Instant detailsAt = setup.details().get().at();
    if (setup.account().isEmpty()) {
      Instant since = setup.preparedAt().filter(detailsAt::isBefore).orElse(detailsAt);
      return new Step(StepKey.ACCOUNT, new Step.State.AccountMissing(), Actor.CUSTOMER, since);
    }
    Instant since = later(setup.account().get().at(), setup.preparedAt());
    Set<PreparationItem> open = setup.unprepared();
    return open.isEmpty()
        ? new Step(StepKey.ACCOUNT, new Step.State.Done(since), Actor.NOBODY, since)
        : new Step(StepKey.ACCOUNT, new Step.State.Unprepared(open), Actor.CUSTOMER, since);
  }

  private static Step role(Setup setup) {
    Optional<AccountId> reviewed = setup.accountInReview();
    if (reviewed.isEmpty()) {
      return new Step(
          StepKey.BOOTSTRAP_ROLE, new Step.State.Locked(), Actor.NOBODY, setup.optionAt());
    }
    Role role = setup.role();
    if (role.unsafeAt().isPresent()) {
      return new Step(
          StepKey.BOOTSTRAP_ROLE,
          new Step.State.RoleUnsafe(reviewed.get()),
          Actor.ENGINEER,
          role.unsafeAt().get());
    }
    if (role.deployedAt().isPresent()) {
      Instant at = role.deployedAt().get();
      return new Step(StepKey.BOOTSTRAP_ROLE, new Step.State.Done(at), Actor.NOBODY, at);
    }
    Step.State state =
        role.lostAt().isPresent()
            ? new Step.State.RoleLost(reviewed.get())
            : new Step.State.RoleMissing(reviewed.get());
    return new Step(StepKey.BOOTSTRAP_ROLE, state, Actor.CUSTOMER, setup.roleWantedSince());
  }

  /**
   * A role that is still missing when the invitation is accepted becomes the next thing to do only
   * then, so that the customer is not reminded of it in the minute of the acceptance.
   */
  private static Turn afterAcceptance(Turn turn, Setup setup) {
    return turn.step() == StepKey.BOOTSTRAP_ROLE
        ? new Turn(
            turn.step(), turn.actor(), later(turn.since(), new CurrentRound(setup).acceptedAt()))
        : turn;
  }

  private static Set<CardAction> actions(Setup setup, List<Step> steps) {
    Set<CardAction> actions = EnumSet.noneOf(CardAction.class);
    if (!setup.isOpen()) {
      return actions;
    }
    boolean accepted = setup.invitation().filter(Invitation::isAccepted).isPresent();
    if (setup.details().isEmpty()) {
      actions.add(CardAction.ENTER_DETAILS);
    } else if (!accepted) {
      actions.add(CardAction.CORRECT_DETAILS);
    }
    if (!accepted && setup.invitation().isEmpty()) {
      actions.add(CardAction.SWITCH_OPTION);
    }
    if (setup.option() == Option.NEW_ACCOUNT && setup.account().isPresent() && !accepted) {
      actions.add(CardAction.REPORT_ACCOUNT); // a mistyped ID is not among the details
    }
    steps.forEach(step -> offer(step.state().kind()).ifPresent(actions::add));
    boolean reported = setup.option() == Option.NEW_ACCOUNT && setup.account().isPresent();
    if (reported && !accepted && !actions.contains(CardAction.REPORT_ACCOUNT)) {
      actions.add(CardAction.CORRECT_ACCOUNT);
    }
    if (setup.accountInReview().isPresent()) {
      actions.add(CardAction.CHECK_NOW);
    }
    if (steps.stream().anyMatch(step -> step.actor() != Actor.NOBODY)) {
      actions.add(CardAction.SNOOZE);
    }
    return actions;
  }

  /** What moves a step on from this state, if a button can. */
  private static Optional<CardAction> offer(Step.State.Kind state) {
    return switch (state) {
      case ACCOUNT_MISSING, UNPREPARED -> Optional.of(CardAction.REPORT_ACCOUNT);
      case REVIEW_MISSING -> Optional.of(CardAction.REVIEW_INVITATION);
      case REFUSED, OVER, OVERDUE -> Optional.of(CardAction.SEND_AGAIN);
      case OPEN -> Optional.of(CardAction.OPEN_INVITATION);
      case ROLE_MISSING, ROLE_LOST -> Optional.of(CardAction.OPEN_BOOTSTRAP);
      case DONE, LOCKED, DETAILS_MISSING, SENDING, RETRYING, CANCELLING, ROLE_UNSAFE ->
          Optional.empty();
    };
  }

  private static Instant later(Instant a, Optional<Instant> b) {
    return b.filter(a::isBefore).orElse(a);
  }
}
