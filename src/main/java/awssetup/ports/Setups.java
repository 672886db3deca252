package awssetup.ports;

import awssetup.setup.AccountId;
import awssetup.setup.AuditEvent;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.NotPossible;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import awssetup.setup.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Keeps the setups. Every change is one transaction: facts, audit events, messages owed and the
 * wake-up of the follow-up are saved together or not at all.
 */
public interface Setups {

  /**
   * Remembers that a start modal was opened, so that its submission knows its channel and counts
   * once.
   *
   * @throws StoreUnavailable if it could not be saved
   */
  void draft(SetupId id, ChannelId channel, UserId by, Instant now);

  /** The channel of a start modal that this person opened. */
  Optional<ChannelId> draftedIn(SetupId id, UserId by);

  /**
   * Saves a new setup. The same id a second time changes nothing: the modal was submitted twice.
   *
   * @throws StoreUnavailable if it could not be saved
   */
  void create(Change start, Instant now);

  /**
   * Applies a rule and wakes the setup's follow-up.
   *
   * @throws NotPossible if the rule refuses, or another open setup has the account ID or root
   *     e-mail address
   * @throws StoreUnavailable if it could not be saved
   * @throws java.util.NoSuchElementException if there is no such setup
   */
  Setup change(SetupId id, Rule rule, Instant now);

  /**
   * Like {@link #change}, but counts the request in the same transaction: when Slack sends it
   * again, it changes nothing.
   *
   * @return the setup as it is afterwards
   */
  Setup changeOnce(RequestId request, SetupId id, Rule rule, Instant now);

  /** Whether this request has counted before. */
  boolean hasCounted(RequestId request);

  /**
   * Counts a request that changes no setup.
   *
   * @return whether it is the first time
   * @throws StoreUnavailable if it could not be saved
   */
  boolean count(RequestId request, Instant now);

  /** Forgets the requests that counted before this moment, so that they would count again. */
  void forgetRequests(Instant before);

  /**
   * Records what the follow-up itself did or saw: like {@link #change}, but without a wake-up.
   *
   * @throws StoreUnavailable if it could not be saved
   */
  Setup record(SetupId id, Rule rule, Instant now);

  /**
   * Hands over a setup's present version in a transaction that keeps it from being changed until
   * the transaction ends; 0 if there is no such setup.
   *
   * @throws StoreUnavailable if the database could not be asked
   */
  void holding(SetupId id, LongConsumer atVersion);

  Optional<Setup> find(SetupId id);

  /** The open setups of a channel, oldest first. */
  List<Setup> openIn(ChannelId channel);

  /** The setup of a channel that was started last, open or not. */
  Optional<Setup> newestIn(ChannelId channel);

  /** The ended setups of a channel whose people are still known, newest first. */
  List<Setup> endedIn(ChannelId channel);

  /** The setups that ended before a moment and whose people are still known. */
  void forEachRemembered(Instant endedBefore, Consumer<SetupId> reader);

  /** All setups, open or not, oldest first, one at a time. */
  void forEach(Consumer<Setup> reader);

  /** All events of the audit trail, those of a setup together and in order, one at a time. */
  void forEachEvent(BiConsumer<SetupId, AuditEvent> reader);

  /** All open setups, oldest first, one at a time. */
  void forEachOpen(Consumer<Setup> reader);

  /** Whether another open setup than this one has the account. */
  boolean isBeingSetUp(AccountId account, SetupId butNot);

  /**
   * Whether another open setup than this one has the root e-mail address, in upper or lower case.
   */
  boolean isRootEmailInUse(String email, SetupId butNot);

  /** The audit trail, oldest first. */
  List<AuditEvent> history(SetupId id);

  /** A transfer that an unfinished setup depends on, and its status when we last saw it. */
  record Watched(SetupId setup, String transferId, TransferStatus status) {}

  /** All transfers to watch, by transfer id. */
  List<Watched> watched();

  /**
   * The setups that still need a follow-up: the open ones, and ended ones with something left to
   * do.
   */
  void forEachUnsettled(Consumer<SetupId> reader);

  /**
   * Follows a channel to its new id, which Slack may give it when it is shared.
   *
   * @return how many setups moved with it
   */
  int moveChannel(ChannelId from, ChannelId to, Instant now);
}
