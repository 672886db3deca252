package awssetup.setup;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What the follow-up did or saw at AWS. An observation names what it is about (a round, a transfer,
 * an account) and changes nothing where the setup has moved on since, so a late or repeated one
 * does no harm.
 */
public sealed interface Observation extends Rule {

  /**
   * The follow-up is about to ask AWS for this round's invitation; nothing is sent unless this was
   * saved.
   */
  record Attempting(int round) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return setup.invitationToSend().filter(i -> i.round() == round).isPresent()
          ? Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.attempting(now)))
          : Change.none(setup);
    }
  }

  /** AWS holds this round's invitation or transfer: just sent, or found there and adopted. */
  record Invited(int round, Invitation.Sent sent) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      boolean unwanted = setup.unwantedInvitation().isPresent();
      boolean expected =
          setup.invitation().filter(i -> i.round() == round && i.sent().isEmpty()).isPresent();
      if (!expected || !setup.isOpen() && !unwanted) {
        return Change.none(setup);
      }
      Change change =
          Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.sent(sent)))
              .happened(
                  now,
                  sent.found() ? AuditEvent.Kind.INVITATION_FOUND : AuditEvent.Kind.INVITATION_SENT,
                  sent.transferId());
      if (sent.status() == TransferStatus.ACCEPTED) {
        return TransferNews.accepted(change, now);
      }
      return unwanted
          ? change
          : change.say(sent.found() ? Notice.INVITATION_FOUND : Notice.INVITATION_SENT);
    }
  }

  /**
   * AWS said no to this round. The same no to a daily attempt of our own is not said again, and
   * leaves whose turn it is, and since when.
   */
  record InviteRefused(int round, Refusal refusal) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      Optional<Invitation> current =
          setup.invitation().filter(i -> i.round() == round && i.attemptedAt().isPresent());
      if (current.isEmpty()) {
        return Change.none(setup);
      }
      NextMove move = refusal.nextMove();
      Optional<YearMonth> other = otherMonth(current.get(), move.fix(), now);
      if (other.isPresent()) {
        return Change.of(
                setup, f -> f.invitation = f.invitation.map(i -> i.startingIn(other.get())))
            .happened(now, AuditEvent.Kind.START_MONTH_MOVED, refusal.code())
            .say(Notice.START_MONTH_MOVED, other.get().toString());
      }
      Optional<Refusal> before = current.get().refusal().filter(refusal::saysTheSameAs);
      Refusal since = before.map(refusal::since).orElse(refusal);
      Change refused =
          Change.of(
              setup,
              f ->
                  f.invitation =
                      f.invitation.map(i -> i.refused(since, move.retryAfter().map(now::plus))));
      if (current.get().cancelAskedAt().isPresent()) {
        return TransferNews.dropped(refused);
      }
      Change kept = refused.happened(now, AuditEvent.Kind.INVITATION_REFUSED, refusal.code());
      if (before.isPresent() && !setup.role().isCheckFresh(now)) {
        return kept;
      }
      String codes = refusal.exception() + "/" + refusal.code();
      Change said = kept.say(Notice.INVITATION_REFUSED, codes);
      return move.actor() == Actor.ENGINEER
          ? said.message(MessageKind.OPS, Notice.INVITATION_REFUSED.name(), codes)
          : said;
    }

    private static Optional<YearMonth> otherMonth(
        Invitation invitation, NextMove.Fix fix, Instant now) {
      if (invitation.review().monthMoved() || invitation.cancelAskedAt().isPresent()) {
        return Optional.empty();
      }
      YearMonth month = invitation.startMonth();
      return switch (fix) {
        case LATER_MONTH -> Optional.of(month.plusMonths(1));
        case EARLIER_MONTH ->
            Optional.of(month.minusMonths(1)).filter(m -> now.isBefore(Deadlines.of(m)));
        case NONE, ADOPT -> Optional.empty();
      };
    }
  }

  /** AWS could not be asked, or its answer was lost. */
  record AwsTroubled(int round, boolean throttled) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return setup
              .invitationToSend()
              .or(setup::unwantedInvitation)
              .filter(i -> i.round() == round)
              .isPresent()
          ? TransferNews.troubled(setup, throttled, now)
          : Change.none(setup);
    }
  }

  /** Somebody no longer wants this round, and AWS holds nothing of it. */
  record NothingToCancel(int round) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return setup.unwantedInvitation().filter(i -> i.round() == round).isPresent()
          ? TransferNews.dropped(
              Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.gone(now))))
          : Change.none(setup);
    }
  }

  /** What AWS says of a transfer, from the bulk watch or from a look at this one. */
  record TransferSeen(String transferId, TransferStatus status, String statusAtAws)
      implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      Optional<Invitation.Sent> sent =
          setup
              .invitation()
              .flatMap(Invitation::sent)
              .filter(s -> setup.isOpen() || setup.unwantedInvitation().isPresent())
              .filter(s -> s.transferId().equals(transferId))
              .filter(s -> s.status().leadsTo(status));
      return sent.isEmpty()
          ? Change.none(setup)
          : TransferNews.seen(setup, sent.get().with(status, now), statusAtAws, now);
    }

    /** All but an expiry is done by a person at AWS, who then looks at the card. */
    @Override
    public Priority priority() {
      return status == TransferStatus.EXPIRED ? Priority.NORMAL : Priority.URGENT;
    }
  }

  /** The invitation can no longer be accepted in time, and this is said once. */
  record DeadlinePassed(int round) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      boolean hasPassed =
          setup.isOpen()
              && !setup.isOverdueSaid()
              && setup.invitation().filter(i -> i.round() == round).isPresent()
              && SetupStatus.of(setup, now).step(StepKey.INVITATION).state()
                  instanceof Step.State.Overdue;
      return hasPassed
          ? TransferNews.tooLate(
              Change.of(setup, f -> f.overdueRound = round)
                  .happened(now, AuditEvent.Kind.INVITATION_STATUS, "OVERDUE"),
              Notice.INVITATION_OVERDUE,
              now)
          : Change.none(setup);
    }
  }

  /** The role of this account let us in with its external ID. */
  record RoleAnswered(AccountId account, boolean alsoWithoutExternalId) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      if (!setup.isProbed(account)) {
        return Change.none(setup);
      }
      Role before = setup.role();
      Role after = before.answered(now, alsoWithoutExternalId);
      Change change = Change.of(setup, f -> f.role = after);
      if (after.unsafeAt().isPresent()) {
        return before.unsafeAt().isPresent()
            ? change
            : change
                .happened(now, AuditEvent.Kind.ROLE_UNSAFE, account.value())
                .say(Notice.ROLE_UNSAFE);
      }
      return before.isGood()
          ? change
          : change
              .happened(now, AuditEvent.Kind.ROLE_DEPLOYED, account.value())
              .say(Notice.ROLE_DEPLOYED);
    }
  }

  /** The role of this account is not visible to us. */
  record RoleSilent(AccountId account) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      if (!setup.isProbed(account)) {
        return Change.none(setup);
      }
      Role after = setup.role().silent(now);
      Change change = Change.of(setup, f -> f.role = after);
      return setup.role().deployedAt().isPresent() && after.deployedAt().isEmpty()
          ? change.happened(now, AuditEvent.Kind.ROLE_LOST, account.value()).say(Notice.ROLE_LOST)
          : change;
    }
  }

  /**
   * Slack told of the channel, or did not take a message there: it is to be looked at.
   *
   * @param good news of this sort matter only where there is a barrier
   */
  record ChannelNews(ChannelId channel, boolean good) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      ChannelAccess channelAccess = setup.channelAccess();
      return setup.forgottenAt().isEmpty()
              && setup.channel().equals(channel)
              && channelAccess.doubtedAt().isEmpty()
              && (!good || channelAccess.problem().isPresent())
          ? Change.of(setup, f -> f.channelAccess = channelAccess.doubted(now))
          : Change.none(setup);
    }
  }

  /** What a look at the channel has shown. */
  record ChannelSeen(ChannelId channel, Optional<ChannelProblem> problem) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      if (setup.forgottenAt().isPresent() || !setup.channel().equals(channel)) {
        return Change.none(setup);
      }
      Optional<ChannelProblem> before = setup.channelAccess().problem();
      Change change = Change.of(setup, f -> f.channelAccess = f.channelAccess.seen(problem, now));
      if (problem.equals(before) || !setup.isOpen()) {
        return change;
      }
      String detail = problem.map(ChannelProblem::key).orElse(null);
      boolean closed = problem.isPresent();
      change =
          change.happened(
              now, closed ? AuditEvent.Kind.CHANNEL_CLOSED : AuditEvent.Kind.CHANNEL_OPEN, detail);
      // One barrier in place of another changes nothing for anybody.
      Notice notice = closed ? Notice.CHANNEL_CLOSED : Notice.CHANNEL_OPEN;
      return closed && before.isPresent()
          ? change
          : change
              .message(MessageKind.DIRECT, notice.name(), detail)
              .message(MessageKind.OPS, notice.name(), detail);
    }
  }

  /** The time for which the people of an ended setup are kept is over. */
  record KeptLongEnough(Instant endedBefore) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return setup.ending().filter(e -> e.at().isBefore(endedBefore)).isPresent()
              && setup.forgottenAt().isEmpty()
          ? Forgetting.of(setup, now).happened(now, AuditEvent.Kind.FORGOTTEN, null)
          : Change.none(setup);
    }
  }

  /** Every step is done and the role has just answered once more. */
  record Completed() implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return setup.isOpen()
              && SetupStatus.of(setup, now).allDone()
              && setup.hasRoleAnsweredSinceAcceptance()
          ? Change.of(
                  setup,
                  f ->
                      f.ending =
                          Optional.of(
                              new Ending(
                                  Ending.Outcome.COMPLETED,
                                  now,
                                  Optional.empty(),
                                  Optional.empty())))
              .happened(now, AuditEvent.Kind.COMPLETED, null)
              .say(Notice.COMPLETED)
          : Change.none(setup);
    }
  }
}
