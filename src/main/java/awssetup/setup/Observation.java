package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * What the follow-up did or saw. An observation names what it is about (a round, a transfer, an
 * account) and changes nothing if the setup has moved on since, so a late or repeated one does no
 * harm.
 */
public sealed interface Observation extends Rule {

  /**
   * The follow-up is about to ask AWS for this round's invitation; nothing is sent unless this was
   * saved.
   */
  record Attempting(int round) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return new CurrentRound(setup).toSend().filter(i -> i.round() == round).isPresent()
          ? Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.attempting(now)))
          : Change.none(setup);
    }
  }

  /** AWS holds this round's invitation or transfer: just sent, or found there and adopted. */
  record Invited(int round, Invitation.Sent sent) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      boolean unwanted = new CurrentRound(setup).unwanted().isPresent();
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
   * AWS refused this round. The same refusal of a daily retry is not said again, and changes
   * neither whose turn it is nor since when.
   */
  record InviteRefused(int round, Refusal refusal) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return setup
          .invitation()
          .filter(i -> i.round() == round && i.attemptedAt().isPresent())
          .map(invitation -> RefusalNews.refused(setup, invitation, refusal, now))
          .orElseGet(() -> Change.none(setup));
    }
  }

  /** AWS could not be asked, or its answer was lost. */
  record AwsTroubled(int round, boolean throttled) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      CurrentRound current = new CurrentRound(setup);
      return current.toSend().or(current::unwanted).filter(i -> i.round() == round).isPresent()
          ? TransferNews.troubled(setup, throttled, now)
          : Change.none(setup);
    }
  }

  /** This round is no longer wanted, and AWS holds nothing of it. */
  record NothingToCancel(int round) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return new CurrentRound(setup).unwanted().filter(i -> i.round() == round).isPresent()
          ? TransferNews.dropped(
              Change.of(setup, f -> f.invitation = f.invitation.map(i -> i.gone(now))))
          : Change.none(setup);
    }
  }

  /** What AWS says about a transfer, from the bulk watch or from a look at this one. */
  record TransferSeen(String transferId, TransferStatus status, String statusAtAws)
      implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      Optional<Invitation.Sent> sent =
          setup
              .invitation()
              .flatMap(Invitation::sent)
              .filter(s -> setup.isOpen() || new CurrentRound(setup).unwanted().isPresent())
              .filter(s -> s.transferId().equals(transferId))
              .filter(s -> s.status().leadsTo(status));
      return sent.isEmpty()
          ? Change.none(setup)
          : TransferNews.seen(setup, sent.get().with(status, now), statusAtAws, now);
    }

    /** A person at AWS causes all but the expiry, and then looks at the card. */
    @Override
    public Priority priority() {
      return status == TransferStatus.EXPIRED ? Priority.NORMAL : Priority.URGENT;
    }
  }

  /** The invitation can no longer be accepted in time; said once. */
  record DeadlinePassed(int round) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      boolean hasPassed =
          setup.isOpen()
              && !setup.isOverdueSaid()
              && setup.invitation().filter(i -> i.round() == round).isPresent()
              && SetupStatus.of(setup, now).step(StepKey.INVITATION).state().kind()
                  == Step.State.Kind.OVERDUE;
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
      return new CurrentRound(setup).isProbed(account)
          ? RoleNews.answered(setup, account, alsoWithoutExternalId, now)
          : Change.none(setup);
    }
  }

  /** The role of this account cannot be assumed by us. */
  record RoleSilent(AccountId account) implements Observation {
    @Override
    public Change apply(Setup setup, Instant now) {
      return new CurrentRound(setup).isProbed(account)
          ? RoleNews.silent(setup, account, now)
          : Change.none(setup);
    }
  }

  /**
   * An event about the channel, or a message refused there: the channel has to be checked.
   *
   * @param good whether it is good news, which matters only while there is a problem
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

  /** The result of a channel check. */
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
      if (problem.isEmpty()) {
        return toEngineers(
            change.happened(now, AuditEvent.Kind.CHANNEL_OPEN, null),
            Notice.CHANNEL_OPEN,
            NoticeDetail.NONE);
      }
      change = change.happened(now, AuditEvent.Kind.CHANNEL_CLOSED, problem.get().key());
      // One problem in place of another changes nothing for people.
      return before.isPresent()
          ? change
          : toEngineers(change, Notice.CHANNEL_CLOSED, new NoticeDetail.Problem(problem.get()));
    }

    private static Change toEngineers(Change change, Notice notice, NoticeDetail detail) {
      return change.say(MessageKind.DIRECT, notice, detail).say(MessageKind.OPS, notice, detail);
    }
  }

  /** The retention of an ended setup is over. */
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
              && new CurrentRound(setup).hasRoleAnsweredSinceAcceptance()
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
