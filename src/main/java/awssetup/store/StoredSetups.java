package awssetup.store;

import awssetup.ports.RequestId;
import awssetup.ports.Setups;
import awssetup.ports.WakeUps;
import awssetup.setup.AccountId;
import awssetup.setup.AuditEvent;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Priority;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.setup.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Setups in the database. What a change returns has been read back, so that nobody goes on with
 * more than was kept: instants are kept to the millisecond.
 */
public final class StoredSetups implements Setups {
  private static final Duration DRAFTS_LIVE = Duration.ofDays(30);

  private static final int PAGE = 100;

  private final Database database;
  private final WakeUps wakeUps;
  private final SetupQueries setups;
  private final InvitationQueries invitations;
  private final AuditQueries audit;
  private final MessageQueries messages;
  private final DraftQueries drafts;
  private final RequestQueries requests;
  private final WorklistQueries worklist;

  /**
   * @param wakeUps told in the same transaction which setup has changed
   */
  public StoredSetups(Database database, WakeUps wakeUps) {
    this.database = database;
    this.wakeUps = wakeUps;
    Jdbi jdbi = database.jdbi();
    setups = new SetupQueries(jdbi, database.dialect());
    invitations = new InvitationQueries(jdbi);
    audit = new AuditQueries(jdbi);
    messages = new MessageQueries(jdbi);
    drafts = new DraftQueries(jdbi);
    requests = new RequestQueries(jdbi);
    worklist = new WorklistQueries(jdbi);
  }

  /** For those who change nothing, and so never wake anybody. */
  public static StoredSetups readOnly(Database database) {
    return new StoredSetups(database, new NoChanges());
  }

  @Override
  public void draft(SetupId id, ChannelId channel, UserId by, Instant now) {
    database.inTransaction(
        () -> {
          drafts.deleteOpenedBefore(now.minus(DRAFTS_LIVE));
          drafts.insert(id, channel, by, now);
        });
  }

  @Override
  public Optional<ChannelId> draftedIn(SetupId id, UserId by) {
    return database.read(() -> drafts.channel(id, by));
  }

  @Override
  public void create(Change start, Instant now) {
    Instant at = kept(now);
    Setup.Facts facts = start.after().facts();
    facts.version++;
    database.inTransaction(
        () -> {
          if (setups.insert(facts)) {
            saveInvitation(start.after(), at);
            saveWhatBelongsTo(start, at);
            wake(facts.id, Priority.URGENT, at);
          }
        });
  }

  @Override
  public Setup change(SetupId id, Rule rule, Instant now) {
    return apply(id, rule, kept(now), true);
  }

  @Override
  public Setup changeOnce(RequestId request, SetupId id, Rule rule, Instant now) {
    return database.inTransaction(
        () -> {
          lock(id);
          return count(request, now) ? change(id, rule, now) : existing(id);
        });
  }

  @Override
  public boolean hasCounted(RequestId request) {
    return database.read(() -> requests.isThere(request));
  }

  @Override
  public boolean count(RequestId request, Instant now) {
    return database.inTransaction(() -> requests.insert(request, now));
  }

  @Override
  public void forgetRequests(Instant before) {
    database.inTransaction(() -> requests.deleteBefore(before));
  }

  @Override
  public Setup record(SetupId id, Rule rule, Instant now) {
    return apply(id, rule, kept(now), false);
  }

  @Override
  public void holding(SetupId id, LongConsumer atVersion) {
    database.inTransaction(
        () -> {
          atVersion.accept(setups.lockedVersion(id));
        });
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
          Setup.Facts facts = change.after().facts();
          facts.version = before.version() + 1;
          setups.update(before.facts(), facts);
          if (facts.forgottenAt.isPresent() && before.forgottenAt().isEmpty()) {
            invitations.forgetPeople(id);
            audit.forgetPeople(id);
          }
          if (!change.after().invitation().equals(before.invitation())) {
            saveInvitation(change.after(), now);
          }
          saveWhatBelongsTo(change, now);
          if (wakes) {
            wake(id, rule.priority(), now);
          }
          return existing(id);
        });
  }

  /** Where there are several instances; one alone has the only writer there is. */
  private void lock(SetupId id) {
    if (database.isShared()) {
      setups.lockedVersion(id);
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

  private Setup existing(SetupId id) {
    return setups.find(id).orElseThrow(() -> new NoSuchElementException("no setup " + id));
  }

  private static Instant kept(Instant now) {
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Optional<Setup> find(SetupId id) {
    return database.read(() -> setups.find(id));
  }

  @Override
  public List<Setup> openIn(ChannelId channel) {
    return database.read(() -> setups.openIn(channel));
  }

  @Override
  public Optional<Setup> newestIn(ChannelId channel) {
    return database.read(() -> setups.newestIn(channel));
  }

  @Override
  public List<Setup> endedIn(ChannelId channel) {
    return database.read(() -> setups.endedIn(channel));
  }

  @Override
  public void forEachRemembered(Instant endedBefore, Consumer<SetupId> reader) {
    database.read(() -> setups.rememberedAndEndedBefore(endedBefore)).forEach(reader);
  }

  @Override
  public void forEach(Consumer<Setup> reader) {
    byAge(setups::after, reader);
  }

  @Override
  public void forEachEvent(BiConsumer<SetupId, AuditEvent> reader) {
    AuditQueries.Entry last = AuditQueries.BEFORE_ALL;
    List<AuditQueries.Entry> page;
    do {
      AuditQueries.Entry after = last;
      page = database.read(() -> audit.after(after, PAGE));
      for (AuditQueries.Entry entry : page) {
        reader.accept(new SetupId(entry.setup()), entry.event());
        last = entry;
      }
    } while (page.size() == PAGE);
  }

  @Override
  public void forEachOpen(Consumer<Setup> reader) {
    byAge(setups::openAfter, reader);
  }

  /** Asks for the setups that follow a start and an id, at most so many. */
  private interface PageByAge {
    List<Setup> after(Instant startedAt, String id, int limit);
  }

  private void byAge(PageByAge pages, Consumer<Setup> reader) {
    Instant startedAt = Instant.EPOCH;
    String id = "";
    List<Setup> page;
    do {
      Instant after = startedAt;
      String last = id;
      page = database.read(() -> pages.after(after, last, PAGE));
      for (Setup setup : page) {
        reader.accept(setup);
        startedAt = setup.startedAt();
        id = setup.id().value();
      }
    } while (page.size() == PAGE);
  }

  @Override
  public void forEachUnsettled(Consumer<SetupId> reader) {
    String id = "";
    List<SetupId> page;
    do {
      String last = id;
      page = database.read(() -> setups.unsettledAfter(last, PAGE));
      for (SetupId setup : page) {
        reader.accept(setup);
        id = setup.value();
      }
    } while (page.size() == PAGE);
  }

  @Override
  public boolean isBeingSetUp(AccountId account, SetupId butNot) {
    return database.read(() -> setups.isOpenWithAccount(account, butNot));
  }

  @Override
  public boolean isRootEmailInUse(String email, SetupId butNot) {
    return database.read(() -> setups.isOpenWithRootEmail(email, butNot));
  }

  @Override
  public List<AuditEvent> history(SetupId id) {
    return database.read(() -> audit.of(id));
  }

  @Override
  public List<Watched> watched() {
    return database.read(invitations::watched);
  }

  @Override
  public int moveChannel(ChannelId from, ChannelId to, Instant now) {
    AuditEvent moved =
        new AuditEvent(
            now, Optional.empty(), AuditEvent.Kind.CHANNEL_MOVED, Optional.of(to.value()));
    return database.inTransaction(
        () -> {
          List<SetupId> inChannel = setups.lockAllIn(from);
          for (SetupId id : inChannel) {
            setups.moveTo(id, to);
            append(id, moved);
          }
          drafts.move(from, to);
          return inChannel.size();
        });
  }

  /** Refuses the first thing that every change does. */
  private static final class NoChanges implements WakeUps {
    @Override
    public void wake(SetupId id, Priority priority, Instant at) {
      throw new UnsupportedOperationException("nothing is changed here");
    }

    @Override
    public void committed() {}
  }
}
