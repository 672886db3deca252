package awssetup.store.rows;

import awssetup.setup.ChannelId;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads whole setups, each with its current invitation. */
public record SetupQueries(Jdbi jdbi) {
  private static final String FACTS =
      """
      SELECT setups.*, invitations.*
      FROM setups
      LEFT JOIN invitations
        ON invitations.setup_id = setups.id AND invitations.dropped_at IS NULL
      """;

  public Optional<Setup> find(SetupId id) {
    return jdbi
        .withHandle(
            h -> setups(h.createQuery(FACTS + "WHERE setups.id = :id").bind("id", id.value())))
        .stream()
        .findFirst();
  }

  /** These setups, in this order, without those that do not exist. */
  public List<Setup> all(List<SetupId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<SetupId, Setup> found =
        jdbi
            .withHandle(
                h ->
                    setups(
                        h.createQuery(FACTS + "WHERE setups.id IN (<ids>)")
                            .bindList("ids", ids.stream().map(SetupId::value).toList())))
            .stream()
            .collect(Collectors.toMap(Setup::id, Function.identity()));
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  public List<Setup> openIn(ChannelId channel) {
    String sql =
        FACTS
            + """
            WHERE setups.channel = :channel AND setups.ended_at IS NULL
            ORDER BY setups.started_at, setups.id
            """;
    return jdbi.withHandle(h -> setups(h.createQuery(sql).bind("channel", channel.value())));
  }

  public Optional<Setup> newestIn(ChannelId channel) {
    String sql =
        FACTS
            + """
            WHERE setups.channel = :channel
            ORDER BY setups.started_at DESC, setups.id DESC
            LIMIT 1
            """;
    return jdbi
        .withHandle(h -> setups(h.createQuery(sql).bind("channel", channel.value())))
        .stream()
        .findFirst();
  }

  /** At most 100, as many as a select in Slack can offer. */
  public List<Setup> endedIn(ChannelId channel) {
    String sql =
        FACTS
            + """
            WHERE setups.channel = :channel
              AND setups.ended_at IS NOT NULL AND setups.forgotten_at IS NULL
            ORDER BY setups.started_at DESC, setups.id DESC
            LIMIT 100
            """;
    return jdbi.withHandle(h -> setups(h.createQuery(sql).bind("channel", channel.value())));
  }

  /** The next setups by start and id, open or not. */
  public List<Setup> after(Instant startedAt, String id, int limit) {
    return after("", startedAt, id, limit);
  }

  /** The next open setups by start and id. */
  public List<Setup> openAfter(Instant startedAt, String id, int limit) {
    return after("setups.ended_at IS NULL AND", startedAt, id, limit);
  }

  private List<Setup> after(String condition, Instant startedAt, String id, int limit) {
    String sql =
        FACTS
            + """
            WHERE <condition> (setups.started_at, setups.id) > (:started_at, :id)
            ORDER BY setups.started_at, setups.id
            LIMIT :limit
            """;
    return jdbi.withHandle(
        h ->
            setups(
                h.createQuery(sql)
                    .define("condition", condition)
                    .bind("started_at", startedAt.toEpochMilli())
                    .bind("id", id)
                    .bind("limit", limit)));
  }

  private static List<Setup> setups(Query query) {
    return query.map((row, context) -> SetupRow.read(new RowReader(row))).list();
  }
}
