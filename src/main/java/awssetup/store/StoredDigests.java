package awssetup.store;

import awssetup.ports.Digests;
import awssetup.ports.Worklist;
import awssetup.setup.Digest;
import awssetup.setup.MessageTs;
import awssetup.setup.SetupId;
import awssetup.setup.Urgency;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Digests in the database. */
public final class StoredDigests implements Digests {
  /** One that is missing for longer leaves a gap: old news would drown the new. */
  private static final Duration NEWS_LASTS = Duration.ofDays(7);

  private static final int MOST = 8;

  private final Database database;
  private final Jdbi jdbi;
  private final SetupQueries setups;
  private final DigestQueries digests;
  private final WorklistQueries worklist;

  public StoredDigests(Database database) {
    this.database = database;
    this.jdbi = database.jdbi();
    this.setups = new SetupQueries(jdbi, database.dialect());
    this.digests = new DigestQueries(jdbi);
    this.worklist = new WorklistQueries(jdbi);
  }

  @Override
  public Optional<Issue> find(LocalDate day) {
    return database.read(() -> row(day));
  }

  private Optional<Issue> row(LocalDate day) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT * FROM digests WHERE day = :day")
                .bind("day", day.toString())
                .map((row, context) -> issue(new RowReader(row)))
                .findOne());
  }

  private static Issue issue(RowReader row) throws SQLException {
    return new Issue(
        row.one("day", LocalDate::parse),
        row.instant("tells_from"),
        row.instant("tells_until"),
        row.has("ts") || row.has("dropped_at"));
  }

  @Override
  public Issue begin(LocalDate day, Instant from, Instant now) {
    String sql =
        """
        INSERT INTO digests (day, tells_from, tells_until)
        SELECT :day, COALESCE(MAX(tells_until), :from), :now
        FROM digests
        WHERE day >= :recent AND day < :day AND ts IS NOT NULL
        ON CONFLICT (day) DO NOTHING
        """;
    Supplier<Issue> begin =
        () -> {
          jdbi.useHandle(
              h ->
                  h.createUpdate(sql)
                      .bind("day", day.toString())
                      .bind("from", from.toEpochMilli())
                      .bind("now", now.toEpochMilli())
                      .bind("recent", day.minusDays(NEWS_LASTS.toDays()).toString())
                      .execute());
          return row(day).orElseThrow();
        };
    return database.inTransaction(begin);
  }

  @Override
  public Digest contents(Issue issue, ZoneId zone) {
    Instant from = issue.from();
    Instant until = issue.until();
    Instant month = issue.day().withDayOfMonth(1).atStartOfDay(zone).toInstant();
    return database.read(
        () -> {
          var counts = worklist.counts(Worklist.Filter.ALL, until);
          Worklist.Filter expiring =
              new Worklist.Filter(Optional.of(Urgency.EXPIRING), Optional.empty());
          Instant stuckSince = until.minus(Digest.STUCK_AFTER);
          return new Digest(
              issue.day(),
              from,
              until,
              counts.values().stream().mapToInt(Integer::intValue).sum(),
              some(digests.started(from, until, MOST), digests.countStarted(from, until)),
              some(digests.completed(from, until, MOST), digests.countCompleted(from, until)),
              some(worklist.waitingSince(stuckSince, MOST), worklist.countWaiting(stuckSince)),
              some(
                  worklist.page(expiring, 0, MOST, until),
                  counts.getOrDefault(Urgency.EXPIRING, 0)),
              Digest.median(digests.durations(month, until)));
        });
  }

  private Digest.Some some(List<SetupId> ids, int total) {
    return new Digest.Some(setups.all(ids), total);
  }

  @Override
  public void posted(LocalDate day, MessageTs ts) {
    set(day, "ts = :value", ts.value());
  }

  @Override
  public void drop(LocalDate day, Instant now) {
    set(day, "dropped_at = :value", now.toEpochMilli());
  }

  private void set(LocalDate day, String assignment, Object value) {
    database.inTransaction(
        () ->
            jdbi.useHandle(
                h ->
                    h.createUpdate("UPDATE digests SET <assignment> WHERE day = :day")
                        .define("assignment", assignment)
                        .bind("value", value)
                        .bind("day", day.toString())
                        .execute()));
  }
}
