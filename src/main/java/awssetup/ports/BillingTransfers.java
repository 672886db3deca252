package awssetup.ports;

import awssetup.setup.AccountId;
import awssetup.setup.Invitation;
import awssetup.setup.Refusal;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Billing transfers to the partner, as AWS Organizations knows them. */
public interface BillingTransfers {

  /** An inbound responsibility transfer; an open invitation is one too, in status REQUESTED. */
  record Transfer(
      String transferId,
      AccountId source,
      TransferStatus status,
      String statusAtAws,
      Instant startsAt,
      Optional<String> handshakeId,
      Optional<String> name) {

    /** Whether it was sent for this setup: its id is in the name that an engineer reviewed. */
    public boolean isOf(SetupId setup) {
      return name.filter(n -> n.contains(setup.value())).isPresent();
    }
  }

  /**
   * Reads all inbound transfers, page by page, which takes a second for each page.
   *
   * @throws AwsUnavailable if AWS could not be asked to the end; what was read so far is not the
   *     whole
   */
  void forEach(Consumer<Transfer> reader);

  /**
   * Whether somebody waits for all of them to be read, although there may be nothing to watch: see
   * {@link #of}.
   */
  boolean isListWanted();

  /**
   * An account's transfers as they are now, found by a reading of all of them that began at that
   * moment or later. Empty where this takes too long to wait for: {@link #forEach} has to be called
   * first.
   *
   * @throws AwsUnavailable if AWS could not be asked
   */
  Optional<List<Transfer>> of(AccountId account, Instant since);

  /**
   * Reads one transfer; empty where AWS no longer knows it.
   *
   * @throws AwsUnavailable if AWS could not be asked
   */
  Optional<Transfer> find(String transferId);

  /**
   * When an open invitation expires; empty where AWS no longer knows the handshake.
   *
   * @throws AwsUnavailable if AWS could not be asked
   */
  Optional<Instant> expiry(String handshakeId);

  /** What AWS answered to an invitation. */
  sealed interface Answer {
    record Invited(String handshakeId, String transferId, Optional<Instant> expiresAt)
        implements Answer {}

    record Refused(Refusal refusal) implements Answer {}
  }

  /**
   * Asks once: the call has no idempotency token and is never repeated here.
   *
   * @param setup goes along as a tag
   * @throws AwsUnavailable if AWS could not be asked or its answer was lost, in which case it may
   *     have been obeyed
   */
  Answer invite(Invitation invitation, SetupId setup);

  /**
   * Takes an open invitation back. It being over already, or unknown, is no error: look at the
   * transfer to learn how it ended.
   *
   * @throws AwsUnavailable if AWS could not be asked
   */
  void cancel(String handshakeId);
}
