package awssetup.store;

import awssetup.ports.WakeUps;
import awssetup.setup.AuditEvent;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Priority;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Waiting;
import awssetup.store.rows.AuditQueries;
import awssetup.store.rows.InvitationQueries;
import awssetup.store.rows.MessageQueries;
import awssetup.store.rows.SetupQueries;
import awssetup.store.rows.SetupWrites;
import awssetup.store.rows.WorklistQueries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Saves a change of a setup with all that belongs to it, in one transaction: facts, invitation,
 * audit events, messages, worklist and wake-up.
 */
final class SetupChanges {
  private final Database database;
  private final WakeUps wakeUps;
  private final SetupQueries setups;
  private final SetupWrites writes;
  private final InvitationQueries invitations;
  private final AuditQueries audit;
  private final MessageQueries messages;
  private final WorklistQueries worklist;

  SetupChanges(Database database, WakeUps wakeUps) {
    this.database = database;
    this.wakeUps = wakeUps;
    Jdbi jdbi = database.jdbi();
    setups = new SetupQueries(jdbi);
    writes = new SetupWrites(jdbi, database.dialect().lockingRow());
    invitations = new InvitationQueries(jdbi);
    audit = new AuditQueries(jdbi);
    messages = new MessageQueries(jdbi);
    worklist = new WorklistQueries(jdbi);
  }

  /** Saves a new setup, unless there is one with its id. */
  void create(Change start, Instant now) {
    Instant at = kept(now);
    Setup.Facts facts = start.after().facts();
    facts.version++;
    database.inTransaction(
        () -> {
          if (writes.insert(facts)) {
            saveInvitation(start.after(), at);
            saveWhatBelongsTo(start, at);
            wake(facts.id, Priority.URGENT, at);
          }
        });
  }

  /** Applies a rule and wakes the setup's follow-up, unless nothing changes. */
  Setup change(SetupId id, Rule rule, Instant now) {
    return apply(id, rule, kept(now), true);
  }

  /** Applies a rule and wakes no follow-up. */
  Setup record(SetupId id, Rule rule, Instant now) {
    return apply(id, rule, kept(now), false);
  }

  private Setup apply(SetupId id, Rule rule, Instant now, boolean wakes) {
    return database.inTransaction(
        () -> {
          lock(id);
          Setup before = existing(id);
          Change change = rule.apply(before, now);
          if (change.isNone()) {
            return before;
          }
          save(before, change, now);
          if (wakes) {
            wake(id, rule.priority(), now);
          }
          return existing(id);
        });
  }

  private void save(Setup before, Change change, Instant now) {
    Setup after = change.after();
    SetupId id = after.id();
    Setup.Facts facts = after.facts();
    facts.version = before.version() + 1;
    writes.update(before.facts(), facts);
    if (after.forgottenAt().isPresent() && before.forgottenAt().isEmpty()) {
      invitations.forgetPeople(id);
      audit.forgetPeople(id);
    }
    if (!after.invitation().equals(before.invitation())) {
      saveInvitation(after, now);
    }
    saveWhatBelongsTo(change, now);
  }

  /** Locks the setup's row if several instances share the database; one alone has one writer. */
  void lock(SetupId id) {
    if (database.isShared()) {
      writes.lockedVersion(id);
    }
  }

  private void saveInvitation(Setup after, Instant now) {
    SetupId id = after.id();
    invitations.dropAllBut(after.invitation().map(i -> i.round()).orElse(0), id, now);
    after.invitation().ifPresent(current -> invitations.save(id, current));
  }

  private void saveWhatBelongsTo(Change change, Instant now) {
    Setup after = change.after();
    SetupId id = after.id();
    change.events().forEach(event -> append(id, event));
    change.messages().forEach(draft -> messages.append(id, draft, now));
    worklist.save(id, Waiting.of(after, now));
  }

  private void append(SetupId id, AuditEvent event) {
    audit.append(id, event);
    database.afterCommit(() -> AuditLog.tell(id, event));
  }

  private void wake(SetupId id, Priority priority, Instant now) {
    wakeUps.wake(id, priority, now);
    database.afterCommit(wakeUps::committed);
  }

  /**
   * @throws NoSuchElementException if there is no such setup
   */
  Setup existing(SetupId id) {
    return setups.find(id).orElseThrow(() -> new NoSuchElementException("no setup " + id));
  }

  private static Instant kept(Instant now) {
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Moves the setups of a channel to another one, and returns how many there were. */
  int moveChannel(ChannelId from, ChannelId to, Instant now) {
    AuditEvent moved =
        new AuditEvent(
            now, Optional.empty(), AuditEvent.Kind.CHANNEL_MOVED, Optional.of(to.value()));
    return database.inTransaction(
        () -> {
          List<SetupId> inChannel = writes.lockAllIn(from);
          for (SetupId id : inChannel) {
            writes.moveTo(id, to);
            append(id, moved);
          }
          return inChannel.size();
        });
  }
}
