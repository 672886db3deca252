package awssetup.followup;

import awssetup.followup.Outages.Service;
import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers;
import awssetup.ports.BillingTransfers.Transfer;
import awssetup.ports.Setups;
import awssetup.ports.Setups.Watched;
import awssetup.setup.Observation;
import awssetup.setup.Priority;
import awssetup.setup.TransferStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches all transfers at once: one list from AWS and one read of the database in each interval,
 * for any number of setups. It keeps three short texts for each transfer until the list ends. Only
 * changes are written and wake a follow-up; with nothing to watch, AWS is not asked.
 */
final class TransferWatch {
  private static final Logger LOG = LoggerFactory.getLogger(TransferWatch.class);

  private final Setups setups;
  private final BillingTransfers transfers;
  private final Outages outages;
  private final InstantSource clock;

  TransferWatch(Setups setups, BillingTransfers transfers, Outages outages, InstantSource clock) {
    this.setups = setups;
    this.transfers = transfers;
    this.outages = outages;
    this.clock = clock;
  }

  void run() {
    Map<String, Watched> unseen = new HashMap<>();
    setups.watched().forEach(watched -> unseen.put(watched.transferId(), watched));
    if (unseen.isEmpty() && !transfers.isListWanted()) {
      return;
    }
    try {
      transfers.forEach(
          transfer -> {
            Watched watched = unseen.remove(transfer.transferId());
            if (watched != null) {
              compare(watched, transfer);
            }
          });
      unseen.values().forEach(this::lookFor);
      outages.up(Service.INVITATIONS);
    } catch (AwsUnavailable e) {
      outages.down(Service.INVITATIONS, e);
    }
  }

  private void compare(Watched watched, Transfer transfer) {
    if (watched.status() != transfer.status()) {
      saw(watched, transfer.status(), transfer.statusAtAws());
    }
  }

  /** Asks for a transfer by its id that AWS no longer lists. */
  private void lookFor(Watched watched) {
    transfers
        .find(watched.transferId(), Priority.NORMAL)
        .ifPresentOrElse(
            transfer -> compare(watched, transfer),
            () -> {
              if (watched.status() != TransferStatus.UNKNOWN) {
                saw(watched, TransferStatus.UNKNOWN, "NOT_FOUND");
              }
            });
  }

  private void saw(Watched watched, TransferStatus status, String statusAtAws) {
    Instant now = clock.instant();
    try {
      LOG.info("{} AWS reports {} as {}", watched.setup(), watched.transferId(), statusAtAws);
      setups.change(
          watched.setup(),
          new Observation.TransferSeen(watched.transferId(), status, statusAtAws),
          now);
    } catch (RuntimeException e) {
      LOG.error("{} could not take note of its transfer's news", watched.setup(), e);
    }
  }
}
