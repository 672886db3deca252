package awssetup.ports;

import awssetup.setup.AccountId;
import awssetup.setup.Invitation;
import awssetup.setup.Priority;
import awssetup.setup.Refusal;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Billing transfers to the partner: those that AWS Organizations calls inbound. */
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
   * @throws AwsUnavailable if AWS could not be asked to the end of the list
   */
  void forEach(Consumer<Transfer> reader);

  /**
   * Whether a follow-up waits for a reading of all of them, even if there is nothing to watch: see
   * {@link #of}.
   */
  boolean isListWanted();

  /**
   * An account's transfers as they are now, from a reading of all of them that began at {@code
   * since} or later. Empty if the list is too long to read at once: then {@link #forEach} has to be
   * called first.
   *
   * @throws AwsUnavailable if AWS could not be asked
   */
  Optional<List<Transfer>> of(AccountId account, Instant since);

  /**
   * Reads one transfer; empty if AWS no longer knows it.
   *
   * @param priority urgent if a person may be waiting; others are read at the watch's pace
   * @throws AwsUnavailable if AWS could not be asked
   */
  Optional<Transfer> find(String transferId, Priority priority);

  /**
   * When an open invitation expires; empty if AWS no longer knows the handshake.
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
   * Invites once: the call has no idempotency token and is never retried here.
   *
   * @param setup is sent along as a tag
   * @throws AwsUnavailable if AWS could not be asked or its answer was lost; the invitation may
   *     have been sent
   */
  Answer invite(Invitation invitation, SetupId setup);

  /**
   * Cancels an open invitation. One that is over already, or unknown, is no error: look at the
   * transfer to learn how it ended.
   *
   * @throws AwsUnavailable if AWS could not be asked
   */
  void cancel(String handshakeId);
}
