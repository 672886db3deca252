package awssetup.store.rows;

import awssetup.ports.Digests.Issue;
import awssetup.setup.MessageTs;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes which digests were posted, and the span of time of each. */
public record DigestRowQueries(Jdbi jdbi) {
  /** A digest that is missing for longer leaves a gap: old news would drown the new. */
  private static final Duration NEWS_LASTS = Duration.ofDays(7);

  public Optional<Issue> find(LocalDate day) {
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

  /** Begins where the last posted digest ended, if that was not long ago. */
  public void insert(LocalDate day, Instant from, Instant now) {
    String sql =
        """
        INSERT INTO digests (day, tells_from, tells_until)
        SELECT :day, COALESCE(MAX(tells_until), :from), :now
        FROM digests
        WHERE day >= :recent AND day < :day AND ts IS NOT NULL
        ON CONFLICT (day) DO NOTHING
        """;
    jdbi.useHandle(
        h ->
            h.createUpdate(sql)
                .bind("day", day.toString())
                .bind("from", from.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("recent", day.minusDays(NEWS_LASTS.toDays()).toString())
                .execute());
  }

  public void posted(LocalDate day, MessageTs ts) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE digests SET ts = :ts WHERE day = :day")
                .bind("ts", ts.value())
                .bind("day", day.toString())
                .execute());
  }

  public void drop(LocalDate day, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE digests SET dropped_at = :now WHERE day = :day")
                .bind("now", now.toEpochMilli())
                .bind("day", day.toString())
                .execute());
  }
}
