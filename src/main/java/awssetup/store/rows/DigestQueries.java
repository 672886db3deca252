package awssetup.store.rows;

import awssetup.setup.SetupId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Finds the setups that began or were completed in a span of time, for the digest. */
public record DigestQueries(Jdbi jdbi) {
  private static final String STARTED =
      "FROM setups WHERE started_at >= :from AND started_at < :until";
  private static final String COMPLETED =
      "FROM setups WHERE outcome = 'completed' AND ended_at >= :from AND ended_at < :until";

  public List<SetupId> started(Instant from, Instant until, int atMost) {
    return ids("SELECT id " + STARTED + " ORDER BY started_at LIMIT :most", from, until, atMost);
  }

  public int countStarted(Instant from, Instant until) {
    return count("SELECT COUNT(*) " + STARTED, from, until);
  }

  public List<SetupId> completed(Instant from, Instant until, int atMost) {
    return ids("SELECT id " + COMPLETED + " ORDER BY ended_at LIMIT :most", from, until, atMost);
  }

  public int countCompleted(Instant from, Instant until) {
    return count("SELECT COUNT(*) " + COMPLETED, from, until);
  }

  /** From start to completion. */
  public List<Duration> durations(Instant from, Instant until) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT ended_at - started_at " + COMPLETED)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> Duration.ofMillis(row.getLong(1)))
                .list());
  }

  private List<SetupId> ids(String sql, Instant from, Instant until, int atMost) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("most", atMost)
                .map((row, context) -> new SetupId(row.getString("id")))
                .list());
  }

  private int count(String sql, Instant from, Instant until) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .mapTo(Integer.class)
                .one());
  }
}
