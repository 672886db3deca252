package awssetup.followup;

import awssetup.followup.Outages.Service;
import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers;
import awssetup.ports.BootstrapRoles;
import awssetup.ports.BootstrapRoles.ProbeResult;
import awssetup.ports.Conversation;
import awssetup.ports.Conversation.View;
import awssetup.ports.Setups;
import awssetup.ports.SlackBusy;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Invitation;
import awssetup.setup.Observation;
import awssetup.setup.Plan;
import awssetup.setup.Planner;
import awssetup.setup.Priority;
import awssetup.setup.Reminder;
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
 * One pass over one setup: read the truth, do the one thing that is missing most, record it, read
 * again; when nothing is missing, say what is to be said and come back later. It may stop at any
 * line and be run again.
 */
final class FollowUp {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);
  private static final int MOST_IN_ONE_PASS = 25;
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(10);

  private final Setups setups;
  private final BillingTransfers transfers;
  private final BootstrapRoles roles;
  private final Conversation conversation;
  private final Inviter inviter;
  private final MessageDelivery postman;
  private final Outages outages;
  private final OneAtATime turns;
  private final Plan.Rules rules;
  private final InstantSource clock;

  FollowUp(
      Setups setups,
      BillingTransfers transfers,
      BootstrapRoles roles,
      Conversation conversation,
      Inviter inviter,
      MessageDelivery postman,
      Outages outages,
      Plan.Rules rules,
      InstantSource clock) {
    this.setups = setups;
    this.transfers = transfers;
    this.roles = roles;
    this.conversation = conversation;
    this.inviter = inviter;
    this.postman = postman;
    this.outages = outages;
    this.turns = new OneAtATime(clock);
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * When to look again.
   *
   * @param version the version of the setup that this pass left behind; another one means that
   *     somebody changed it meanwhile
   * @param at empty when there is nothing left to do, ever
   */
  record Next(long version, Optional<Instant> at) {}

  /**
   * @param hurry how much haste there is by now: it may grow during a pass
   */
  Next run(SetupId id, Supplier<Priority> makeUrgent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Set<Plan.Unreachable> unreachable = EnumSet.noneOf(Plan.Unreachable.class);
    Optional<Instant> retry = Optional.empty();
    for (int i = 0; i < MOST_IN_ONE_PASS; i++) {
      Optional<Setup> setup = setups.find(id);
      if (setup.isEmpty()) {
        return new Next(0, Optional.empty());
      }
      Priority priority = makeUrgent.get();
      SetupStatus status = SetupStatus.of(setup.get(), now);
      ZoneId zone;
      try {
        zone = zone(setup.get(), status, priority);
      } catch (SlackBusy e) {
        return new Next(setup.get().version(), earliest(retry, Optional.of(e.at())));
      }
      Plan plan = Planner.next(setup.get(), rules, zone, unreachable, now);
      if (plan instanceof Plan.Wait || plan instanceof Plan.Finished) {
        return rest(setup.get(), status, zone, plan, priority, retry, now);
      }
      LOG.debug("{} {}: {}", id, plan.getClass().getSimpleName(), plan.why());
      Optional<Instant> busy = asksForTransfers(plan) ? atAws(plan, id, now) : Optional.empty();
      if (busy.isPresent()) {
        Plan later = new Plan.Wait(busy.get(), "AWS is busy with others");
        return rest(setup.get(), status, zone, later, priority, retry, now);
      }
      try {
        retry = earliest(retry, carryOut(plan, id, priority, unreachable, now));
      } catch (SlackBusy e) {
        Plan later = new Plan.Wait(e.at(), "Slack is busy with others");
        return rest(setup.get(), status, zone, later, priority, retry, now);
      }
    }
    LOG.error("{} found more to do than one pass may: looking again in a minute", id);
    return new Next(-1, Optional.of(now.plus(Duration.ofMinutes(1))));
  }

  /** What is planned for this setup, soonest first. */
  List<Upcoming> upcoming(Setup setup) {
    Instant now = clock.instant();
    return Upcoming.of(setup, rules, zone(setup, SetupStatus.of(setup, now), Priority.URGENT), now);
  }

  private Next rest(
      Setup setup,
      SetupStatus status,
      ZoneId zone,
      Plan plan,
      Priority priority,
      Optional<Instant> retry,
      Instant now) {
    Optional<Instant> nextReminder =
        Reminder.next(setup, status, rules.reminders(), zone, now).map(Reminder::dueAt);
    Optional<Instant> undelivered =
        postman.deliver(new View(setup, status, nextReminder, priority));
    Optional<Instant> wait =
        plan instanceof Plan.Wait w ? Optional.of(w.until()) : Optional.empty();
    return new Next(setup.version(), earliest(earliest(retry, undelivered), wait));
  }

  /** The time zone of whoever is reminded next. */
  private ZoneId zone(Setup setup, SetupStatus status, Priority priority) {
    return status
        .turn()
        .map(Turn::actor)
        .filter(actor -> actor != Actor.NOBODY)
        .flatMap(actor -> conversation.zone(setup.personFor(actor), priority))
        .orElse(rules.reminders().defaultZone());
  }

  private static boolean asksForTransfers(Plan plan) {
    return plan instanceof Plan.Invite
        || plan instanceof Plan.Cancel
        || plan instanceof Plan.Look look && look.transfer().isPresent();
  }

  /**
   * Does and records what concerns transfers; returns when to come back if it could not be done.
   */
  private Optional<Instant> atAws(Plan plan, SetupId id, Instant now) {
    return turns.take(
        () -> {
          if (plan instanceof Plan.Invite invite) {
            return inviter.invite(id, invite.invitation(), now);
          } else if (plan instanceof Plan.Cancel cancel) {
            return inviter.cancel(id, cancel.invitation(), now);
          } else if (plan instanceof Plan.Look look) {
            look.transfer().ifPresent(sent -> lookAt(id, sent, now));
          }
          return Optional.empty();
        });
  }

  /** Does and records the rest; returns when to try again what could not be reached. */
  private Optional<Instant> carryOut(
      Plan plan, SetupId id, Priority priority, Set<Plan.Unreachable> unreachable, Instant now) {
    if (plan instanceof Plan.Note note) {
      setups.record(id, note.rule(), now);
    } else if (plan instanceof Plan.LookAtChannel) {
      return lookAtChannel(id, priority, unreachable, now);
    } else if (plan instanceof Plan.Look look) {
      return probe(id, look.account(), unreachable, now);
    }
    return Optional.empty();
  }

  /** Somebody asked to check: the bulk watch would see it too, only later. */
  private void lookAt(SetupId id, Invitation.Sent sent, Instant now) {
    if (!outages.mayTry(Service.INVITATIONS)) {
      return;
    }
    try {
      transfers
          .find(sent.transferId())
          .ifPresent(
              transfer ->
                  setups.record(
                      id,
                      new Observation.TransferSeen(
                          transfer.transferId(), transfer.status(), transfer.statusAtAws()),
                      now));
      outages.up(Service.INVITATIONS);
    } catch (AwsUnavailable e) {
      outages.down(Service.INVITATIONS, e);
    }
  }

  private Optional<Instant> lookAtChannel(
      SetupId id, Priority priority, Set<Plan.Unreachable> unreachable, Instant now) {
    Setup setup = setups.find(id).orElseThrow();
    try {
      Optional<ChannelProblem> problem = conversation.channelProblem(setup, priority);
      outages.up(Service.SLACK);
      setups.record(id, new Observation.ChannelSeen(setup.channel(), problem), now);
      problem.ifPresent(
          there -> LOG.info("{} nobody is reminded in {}: {}", id, setup.channel(), there.key()));
      return Optional.empty();
    } catch (SlackUnavailable e) {
      unreachable.add(Plan.Unreachable.CHANNEL);
      return Optional.of(outages.down(Service.SLACK, e));
    } catch (SlackRefused e) {
      LOG.warn("{} Slack does not show its channel: {}", id, e.getMessage());
      unreachable.add(Plan.Unreachable.CHANNEL);
      return Optional.of(now.plus(UNTIL_MENDED));
    }
  }

  private Optional<Instant> probe(
      SetupId id, AccountId account, Set<Plan.Unreachable> unreachable, Instant now) {
    if (!outages.mayTry(Service.ROLES)) {
      unreachable.add(Plan.Unreachable.ROLES);
      return Optional.of(outages.nextTry(Service.ROLES));
    }
    try {
      ProbeResult result = roles.probe(account);
      outages.up(Service.ROLES);
      setups.record(
          id,
          result == ProbeResult.NOT_VISIBLE
              ? new Observation.RoleSilent(account)
              : new Observation.RoleAnswered(account, result == ProbeResult.UNSAFE),
          now);
      return Optional.empty();
    } catch (AwsUnavailable e) {
      unreachable.add(Plan.Unreachable.ROLES);
      return Optional.of(outages.down(Service.ROLES, e));
    }
  }

  private static Optional<Instant> earliest(Optional<Instant> a, Optional<Instant> b) {
    return Stream.of(a, b).flatMap(Optional::stream).min(Instant::compareTo);
  }
}
