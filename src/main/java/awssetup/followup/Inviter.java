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
 * Sends and takes back invitations so that an account is never invited twice. AWS's invite call
 * knows no idempotency token: what AWS has is looked up, and only if there is nothing, and the
 * attempt is on disk, is it asked, once. After an answer that was lost, only a look that began
 * later counts.
 */
final class Inviter {
  private static final Logger LOG = LoggerFactory.getLogger(Inviter.class);

  /** An attempt whose answer was lost may still show up at AWS for this long. */
  private static final Duration MAY_STILL_ARRIVE = Duration.ofMinutes(1);

  /** What was listed this long ago will do to go by, where AWS has the last word. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  /** How long to leave AWS's list to be read. */
  private static final Duration LIST_IS_READ = Duration.ofMinutes(1);

  private final Setups setups;
  private final BillingTransfers transfers;
  private final Outages outages;

  Inviter(Setups setups, BillingTransfers transfers, Outages outages) {
    this.setups = setups;
    this.transfers = transfers;
    this.outages = outages;
  }

  /**
   * @return when to come back, where AWS's list has to be read first
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
   * An attempt whose answer was lost has to be in the list that we go by. Before the first one a
   * list of some minutes ago will do: AWS refuses an invitation where it has one already.
   */
  private static Instant knownSince(Invitation wanted, Instant now) {
    return whatWasLostIsKnown(wanted).orElse(now.minus(RECENT));
  }

  private static Optional<Instant> whatWasLostIsKnown(Invitation wanted) {
    return wanted.attemptedAt().map(at -> at.plus(MAY_STILL_ARRIVE));
  }

  /** Whether what is there settles the matter: it is used, or another setup has yet to let go. */
  private boolean hasSettled(SetupId id, int round, List<Transfer> there, Instant now) {
    if (there.stream().anyMatch(t -> isLive(t.status()) && isOfAnother(id, t))) {
      LOG.info("{} waits until an earlier setup has taken its invitation back", id);
      setups.record(id, new Observation.AwsTroubled(round, false), now);
      return true;
    }
    Optional<Invitation.Sent> found = usable(there, id, now);
    found.ifPresent(sent -> adopt(id, round, sent, now));
    return found.isPresent();
  }

  /** The attempt is on disk before AWS is asked. */
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
   * @param since a list as old as this knows what AWS refuses to have twice
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
   * Takes back an invitation that nobody wants any more, and records how it really ended.
   *
   * @return when to come back, where AWS's list has to be read first
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
    Optional<Transfer> left = transfers.find(sent.transferId());
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

  /**
   * The answer to an attempt was lost, and the invitation is unwanted by now: it may exist all the
   * same.
   */
  private Optional<Instant> findOutWhatToCancel(SetupId id, Invitation invitation, Instant now) {
    Optional<List<Transfer>> all =
        transfers.of(invitation.account(), whatWasLostIsKnown(invitation).orElse(now));
    if (all.isEmpty()) {
      return Optional.of(now.plus(LIST_IS_READ));
    }
    Optional<Transfer> there =
        all.get().stream().filter(t -> isLive(t.status()) && !isOfAnother(id, t)).findFirst();
    if (there.isPresent()) {
      setups.record(
          id, new Observation.Invited(invitation.round(), sent(there.get(), id, now)), now);
    } else if (now.isBefore(invitation.attemptedAt().orElse(now).plus(MAY_STILL_ARRIVE))) {
      setups.record(id, new Observation.AwsTroubled(invitation.round(), false), now);
    } else {
      setups.record(id, new Observation.NothingToCancel(invitation.round()), now);
    }
    return Optional.empty();
  }

  /**
   * The account's transfer or open invitation of ours, if there is one to go on with. An open one
   * that can no longer be accepted in time is cancelled, for it would block a new one.
   */
  private Optional<Invitation.Sent> usable(List<Transfer> all, SetupId id, Instant now) {
    Optional<Transfer> accepted =
        all.stream().filter(t -> t.status() == TransferStatus.ACCEPTED).findFirst();
    if (accepted.isPresent()) {
      return accepted.map(t -> sent(t, id, now));
    }
    for (Transfer open :
        all.stream().filter(t -> t.status() == TransferStatus.REQUESTED).toList()) {
      Invitation.Sent sent = sent(open, id, now);
      if (now.isBefore(sent.deadline())) {
        return Optional.of(sent);
      }
      open.handshakeId().ifPresent(transfers::cancel);
    }
    return Optional.empty();
  }

  /** Another setup holds it: an ended one that has yet to cancel it, or the one that came after. */
  private boolean isOfAnother(SetupId id, Transfer transfer) {
    return setups.watched().stream()
        .filter(watched -> watched.transferId().equals(transfer.transferId()))
        .anyMatch(watched -> !watched.setup().equals(id));
  }

  private Invitation.Sent sent(Transfer transfer, SetupId id, Instant now) {
    Optional<Instant> expiry =
        transfer.status() == TransferStatus.REQUESTED
            ? transfer.handshakeId().flatMap(transfers::expiry)
            : Optional.empty();
    return new Invitation.Sent(
        transfer.handshakeId(),
        transfer.transferId(),
        now,
        expiry,
        transfer.startsAt(),
        !transfer.isOf(id),
        transfer.status(),
        now);
  }

  private static boolean isLive(TransferStatus status) {
    return status == TransferStatus.REQUESTED || status == TransferStatus.ACCEPTED;
  }
}
