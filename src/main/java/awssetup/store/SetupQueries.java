package awssetup.store;

import awssetup.setup.AccountId;
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

/** What is asked of the setups, each with its current invitation. */
record SetupQueries(Jdbi jdbi, Dialect dialect) {
  private static final String FACTS =
      """
      SELECT setups.*, invitations.*
      FROM setups
      LEFT JOIN invitations
        ON invitations.setup_id = setups.id AND invitations.dropped_at IS NULL
      """;

  /**
   * Keeps others from changing this setup until the transaction ends; returns its version, and 0
   * where there is no such setup.
   */
  long lockedVersion(SetupId id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT version FROM setups WHERE id = :id <locking>")
                .define("locking", dialect.lockingRow())
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /** The setups of a channel, open or not, locked. */
  List<SetupId> lockAllIn(ChannelId channel) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT id FROM setups WHERE channel = :channel ORDER BY id <locking>")
                .define("locking", dialect.lockingRow())
                .bind("channel", channel.value())
                .map((row, context) -> new SetupId(row.getString("id")))
                .list());
  }

  /** Whether it is new. */
  boolean insert(Setup.Facts facts) {
    RowWriter values = SetupRow.write(facts);
    String sql =
        """
        INSERT INTO setups (<columns>) VALUES (<parameters>)
        ON CONFLICT (id) DO NOTHING
        """;
    return jdbi.withHandle(
        h ->
            h.createUpdate(sql)
                    .define("columns", values.names())
                    .define("parameters", values.parameters())
                    .bindMap(values.byColumn())
                    .execute()
                == 1);
  }

  /** Writes what has changed, and with it only the indexes that are concerned. */
  void update(Setup.Facts before, Setup.Facts after) {
    RowWriter changed = SetupRow.write(after).changedFrom(SetupRow.write(before));
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE setups SET <assignments> WHERE id = :id")
                .define("assignments", changed.assignments())
                .bindMap(changed.byColumn())
                .bind("id", after.id.value())
                .execute());
  }

  Optional<Setup> find(SetupId id) {
    return jdbi
        .withHandle(
            h -> setups(h.createQuery(FACTS + "WHERE setups.id = :id").bind("id", id.value())))
        .stream()
        .findFirst();
  }

  /** These setups, in this order; those that do not exist are left out. */
  List<Setup> all(List<SetupId> ids) {
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

  /** Some of the open setups that are not on the worklist. */
  List<SetupId> missingOnWorklist(int limit) {
    String sql =
        """
        SELECT id FROM setups
        WHERE ended_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM worklist WHERE worklist.setup_id = setups.id)
        ORDER BY id
        LIMIT :limit
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("limit", limit)
                .map((row, context) -> new SetupId(row.getString("id")))
                .list());
  }

  List<Setup> openIn(ChannelId channel) {
    String sql =
        FACTS
            + """
            WHERE setups.channel = :channel AND setups.ended_at IS NULL
            ORDER BY setups.started_at, setups.id
            """;
    return jdbi.withHandle(h -> setups(h.createQuery(sql).bind("channel", channel.value())));
  }

  Optional<Setup> newestIn(ChannelId channel) {
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

  /** As many as people can choose from. */
  List<Setup> endedIn(ChannelId channel) {
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

  List<SetupId> rememberedAndEndedBefore(Instant moment) {
    String sql =
        """
        SELECT id FROM setups
        WHERE ended_at < :moment AND forgotten_at IS NULL
        ORDER BY ended_at, id
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> new SetupId(row.getString("id")))
                .list());
  }

  /** The next setups by age, open or not. */
  List<Setup> after(Instant startedAt, String id, int limit) {
    return after("", startedAt, id, limit);
  }

  /** The next open setups by age. */
  List<Setup> openAfter(Instant startedAt, String id, int limit) {
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

  boolean isOpenWithAccount(AccountId account, SetupId butNot) {
    String sql =
        """
        SELECT id FROM setups
        WHERE account_id = :value AND ended_at IS NULL AND id != :but_not
        """;
    return exists(sql, account.value(), butNot);
  }

  boolean isOpenWithRootEmail(String email, SetupId butNot) {
    String sql =
        """
        SELECT id FROM setups
        WHERE root_email_key = :value AND ended_at IS NULL AND id != :but_not
        """;
    return exists(sql, SetupRow.key(email), butNot);
  }

  private boolean exists(String sql, String value, SetupId butNot) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("value", value)
                .bind("but_not", butNot.value())
                .mapTo(String.class)
                .findFirst()
                .isPresent());
  }

  /**
   * The next setups by id that are open, or have an invitation to cancel at AWS or a message to
   * post although they have ended.
   */
  List<SetupId> unsettledAfter(String id, int limit) {
    String sql =
        """
        SELECT id FROM setups
        WHERE ended_at IS NULL AND id > :after
        UNION
        SELECT setup_id FROM invitations
        WHERE dropped_at IS NULL AND cancel_asked_at IS NOT NULL AND setup_id > :after
          AND (status IN ('REQUESTED', 'UNKNOWN') OR status IS NULL AND attempted_at IS NOT NULL)
        UNION
        SELECT setup_id FROM messages
        WHERE ts IS NULL AND dropped_at IS NULL AND setup_id > :after
        ORDER BY 1
        LIMIT :limit
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("after", id)
                .bind("limit", limit)
                .map((row, context) -> new SetupId(row.getString(1)))
                .list());
  }

  void moveTo(SetupId id, ChannelId channel) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    UPDATE setups SET channel = :channel, version = version + 1 WHERE id = :id
                    """)
                .bind("channel", channel.value())
                .bind("id", id.value())
                .execute());
  }

  private static List<Setup> setups(Query query) {
    return query.map((row, context) -> SetupRow.read(new RowReader(row))).list();
  }
}
