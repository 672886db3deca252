package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A follow-up with an AWS made of values. It carries plans out, loses answers and has outages as
 * the seed says, lets people act in the middle of a call, and checks after every step that nothing
 * has happened that must never happen.
 */
final class SimulatedWorld {
  private static final int MOST_IN_ONE_PASS = 20;

  private final Random random;
  private final Runnable interruption;
  private final Transfers aws = new Transfers();
  private final List<Rule> observed = new ArrayList<>();
  private Setup setup;
  private Instant now = Stories.MONDAY;
  private boolean outages = true;
  private boolean deployed;
  private Optional<ChannelProblem> problem = Optional.empty();
  private Optional<Instant> answeredAt = Optional.empty();
  private Optional<Instant> remindedAt = Optional.empty();

  /**
   * @param interruption what other people do while AWS is being asked
   */
  SimulatedWorld(Setup setup, Random random, Runnable interruption) {
    this.setup = setup;
    this.random = random;
    this.interruption = interruption;
  }

  Setup setup() {
    return setup;
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
    aws.expire(now);
  }

  void calm() {
    outages = false;
  }

  /** Applies what a person asks for, which may be refused. */
  void ask(Rule rule) {
    if (rule instanceof Snooze) {
      remindedAt = Optional.empty(); // a reaction: reminders are counted from the start
    }
    try {
      save(rule);
    } catch (NotPossible no) {
      assertThat(no.why()).isNotNull();
    }
  }

  /** The customer acts in AWS. */
  void customerActs() {
    deployed = random.nextInt(3) > 0 ? !deployed : deployed;
    aws.customerActs(random, now);
  }

  /** A person archives the channel, opens it again, leaves or comes back; Slack may say so. */
  void channelChanges() {
    ChannelProblem[] all = ChannelProblem.values();
    problem =
        random.nextBoolean() ? Optional.empty() : Optional.of(all[random.nextInt(all.length)]);
    if (random.nextInt(3) > 0) {
      save(new Observation.ChannelNews(setup.channel(), problem.isEmpty()));
    }
  }

  /** Opens the channel again, with Slack's event. */
  void openChannel() {
    problem = Optional.empty();
    save(new Observation.ChannelNews(setup.channel(), true));
  }

  /** One round of the watch. */
  void watch() {
    aws.all().forEach(this::see);
  }

  /** Repeats an earlier observation, which must not announce anything again. */
  void echo() {
    if (observed.isEmpty()) {
      return;
    }
    Rule old = observed.get(random.nextInt(observed.size()));
    boolean attempting = setup.invitation().filter(i -> i.attemptedAt().isPresent()).isPresent();
    if (!attempting) {
      assertThat(old.apply(setup, now).messages()).as("%s again", old).isEmpty();
      save(old);
    }
  }

  /** Runs the follow-up until there is nothing to do for now. */
  Plan followUp() {
    Set<Plan.Unreachable> unreachable = EnumSet.noneOf(Plan.Unreachable.class);
    Set<String> done = new HashSet<>();
    for (int i = 0; i < MOST_IN_ONE_PASS; i++) {
      Plan plan = Planner.next(setup, Stories.RULES, ZoneOffset.UTC, unreachable, now);
      if (plan instanceof Plan.Wait wait) {
        assertThat(wait.until()).isAfter(now);
        return plan;
      }
      if (plan instanceof Plan.Finished) {
        assertThat(setup.isOpen()).isFalse();
        assertThat(new CurrentRound(setup).unwanted()).isEmpty();
        return plan;
      }
      assertThat(done.add(plan + " " + unreachable + " " + setup.version()))
          .as("%s twice", plan)
          .isTrue();
      assertThat(
              setup.isOpen() || plan instanceof Plan.Cancel || plan instanceof Plan.LookAtChannel)
          .isTrue();
      carryOut(plan, unreachable);
    }
    throw new AssertionError("a pass without end at " + now);
  }

  private void carryOut(Plan plan, Set<Plan.Unreachable> unreachable) {
    if (plan instanceof Plan.Note note && outages && random.nextInt(6) == 0) {
      interruption.run();
      save(note.rule()); // planned before a person acted
    } else if (plan instanceof Plan.Note note) {
      note(note.rule());
    } else if (plan instanceof Plan.Invite invite) {
      invite(invite.invitation());
    } else if (plan instanceof Plan.Cancel cancel) {
      cancel(cancel.invitation());
    } else if (plan instanceof Plan.LookAtChannel look) {
      if (isDown()) {
        unreachable.add(Plan.Unreachable.CHANNEL);
      } else {
        interruption();
        save(new Observation.ChannelSeen(look.channel(), problem));
      }
    } else if (plan instanceof Plan.Look look) {
      look.transfer().flatMap(s -> aws.find(s.transferId())).ifPresent(this::see);
      if (isDown()) {
        unreachable.add(Plan.Unreachable.ROLES);
      } else {
        interruption();
        if (deployed && setup.isOpen() && look.account().equals(accountInReview())) {
          answeredAt = Optional.of(now);
        }
        see(
            deployed
                ? new Observation.RoleAnswered(look.account(), random.nextInt(8) == 0)
                : new Observation.RoleSilent(look.account()));
      }
    }
  }

  private AccountId accountInReview() {
    return setup.accountInReview().orElse(null);
  }

  private void note(Rule rule) {
    Change change = rule.apply(setup, now);
    assertThat(change.isNone()).as("a note changes something").isFalse();
    if (change.messages().stream().anyMatch(m -> m.kind() == MessageKind.REMINDER)) {
      assertThat(setup.channelAccess().problem())
          .as("reminded in a channel with a problem")
          .isEmpty();
      boolean countdown =
          !change
              .after()
              .reminderHistory()
              .daysLeftSaid()
              .equals(setup.reminderHistory().daysLeftSaid());
      Duration pause = countdown ? Duration.ofSeconds(1) : Duration.ofHours(3);
      assertThat(remindedAt.filter(at -> now.isBefore(at.plus(pause))))
          .as("two reminders in a row")
          .isEmpty();
      remindedAt = Optional.of(now);
    }
    if (rule instanceof Observation.Completed) {
      assertThat(answeredAt).as("the role answered").isPresent();
      assertThat(answeredAt.get())
          .isAfterOrEqualTo(new CurrentRound(setup).acceptedAt().orElseThrow());
      assertThat(setup.unprepared().isEmpty() || setup.option() == Option.TRANSFER_BILLING)
          .isTrue();
    }
    save(rule);
  }

  private void invite(Invitation planned) {
    assertThat(planned.account()).isEqualTo(setup.account().orElseThrow().id());
    interruption();
    if (!save(new Observation.Attempting(planned.round()))) {
      return;
    }
    assertThat(setup.isOpen()).isTrue();
    assertThat(setup.accountInReview()).contains(planned.account());
    if (isDown()) {
      save(new Observation.AwsTroubled(planned.round(), random.nextBoolean()));
      return;
    }
    interruption();
    Optional<Transfers.Transfer> there = aws.usable(planned.account(), now);
    if (there.isPresent()) {
      see(invited(planned.round(), there.get(), true));
    } else if (random.nextInt(3) == 0) {
      interruption();
      see(new Observation.InviteRefused(planned.round(), refusal()));
    } else {
      assertThat(aws.open()).as("open invitations").isEmpty();
      Transfers.Transfer sent = aws.invite(planned, now);
      interruption();
      if (isDown()) {
        save(new Observation.AwsTroubled(planned.round(), false)); // the answer was lost
      } else {
        see(invited(planned.round(), sent, false));
      }
    }
  }

  private void cancel(Invitation unwanted) {
    if (isDown()) {
      save(new Observation.AwsTroubled(unwanted.round(), false));
      return;
    }
    Optional<Transfers.Transfer> known = unwanted.sent().flatMap(s -> aws.find(s.transferId()));
    Optional<Transfers.Transfer> there = known.or(() -> aws.live(unwanted.account()));
    if (there.isEmpty()) {
      see(new Observation.NothingToCancel(unwanted.round()));
    } else if (known.isEmpty()) {
      see(invited(unwanted.round(), there.get(), true));
    } else {
      known.get().cancel();
      see(known.get());
    }
  }

  private Rule invited(int round, Transfers.Transfer t, boolean found) {
    return new Observation.Invited(
        round,
        new Invitation.Sent(
            Optional.of("h-" + t.id),
            t.id,
            now,
            Optional.of(t.expiresAt),
            t.startsAt,
            found,
            t.status,
            now));
  }

  private Refusal refusal() {
    String[] codes = {
      "PAST_DUE_INVOICE",
      "UNSUPPORTED_PRICING",
      "START_DATE_TOO_EARLY",
      "WAIT_PERIOD_ACTIVE",
      "START_DATE_TOO_LATE",
      "PAYMENT_INSTRUMENT_REQUIRED",
      "NOBODY_KNOWS"
    };
    return Stories.refusal("AnyException", codes[random.nextInt(codes.length)], now);
  }

  private void see(Transfers.Transfer t) {
    see(new Observation.TransferSeen(t.id, t.status, t.status.name()));
  }

  private void see(Rule observation) {
    boolean repeats =
        observation instanceof Observation.RoleAnswered
            || observation instanceof Observation.RoleSilent;
    save(observation);
    if (!repeats) {
      observed.add(observation);
      assertThat(observation.apply(setup, now).isNone()).as("%s twice", observation).isTrue();
    }
  }

  /** Whether anything changed. */
  private boolean save(Rule rule) {
    boolean wasOpen = setup.isOpen();
    Change change = rule.apply(setup, now);
    if (change.isNone()) {
      assertThat(change.messages()).isEmpty();
      assertThat(change.events()).isEmpty();
      return false;
    }
    if (!wasOpen) {
      assertThat(Stories.notices(change))
          .as("said after the end by %s", rule)
          .isSubsetOf(Notice.ACCEPTED_AFTER_CANCEL, Notice.AWS_UNREACHABLE);
    }
    Setup.Facts facts = change.after().facts();
    facts.version++;
    setup = facts.toSetup();
    assertThat(SetupStatus.of(setup, now).steps()).isNotEmpty();
    return true;
  }

  List<String> open() {
    return aws.open();
  }

  private boolean isDown() {
    return outages && random.nextInt(5) == 0;
  }

  private void interruption() {
    if (outages && random.nextInt(6) == 0) {
      interruption.run();
    }
  }
}
