package awssetup.followup;

import awssetup.ports.BillingTransfers;
import awssetup.ports.BillingTransfers.Transfer;
import awssetup.ports.Setups;
import awssetup.setup.Invitation;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds among the transfers that AWS has for an account those that a setup can take as its own. */
final class AdoptableTransfers {
  private final Setups setups;
  private final BillingTransfers transfers;

  AdoptableTransfers(Setups setups, BillingTransfers transfers) {
    this.setups = setups;
    this.transfers = transfers;
  }

  /** Whether another setup has a live one: it ended and still has to cancel it, or came later. */
  boolean isAnyOfAnother(SetupId id, List<Transfer> all) {
    return all.stream().anyMatch(t -> isLive(t.status()) && isOfAnother(id, t));
  }

  /** The first live one that no other setup has. */
  Optional<Transfer> live(SetupId id, List<Transfer> all) {
    return all.stream().filter(t -> isLive(t.status()) && !isOfAnother(id, t)).findFirst();
  }

  /**
   * The account's accepted transfer or open invitation, if this setup can use it. Cancels an open
   * one that can no longer be accepted in time, because it would block a new one.
   */
  Optional<Invitation.Sent> usable(List<Transfer> all, SetupId id, Instant now) {
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

  private boolean isOfAnother(SetupId id, Transfer transfer) {
    return setups.watched().stream()
        .filter(watched -> watched.transferId().equals(transfer.transferId()))
        .anyMatch(watched -> !watched.setup().equals(id));
  }

  /** A transfer as the invitation of this setup. */
  Invitation.Sent sent(Transfer transfer, SetupId id, Instant now) {
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
