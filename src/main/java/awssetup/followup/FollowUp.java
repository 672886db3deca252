package awssetup.followup;

import awssetup.followup.schedule.NextLook;
import awssetup.ports.Conversation;
import awssetup.ports.Conversation.View;
import awssetup.ports.Setups;
import awssetup.ports.SlackBusy;
import awssetup.setup.Actor;
import awssetup.setup.Plan;
import awssetup.setup.Planner;
import awssetup.setup.Priority;
import awssetup.setup.Reminder;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.SetupStatus;
import awssetup.setup.Turn;
import awssetup.setup.Upcoming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass over one setup: observe, decide, act and record, until nothing is left to do; then say
 * what is owed in Slack and choose when to look again. It may stop at any line and be run again.
 */
final class FollowUp {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);
  private static final int MOST_ACTS = 25;
  private static final Duration AFTER_TOO_MANY_ACTS = Duration.ofMinutes(1);

  private final Setups setups;
  private final Conversation conversation;
  private final PlanExecutor executor;
  private final MessageDelivery messages;
  private final Plan.Rules rules;
  private final InstantSource clock;

  FollowUp(
      Setups setups,
      Conversation conversation,
      PlanExecutor executor,
      MessageDelivery messages,
      Plan.Rules rules,
      InstantSource clock) {
    this.setups = setups;
    this.conversation = conversation;
    this.executor = executor;
    this.messages = messages;
    this.rules = rules;
    this.clock = clock;
  }

  /** What a pass keeps from one act to the next. The whole pass uses one time. */
  private static final class Pass {
    private final Instant now;
    private final Set<Plan.Unreachable> unreachable = EnumSet.noneOf(Plan.Unreachable.class);
    private Optional<Instant> retry = Optional.empty();

    Pass(Instant now) {
      this.now = now;
    }

    void retryAt(Instant at) {
      retry = earliest(retry, Optional.of(at));
    }
  }

  /** What a decision is based on. */
  private record Situation(Setup setup, SetupStatus status, ZoneId zone, Priority priority) {}

  /**
   * @param priority how urgent the pass is by now: a person may begin to wait for it while it runs
   */
  NextLook run(SetupId id, Supplier<Priority> priority) {
    Pass pass = new Pass(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    for (int acts = 0; acts < MOST_ACTS; acts++) {
      Optional<Setup> setup = setups.find(id);
      if (setup.isEmpty()) {
        return new NextLook(0, Optional.empty(), Priority.NORMAL);
      }
      Situation seen;
      try {
        seen = observe(setup.get(), priority.get(), pass.now);
      } catch (SlackBusy e) {
        pass.retryAt(e.at());
        return new NextLook(setup.get().version(), pass.retry, priority.get());
      }
      Plan plan = decide(seen, pass);
      if (plan instanceof Plan.Wait || plan instanceof Plan.Finished) {
        return choose(seen, plan, pass);
      }
      Outcome outcome = act(plan, seen, pass);
      if (outcome instanceof Outcome.Busy busy) {
        pass.retryAt(busy.until());
        return choose(seen, new Plan.Wait(busy.until(), busy.why()), pass);
      }
      record(id, outcome, pass);
    }
    LOG.error("{} found more to do than one pass may: looking again in a minute", id);
    return NextLook.at(pass.now.plus(AFTER_TOO_MANY_ACTS), Priority.NORMAL);
  }

  /** What is planned for this setup, soonest first. */
  List<Upcoming> upcoming(Setup setup) {
    Instant now = clock.instant();
    return Upcoming.of(setup, rules, zone(setup, SetupStatus.of(setup, now), Priority.URGENT), now);
  }

  private Situation observe(Setup setup, Priority priority, Instant now) {
    SetupStatus status = SetupStatus.of(setup, now);
    return new Situation(setup, status, zone(setup, status, priority), priority);
  }

  /** The time zone of the person who is reminded next. */
  private ZoneId zone(Setup setup, SetupStatus status, Priority priority) {
    return status
        .turn()
        .map(Turn::actor)
        .filter(actor -> actor != Actor.NOBODY)
        .flatMap(actor -> conversation.zone(setup.personFor(actor), priority))
        .orElse(rules.reminders().defaultZone());
  }

  private Plan decide(Situation seen, Pass pass) {
    return Planner.next(seen.setup(), rules, seen.zone(), pass.unreachable, pass.now);
  }

  private Outcome act(Plan plan, Situation seen, Pass pass) {
    LOG.debug("{} {}: {}", seen.setup().id(), plan.kind(), plan.why());
    try {
      return executor.carryOut(plan, seen.setup(), seen.priority(), pass.now);
    } catch (SlackBusy e) {
      return new Outcome.Busy(e.at(), "Slack is busy with others");
    }
  }

  private void record(SetupId id, Outcome outcome, Pass pass) {
    List<Rule> facts = List.of();
    if (outcome instanceof Outcome.Done done) {
      facts = done.facts();
    } else if (outcome instanceof Outcome.Unreachable unreachable) {
      facts = unreachable.facts();
      pass.unreachable.add(unreachable.what());
      pass.retryAt(unreachable.retryAt());
    }
    facts.forEach(fact -> setups.record(id, fact, pass.now));
  }

  /** Says what is owed, and looks again when the plan, a service or Slack needs it. */
  private NextLook choose(Situation seen, Plan plan, Pass pass) {
    Optional<Instant> nextReminder =
        Reminder.next(seen.setup(), seen.status(), rules.reminders(), seen.zone(), pass.now)
            .map(Reminder::dueAt);
    Optional<Instant> undelivered =
        messages.deliver(new View(seen.setup(), seen.status(), nextReminder, seen.priority()));
    Optional<Instant> planned =
        plan instanceof Plan.Wait wait ? Optional.of(wait.until()) : Optional.empty();
    Optional<Instant> unfinished = earliest(pass.retry, undelivered);
    return new NextLook(
        seen.setup().version(),
        earliest(unfinished, planned),
        unfinished.isPresent() || isUnderWay(seen.status()) ? seen.priority() : Priority.NORMAL);
  }

  /** Whether AWS has yet to do what a person asked for. */
  private static boolean isUnderWay(SetupStatus status) {
    return status.steps().stream()
        .map(step -> step.state().kind())
        .anyMatch(
            kind ->
                switch (kind) {
                  case SENDING, RETRYING, CANCELLING -> true;
                  case DONE,
                      LOCKED,
                      DETAILS_MISSING,
                      ACCOUNT_MISSING,
                      UNPREPARED,
                      REVIEW_MISSING,
                      REFUSED,
                      OPEN,
                      OVER,
                      OVERDUE,
                      ROLE_MISSING,
                      ROLE_UNSAFE,
                      ROLE_LOST ->
                      false;
                });
  }

  private static Optional<Instant> earliest(Optional<Instant> a, Optional<Instant> b) {
    return Stream.of(a, b).flatMap(Optional::stream).min(Instant::compareTo);
  }
}
