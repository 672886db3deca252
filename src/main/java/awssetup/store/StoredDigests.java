package awssetup.store;

import awssetup.ports.Digests;
import awssetup.ports.Worklist;
import awssetup.setup.Digest;
import awssetup.setup.MessageTs;
import awssetup.setup.SetupId;
import awssetup.setup.Urgency;
import awssetup.store.rows.DigestQueries;
import awssetup.store.rows.DigestRowQueries;
import awssetup.store.rows.SetupQueries;
import awssetup.store.rows.WorklistQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Digests in the database. */
public final class StoredDigests implements Digests {
  /** Setups that each list of a digest shows. */
  private static final int MOST = 8;

  private final Database database;
  private final SetupQueries setups;
  private final DigestRowQueries rows;
  private final DigestQueries digests;
  private final WorklistQueries worklist;

  public StoredDigests(Database database) {
    this.database = database;
    Jdbi jdbi = database.jdbi();
    setups = new SetupQueries(jdbi);
    rows = new DigestRowQueries(jdbi);
    digests = new DigestQueries(jdbi);
    worklist = new WorklistQueries(jdbi);
  }

  @Override
  public Optional<Issue> find(LocalDate day) {
    return database.read(() -> rows.find(day));
  }

  @Override
  public Issue begin(LocalDate day, Instant from, Instant now) {
    return database.<Issue>inTransaction(
        () -> {
          rows.insert(day, from, now);
          return rows.find(day).orElseThrow();
        });
  }

  @Override
  public Digest contents(Issue issue, ZoneId zone) {
    Instant month = issue.day().withDayOfMonth(1).atStartOfDay(zone).toInstant();
    return database.read(() -> contents(issue, month));
  }

  private Digest contents(Issue issue, Instant month) {
    Instant from = issue.from();
    Instant until = issue.until();
    Instant stuckSince = until.minus(Digest.STUCK_AFTER);
    Map<Urgency, Integer> counts = worklist.counts(Worklist.Filter.ALL, until);
    Worklist.Filter expiring = new Worklist.Filter(Optional.of(Urgency.EXPIRING), Optional.empty());
    return new Digest(
        issue.day(),
        from,
        until,
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        some(digests.started(from, until, MOST), digests.countStarted(from, until)),
        some(digests.completed(from, until, MOST), digests.countCompleted(from, until)),
        some(worklist.waitingSince(stuckSince, MOST), worklist.countWaiting(stuckSince)),
        some(worklist.page(expiring, 0, MOST, until), counts.getOrDefault(Urgency.EXPIRING, 0)),
        Digest.median(digests.durations(month, until)));
  }

  private Digest.Some some(List<SetupId> ids, int total) {
    return new Digest.Some(setups.all(ids), total);
  }

  @Override
  public void posted(LocalDate day, MessageTs ts) {
    database.inTransaction(() -> rows.posted(day, ts));
  }

  @Override
  public void drop(LocalDate day, Instant now) {
    database.inTransaction(() -> rows.drop(day, now));
  }
}
