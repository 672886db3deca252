package awssetup.store.rows;

import awssetup.ports.Worklist;
import awssetup.setup.Actor;
import awssetup.setup.SetupId;
import awssetup.setup.StepKey;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import awssetup.setup.Waiting;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads and writes the worklist. Its urgency is {@link Waiting#urgency} in SQL. */
public record WorklistQueries(Jdbi jdbi) {
  /** Urgencies by their number; deadlines that are near are sorted by date. */
  private static final String WORK =
      """
      SELECT setup_id,
        CASE
          WHEN actor = 'engineer' OR deadline <= :now THEN 0
          WHEN deadline <= :soon THEN 1
          WHEN actor = 'nobody' THEN 4
          WHEN unanswered = 1 THEN 2
          ELSE 3
        END AS urgency,
        CASE WHEN actor <> 'engineer' AND deadline <= :soon THEN deadline ELSE since END AS place
      FROM worklist
      WHERE <owners>
      """;

  /** Takes a setup that has ended off the list. */
  public void save(SetupId setup, Optional<Waiting> waiting) {
    if (waiting.isEmpty()) {
      jdbi.useHandle(
          h ->
              h.createUpdate("DELETE FROM worklist WHERE setup_id = :setup")
                  .bind("setup", setup.value())
                  .execute());
      return;
    }
    RowWriter values = values(setup, waiting.get());
    String sql =
        """
        INSERT INTO worklist (<columns>) VALUES (<parameters>)
        ON CONFLICT (setup_id) DO UPDATE SET <assignments>
        WHERE (worklist.owner, worklist.step, worklist.actor, worklist.since,
            worklist.deadline, worklist.unanswered)
          IS DISTINCT FROM (excluded.owner, excluded.step, excluded.actor, excluded.since,
            excluded.deadline, excluded.unanswered)
        """;
    jdbi.useHandle(
        h ->
            h.createUpdate(sql)
                .define("columns", values.names())
                .define("parameters", values.parameters())
                .define("assignments", values.assignments("setup_id"))
                .bindMap(values.byColumn())
                .execute());
  }

  private static RowWriter values(SetupId setup, Waiting waiting) {
    return new RowWriter()
        .put("setup_id", setup)
        .put("owner", waiting.owner())
        .put("step", waiting.step())
        .put("actor", waiting.actor())
        .put("since", waiting.since())
        .put("deadline", waiting.deadline())
        .put("unanswered", waiting.unanswered());
  }

  public List<SetupId> page(Worklist.Filter filter, int from, int atMost, Instant now) {
    String sql =
        "SELECT setup_id FROM ("
            + WORK
            + """
            ) AS work
            WHERE <urgencies>
            ORDER BY urgency, place, setup_id
            LIMIT :most OFFSET :from
            """;
    return jdbi.withHandle(
        h ->
            about(h.createQuery(sql), filter, now)
                .bind("most", atMost)
                .bind("from", from)
                .map((row, context) -> new SetupId(row.getString("setup_id")))
                .list());
  }

  /** Counts every urgency, also those that the filter leaves out. */
  public Map<Urgency, Integer> counts(Worklist.Filter filter, Instant now) {
    String sql = "SELECT urgency, COUNT(*) AS setups FROM (" + WORK + ") AS work GROUP BY urgency";
    Map<Urgency, Integer> counts = new EnumMap<>(Urgency.class);
    jdbi.useHandle(
        h ->
            about(h.createQuery(sql), new Worklist.Filter(Optional.empty(), filter.owner()), now)
                .map(
                    (row, context) ->
                        counts.put(Urgency.values()[row.getInt("urgency")], row.getInt("setups")))
                .list());
    return counts;
  }

  private static Query about(Query query, Worklist.Filter filter, Instant now) {
    query
        .define("owners", filter.owner().isPresent() ? "owner = :owner" : "1 = 1")
        .define("urgencies", filter.urgency().isPresent() ? "urgency = :urgency" : "1 = 1")
        .bind("now", now.toEpochMilli())
        .bind("soon", now.plus(Waiting.SOON).toEpochMilli());
    filter.owner().ifPresent(owner -> query.bind("owner", owner.value()));
    filter.urgency().ifPresent(urgency -> query.bind("urgency", urgency.ordinal()));
    return query;
  }

  /** Setups that have waited at one step since this moment or longer, longest first. */
  public List<SetupId> waitingSince(Instant moment, int atMost) {
    String sql =
        """
        SELECT setup_id FROM worklist WHERE since <= :moment
        ORDER BY since, setup_id
        LIMIT :most
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("moment", moment.toEpochMilli())
                .bind("most", atMost)
                .map((row, context) -> new SetupId(row.getString("setup_id")))
                .list());
  }

  public int countWaiting(Instant since) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT COUNT(*) FROM worklist WHERE since <= :moment")
                .bind("moment", since.toEpochMilli())
                .mapTo(Integer.class)
                .one());
  }

  public List<UserId> owners() {
    String sql = "SELECT owner FROM worklist GROUP BY owner ORDER BY COUNT(*) DESC, owner";
    return jdbi.withHandle(
        h -> h.createQuery(sql).map((row, context) -> new UserId(row.getString("owner"))).list());
  }

  public List<Worklist.Queue> queues() {
    String sql =
        """
        SELECT step, actor, COUNT(*) AS setups, MIN(since) AS oldest
        FROM worklist
        GROUP BY step, actor
        ORDER BY step, actor
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .map(
                    (columns, context) -> {
                      RowReader row = new RowReader(columns);
                      return new Worklist.Queue(
                          row.one("step", RowReader.word(StepKey.class)),
                          row.one("actor", RowReader.word(Actor.class)),
                          row.number("setups"),
                          row.instant("oldest"));
                    })
                .list());
  }
}
