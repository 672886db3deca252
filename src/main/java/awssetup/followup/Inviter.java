package awssetup.followup;

import awssetup.followup.Outages.Service;
import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers;
import awssetup.ports.BillingTransfers.Answer;
import awssetup.ports.BillingTransfers.Transfer;
import awssetup.ports.Setups;
import awssetup.setup.Invitation;
import awssetup.setup.NextMove;
import awssetup.setup.Observation;
import awssetup.setup.Priority;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and cancels invitations, and never invites an account twice. AWS's invite call has no
 * idempotency token, so the inviter looks up what AWS has, saves the attempt, and only then asks
 * AWS, once. If the answer is lost, only a list that AWS began to give later counts.
 */
final class Inviter {
  private static final Logger LOG = LoggerFactory.getLogger(Inviter.class);

  /** An attempt whose answer was lost may take this long to show up at AWS. */
  private static final Duration MAY_STILL_ARRIVE = Duration.ofMinutes(1);

  /** A list may be this old where AWS itself refuses a second invitation. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  /** How long to wait until the list has been read. */
  private static final Duration LIST_IS_READ = Duration.ofMinutes(1);

  private final Setups setups;
  private final BillingTransfers transfers;
  private final AdoptableTransfers adoptable;
  private final Outages outages;

  Inviter(Setups setups, BillingTransfers transfers, Outages outages) {
    this.setups = setups;
    this.transfers = transfers;
    this.adoptable = new AdoptableTransfers(setups, transfers);
    this.outages = outages;
  }

  /**
   * Invites the account, or adopts the invitation that it already has.
   *
   * @return when to come back because AWS's list has to be read first; empty if that is not needed
   */
  Optional<Instant> invite(SetupId id, Invitation wanted, Instant now) {
    int round = wanted.round();
    if (!outages.mayTry(Service.INVITATIONS)) {
      setups.record(id, new Observation.AwsTroubled(round, false), now);
      return Optional.empty();
    }
    try {
      Optional<List<Transfer>> there = transfers.of(wanted.account(), knownSince(wanted, now));
      outages.up(Service.INVITATIONS);
      if (there.isEmpty()) {
        return Optional.of(now.plus(LIST_IS_READ));
      }
      return hasSettled(id, round, there.get(), now) ? Optional.empty() : ask(id, wanted, now);
    } catch (AwsUnavailable e) {
      outages.down(Service.INVITATIONS, e);
      setups.record(id, new Observation.AwsTroubled(round, e.isThrottled()), now);
      return Optional.empty();
    }
  }

  /**
   * How old the list may be. It has to include an attempt whose answer was lost. Before the first
   * attempt a list of some minutes ago is good enough, because AWS refuses a second invitation.
   */
  private static Instant knownSince(Invitation wanted, Instant now) {
    return whatWasLostIsKnown(wanted).orElse(now.minus(RECENT));
  }

  private static Optional<Instant> whatWasLostIsKnown(Invitation wanted) {
    return wanted.attemptedAt().map(at -> at.plus(MAY_STILL_ARRIVE));
  }

  /** Whether nothing is left to ask: AWS has an invitation to use, or one of another setup. */
  private boolean hasSettled(SetupId id, int round, List<Transfer> there, Instant now) {
    if (adoptable.isAnyOfAnother(id, there)) {
      LOG.info("{} waits until an earlier setup has taken its invitation back", id);
      setups.record(id, new Observation.AwsTroubled(round, false), now);
      return true;
    }
    Optional<Invitation.Sent> found = adoptable.usable(there, id, now);
    found.ifPresent(sent -> adopt(id, round, sent, now));
    return found.isPresent();
  }

  /** Saves the attempt before it asks AWS. */
  private Optional<Instant> ask(SetupId id, Invitation wanted, Instant now) {
    int round = wanted.round();
    Setup setup = setups.record(id, new Observation.Attempting(round), now);
    Optional<Invitation> attempt =
        setup
            .invitation()
            .filter(i -> i.round() == round && i.attemptedAt().isPresent())
            .filter(i -> setup.isOpen() && setup.accountInReview().isPresent());
    if (attempt.isEmpty()) {
      return Optional.empty();
    }
    Answer answer = transfers.invite(attempt.get(), id);
    return settled(id, attempt.get(), answer, whatWasLostIsKnown(wanted).orElse(now), now);
  }

  /**
   * @param since a list that began then or later includes what AWS refuses to have twice
   */
  private Optional<Instant> settled(
      SetupId id, Invitation attempt, Answer answer, Instant since, Instant now) {
    if (answer instanceof Answer.Invited invited) {
      Invitation.Sent sent =
          new Invitation.Sent(
              Optional.of(invited.handshakeId()),
              invited.transferId(),
              now,
              invited.expiresAt(),
              attempt.startsAt(),
              false,
              TransferStatus.REQUESTED,
              now);
      setups.record(id, new Observation.Invited(attempt.round(), sent), now);
      return Optional.empty();
    }
    var refusal = ((Answer.Refused) answer).refusal();
    LOG.info(
        "{} AWS refused the invitation: {} {} (request {})",
        id,
        refusal.exception(),
        refusal.reason().orElse(""),
        refusal.requestId().orElse("unknown"));
    if (refusal.nextMove().fix() == NextMove.Fix.ADOPT) {
      Optional<List<Transfer>> there = transfers.of(attempt.account(), since);
      if (there.isEmpty()) {
        return Optional.of(now.plus(LIST_IS_READ));
      }
      if (hasSettled(id, attempt.round(), there.get(), now)) {
        return Optional.empty();
      }
    }
    setups.record(id, new Observation.InviteRefused(attempt.round(), refusal), now);
    return Optional.empty();
  }

  private void adopt(SetupId id, int round, Invitation.Sent found, Instant now) {
    LOG.info("{} uses the transfer that is there already: {}", id, found.transferId());
    setups.record(id, new Observation.Invited(round, found), now);
  }

  /**
   * Cancels an invitation that is no longer wanted, and records how it really ended.
   *
   * @return when to come back because AWS's list has to be read first; empty if that is not needed
   */
  Optional<Instant> cancel(SetupId id, Invitation invitation, Instant now) {
    int round = invitation.round();
    if (!outages.mayTry(Service.INVITATIONS)) {
      setups.record(id, new Observation.AwsTroubled(round, false), now);
      return Optional.empty();
    }
    Optional<Instant> again = Optional.empty();
    try {
      if (invitation.sent().isPresent()) {
        cancelAtAws(id, round, invitation.sent().get(), now);
      } else {
        again = findOutWhatToCancel(id, invitation, now);
      }
      outages.up(Service.INVITATIONS);
    } catch (AwsUnavailable e) {
      outages.down(Service.INVITATIONS, e);
      setups.record(id, new Observation.AwsTroubled(round, e.isThrottled()), now);
    }
    return again;
  }

  private void cancelAtAws(SetupId id, int round, Invitation.Sent sent, Instant now) {
    sent.handshakeId().ifPresent(transfers::cancel);
    Optional<Transfer> left = transfers.find(sent.transferId(), Priority.URGENT);
    if (left.filter(t -> !t.status().isOver() && t.status() != TransferStatus.ACCEPTED)
        .isPresent()) {
      setups.record(id, new Observation.AwsTroubled(round, false), now);
      return;
    }
    LOG.info("{} took the invitation back: {}", id, sent.transferId());
    setups.record(
        id,
        new Observation.TransferSeen(
            sent.transferId(),
            left.map(Transfer::status).orElse(TransferStatus.CANCELED),
            left.map(Transfer::statusAtAws).orElse(TransferStatus.CANCELED.name())),
        now);
  }

  /** Looks for an unwanted invitation that may exist although the answer to it was lost. */
  private Optional<Instant> findOutWhatToCancel(SetupId id, Invitation invitation, Instant now) {
    Optional<List<Transfer>> all =
        transfers.of(invitation.account(), whatWasLostIsKnown(invitation).orElse(now));
    if (all.isEmpty()) {
      return Optional.of(now.plus(LIST_IS_READ));
    }
    Optional<Transfer> there = adoptable.live(id, all.get());
    if (there.isPresent()) {
      setups.record(
          id,
          new Observation.Invited(invitation.round(), adoptable.sent(there.get(), id, now)),
          now);
    } else if (now.isBefore(invitation.attemptedAt().orElse(now).plus(MAY_STILL_ARRIVE))) {
      setups.record(id, new Observation.AwsTroubled(invitation.round(), false), now);
    } else {
      setups.record(id, new Observation.NothingToCancel(invitation.round()), now);
    }
    return Optional.empty();
  }
}
