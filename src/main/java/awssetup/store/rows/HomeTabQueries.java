package awssetup.store.rows;

import awssetup.ports.HomeTabs.Tab;
import awssetup.ports.Worklist;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes what each engineer's Home tab shows. */
public record HomeTabQueries(Jdbi jdbi) {
  /** Goes back to the first page, and keeps the filter. */
  public void open(UserId reader, Instant now) {
    update(
        """
        INSERT INTO home_tabs (reader, version, page, used_at) VALUES (:reader, 1, 0, :now)
        ON CONFLICT (reader) DO UPDATE
        SET version = home_tabs.version + 1, page = 0, used_at = :now
        """,
        new RowWriter().put("reader", reader).put("now", now));
  }

  public void show(UserId reader, Worklist.Filter filter, int page, Instant now) {
    update(
        """
        INSERT INTO home_tabs (reader, version, urgency, owner, page, used_at)
        VALUES (:reader, 1, :urgency, :owner, :page, :now)
        ON CONFLICT (reader) DO UPDATE
        SET version = home_tabs.version + 1, urgency = :urgency, owner = :owner, page = :page,
          used_at = :now
        """,
        new RowWriter()
            .put("reader", reader)
            .put("urgency", filter.urgency())
            .put("owner", filter.owner())
            .put("page", page)
            .put("now", now));
  }

  /** Returns whether this version of the tab is still the current one. */
  public boolean published(Tab tab, String fingerprint, String hash, Instant now) {
    int updated =
        update(
            """
            UPDATE home_tabs SET fingerprint = :fingerprint, hash = :hash, published_at = :now
            WHERE reader = :reader AND version = :version
            """,
            new RowWriter()
                .put("reader", tab.reader())
                .put("version", tab.version())
                .put("fingerprint", fingerprint)
                .put("hash", hash)
                .put("now", now));
    return updated == 1;
  }

  public void delete(UserId reader) {
    update("DELETE FROM home_tabs WHERE reader = :reader", new RowWriter().put("reader", reader));
  }

  private int update(String sql, RowWriter values) {
    return jdbi.withHandle(h -> h.createUpdate(sql).bindMap(values.byColumn()).execute());
  }

  public Optional<Tab> find(UserId reader) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT * FROM home_tabs WHERE reader = :reader")
                .bind("reader", reader.value())
                .map((row, context) -> tab(new RowReader(row)))
                .findOne());
  }

  /** The tabs in use, the one published longest ago first. */
  public List<Tab> usedSince(Instant moment) {
    String sql =
        """
        SELECT * FROM home_tabs WHERE used_at >= :moment
        ORDER BY COALESCE(published_at, 0), reader
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> tab(new RowReader(row)))
                .list());
  }

  private static Tab tab(RowReader row) throws SQLException {
    return new Tab(
        row.one("reader", UserId::new),
        row.number("version"),
        new Worklist.Filter(
            row.maybe("urgency", RowReader.word(Urgency.class)), row.maybe("owner", UserId::new)),
        row.number("page"),
        row.maybeText("fingerprint"),
        row.maybeText("hash"));
  }
}
