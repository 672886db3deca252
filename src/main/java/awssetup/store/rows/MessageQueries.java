package awssetup.store.rows;

import awssetup.ports.Outbox;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.MessageTs;
import awssetup.setup.SetupId;
import awssetup.setup.Topic;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes messages owed, posted and dropped. */
public record MessageQueries(Jdbi jdbi) {

  /** Numbers the message within its setup and kind; the setup's row must be locked. */
  public void append(SetupId setup, Message.Draft draft, Instant now) {
    RowWriter values =
        new RowWriter()
            .put("setup", setup)
            .put("kind", draft.kind())
            .put("topic", draft.topic().text())
            .put("detail", draft.topic().detailText())
            .put("now", now);
    String sql =
        """
        INSERT INTO messages (setup_id, kind, n, place, topic, detail, came_up_at)
        SELECT :setup, :kind,
          COALESCE(MAX(CASE WHEN kind = :kind THEN n END), 0) + 1,
          COALESCE(MAX(place), 0) + 1,
          :topic, :detail, :now
        FROM messages
        WHERE setup_id = :setup
        """;
    jdbi.useHandle(h -> h.createUpdate(sql).bindMap(values.byColumn()).execute());
  }

  public List<Message> owed(SetupId setup) {
    String sql =
        """
        SELECT * FROM messages
        WHERE setup_id = :setup AND ts IS NULL AND dropped_at IS NULL
        ORDER BY place
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("setup", setup.value())
                .map((row, context) -> read(new RowReader(row)))
                .list());
  }

  /** The messages owed, and the newest card, posted or not. */
  public Outbox.Open open(SetupId setup) {
    String sql =
        """
        SELECT messages.*, 0 AS is_card FROM messages
        WHERE setup_id = :setup AND ts IS NULL AND dropped_at IS NULL
        UNION ALL
        SELECT messages.*, 1 AS is_card FROM messages
        WHERE setup_id = :setup AND kind = 'card' AND n = (
          SELECT MAX(n) FROM messages
          WHERE setup_id = :setup AND kind = 'card' AND dropped_at IS NULL)
        ORDER BY is_card, place
        """;
    List<Message> all =
        jdbi.withHandle(
            h ->
                h.createQuery(sql)
                    .bind("setup", setup.value())
                    .map((row, context) -> read(new RowReader(row)))
                    .list());
    // If there is a card, the last row is the newest one.
    Optional<Message> last =
        all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    Optional<Message> card = last.filter(m -> m.key().kind() == MessageKind.CARD);
    return new Outbox.Open(card.isPresent() ? all.subList(0, all.size() - 1) : all, card);
  }

  public Optional<Message> card(SetupId setup) {
    String sql =
        """
        SELECT * FROM messages
        WHERE setup_id = :setup AND kind = 'card' AND dropped_at IS NULL
        ORDER BY n DESC
        LIMIT 1
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("setup", setup.value())
                .map((row, context) -> read(new RowReader(row)))
                .findOne());
  }

  /** Keeps the first attempt: a lost message is searched for from that moment on. */
  public int attempting(MessageKey key, Instant now) {
    return set("attempted_at = COALESCE(attempted_at, :now)", key, new RowWriter().put("now", now));
  }

  public int posted(MessageKey key, MessageTs ts, Optional<String> fingerprint) {
    return set(
        "ts = :ts, fingerprint = :fingerprint",
        key,
        new RowWriter().put("ts", ts.value()).put("fingerprint", fingerprint));
  }

  public int shown(MessageKey key, String fingerprint) {
    return set("fingerprint = :shown", key, new RowWriter().put("shown", fingerprint));
  }

  public int drop(MessageKey key, Instant now) {
    return set("dropped_at = COALESCE(dropped_at, :now)", key, new RowWriter().put("now", now));
  }

  private int set(String assignments, MessageKey key, RowWriter values) {
    values.put("setup", key.setup()).put("kind", key.kind()).put("n", key.n());
    String sql =
        """
        UPDATE messages SET <assignments>
        WHERE setup_id = :setup AND kind = :kind AND n = :n
        """;
    return jdbi.withHandle(
        h ->
            h.createUpdate(sql)
                .define("assignments", assignments)
                .bindMap(values.byColumn())
                .execute());
  }

  private static Message read(RowReader row) throws SQLException {
    MessageKey key =
        new MessageKey(
            row.one("setup_id", SetupId::new),
            row.one("kind", RowReader.word(MessageKind.class)),
            row.number("n"));
    return new Message(
        key,
        Topic.read(key.kind(), row.text("topic"), row.maybeText("detail")),
        row.instant("came_up_at"),
        row.maybeInstant("attempted_at"),
        row.maybe("ts", MessageTs::new),
        row.maybeText("fingerprint"));
  }
}
