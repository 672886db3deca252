package awssetup.followup;

import awssetup.followup.Outages.Service;
import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers;
import awssetup.ports.BootstrapRoles;
import awssetup.ports.BootstrapRoles.ProbeResult;
import awssetup.ports.Conversation;
import awssetup.ports.SlackBusy;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.AccountId;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Invitation;
import awssetup.setup.Observation;
import awssetup.setup.Plan;
import awssetup.setup.Priority;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does at AWS and in Slack what a plan asks for, and says what it saw there. */
final class PlanExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(PlanExecutor.class);
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(10);

  private final BillingTransfers transfers;
  private final BootstrapRoles roles;
  private final Conversation conversation;
  private final Inviter inviter;
  private final Outages outages;
  private final OneAtATime oneAtATime;

  PlanExecutor(LoopPorts ports, Outages outages, Consumer<SetupId> resume, InstantSource clock) {
    this.transfers = ports.transfers();
    this.roles = ports.roles();
    this.conversation = ports.conversation();
    this.inviter = new Inviter(ports.setups(), ports.transfers(), outages);
    this.outages = outages;
    this.oneAtATime = new OneAtATime(resume, clock);
  }

  /**
   * Carries out a plan, unless it is one to wait.
   *
   * @throws SlackBusy if Slack serves other setups first
   */
  Outcome carryOut(Plan plan, Setup setup, Priority priority, Instant now) {
    SetupId id = setup.id();
    return switch (plan.kind()) {
      case NOTE -> new Outcome.Done(List.of(plan.as(Plan.Note.class).rule()));
      case INVITE ->
          atAws(
              id, priority, () -> inviter.invite(id, plan.as(Plan.Invite.class).invitation(), now));
      case CANCEL ->
          atAws(
              id, priority, () -> inviter.cancel(id, plan.as(Plan.Cancel.class).invitation(), now));
      case LOOK_AT_CHANNEL -> lookAtChannel(setup, priority, now);
      case LOOK -> look(id, plan.as(Plan.Look.class), priority);
      case WAIT, FINISHED -> Outcome.done();
    };
  }

  /** Works with transfers, one setup at a time; what it sees there is recorded as it goes. */
  private Outcome atAws(SetupId id, Priority priority, Supplier<Optional<Instant>> work) {
    return oneAtATime
        .take(id, priority, work)
        .<Outcome>map(until -> new Outcome.Busy(until, "AWS is busy with others"))
        .orElseGet(Outcome::done);
  }

  private Outcome look(SetupId id, Plan.Look look, Priority priority) {
    List<Rule> seen = new ArrayList<>();
    if (look.transfer().isPresent()) {
      Outcome atAws =
          atAws(
              id,
              priority,
              () -> {
                transferSeen(look.transfer().get()).ifPresent(seen::add);
                return Optional.empty();
              });
      if (atAws instanceof Outcome.Busy) {
        return atAws;
      }
    }
    return probe(look.account(), seen);
  }

  /** A person asked to check: the watch would see it too, only later. */
  private Optional<Rule> transferSeen(Invitation.Sent sent) {
    if (!outages.mayTry(Service.INVITATIONS)) {
      return Optional.empty();
    }
    try {
      Optional<Rule> seen =
          transfers
              .find(sent.transferId(), Priority.URGENT)
              .map(
                  transfer ->
                      new Observation.TransferSeen(
                          transfer.transferId(), transfer.status(), transfer.statusAtAws()));
      outages.up(Service.INVITATIONS);
      return seen;
    } catch (AwsUnavailable e) {
      outages.down(Service.INVITATIONS, e);
      return Optional.empty();
    }
  }

  private Outcome probe(AccountId account, List<Rule> seen) {
    if (!outages.mayTry(Service.ROLES)) {
      return new Outcome.Unreachable(Plan.Unreachable.ROLES, outages.nextTry(Service.ROLES), seen);
    }
    try {
      ProbeResult result = roles.probe(account);
      outages.up(Service.ROLES);
      seen.add(
          result == ProbeResult.NOT_VISIBLE
              ? new Observation.RoleSilent(account)
              : new Observation.RoleAnswered(account, result == ProbeResult.UNSAFE));
      return new Outcome.Done(seen);
    } catch (AwsUnavailable e) {
      return new Outcome.Unreachable(Plan.Unreachable.ROLES, outages.down(Service.ROLES, e), seen);
    }
  }

  private Outcome lookAtChannel(Setup setup, Priority priority, Instant now) {
    try {
      Optional<ChannelProblem> problem = conversation.channelProblem(setup, priority);
      outages.up(Service.SLACK);
      problem.ifPresent(
          found ->
              LOG.info(
                  "{} sends no reminders to {}: {}", setup.id(), setup.channel(), found.key()));
      return new Outcome.Done(List.of(new Observation.ChannelSeen(setup.channel(), problem)));
    } catch (SlackUnavailable e) {
      return channelUnreachable(outages.down(Service.SLACK, e));
    } catch (SlackRefused e) {
      LOG.warn("{} Slack does not show its channel: {}", setup.id(), e.getMessage());
      return channelUnreachable(now.plus(UNTIL_MENDED));
    }
  }

  private static Outcome channelUnreachable(Instant retryAt) {
    return new Outcome.Unreachable(Plan.Unreachable.CHANNEL, retryAt, List.of());
  }
}
