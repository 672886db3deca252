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
import awssetup.store.rows.AuditQueries;
import awssetup.store.rows.DraftQueries;
import awssetup.store.rows.InvitationQueries;
import awssetup.store.rows.RequestQueries;
import awssetup.store.rows.SetupIdQueries;
import awssetup.store.rows.SetupQueries;
import awssetup.store.rows.SetupWrites;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Setups in the database. A change returns what was read back afterwards, because less is kept than
 * was given: instants are kept to the millisecond.
 */
public final class StoredSetups implements Setups {
  private static final Duration DRAFTS_LIVE = Duration.ofDays(30);

  private final Database database;
  private final SetupChanges changes;
  private final SetupWrites writes;
  private final SetupQueries setups;
  private final SetupIdQueries ids;
  private final InvitationQueries invitations;
  private final AuditQueries audit;
  private final DraftQueries drafts;
  private final RequestQueries requests;

  /**
   * @param wakeUps told in the same transaction which setup has changed
   */
  public StoredSetups(Database database, WakeUps wakeUps) {
    this.database = database;
    changes = new SetupChanges(database, wakeUps);
    Jdbi jdbi = database.jdbi();
    writes = new SetupWrites(jdbi, database.dialect().lockingRow());
    setups = new SetupQueries(jdbi);
    ids = new SetupIdQueries(jdbi);
    invitations = new InvitationQueries(jdbi);
    audit = new AuditQueries(jdbi);
    drafts = new DraftQueries(jdbi);
    requests = new RequestQueries(jdbi);
  }

  /** For a command that only reads, and so wakes no follow-up. */
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
    changes.create(start, now);
  }

  @Override
  public Setup change(SetupId id, Rule rule, Instant now) {
    return changes.change(id, rule, now);
  }

  @Override
  public Setup changeOnce(RequestId request, SetupId id, Rule rule, Instant now) {
    return database.inTransaction(
        () -> {
          changes.lock(id);
          return count(request, now) ? changes.change(id, rule, now) : changes.existing(id);
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
    return changes.record(id, rule, now);
  }

  @Override
  public void holding(SetupId id, LongConsumer atVersion) {
    database.inTransaction(
        () -> {
          atVersion.accept(writes.lockedVersion(id));
        });
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
    database.read(() -> ids.rememberedAndEndedBefore(endedBefore)).forEach(reader);
  }

  @Override
  public void forEach(Consumer<Setup> reader) {
    byAge(setups::after, reader);
  }

  @Override
  public void forEachEvent(BiConsumer<SetupId, AuditEvent> reader) {
    Pages.forEach(
        AuditQueries.BEFORE_ALL,
        (last, limit) -> database.read(() -> audit.after(last, limit)),
        entry -> entry,
        entry -> reader.accept(new SetupId(entry.setup()), entry.event()));
  }

  @Override
  public void forEachOpen(Consumer<Setup> reader) {
    byAge(setups::openAfter, reader);
  }

  /** Asks for the setups that follow a start and an id, at most so many. */
  private interface PageByAge {
    List<Setup> after(Instant startedAt, String id, int limit);
  }

  private record Age(Instant startedAt, String id) {}

  private void byAge(PageByAge pages, Consumer<Setup> reader) {
    Pages.forEach(
        new Age(Instant.EPOCH, ""),
        (last, limit) -> database.read(() -> pages.after(last.startedAt(), last.id(), limit)),
        setup -> new Age(setup.startedAt(), setup.id().value()),
        reader);
  }

  @Override
  public void forEachUnsettled(Consumer<SetupId> reader) {
    Pages.forEach(
        "",
        (last, limit) -> database.read(() -> ids.unsettledAfter(last, limit)),
        SetupId::value,
        reader);
  }

  @Override
  public boolean isBeingSetUp(AccountId account, SetupId butNot) {
    return database.read(() -> ids.isOpenWithAccount(account, butNot));
  }

  @Override
  public boolean isRootEmailInUse(String email, SetupId butNot) {
    return database.read(() -> ids.isOpenWithRootEmail(email, butNot));
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
    return database.inTransaction(
        () -> {
          int moved = changes.moveChannel(from, to, now);
          drafts.move(from, to);
          return moved;
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
