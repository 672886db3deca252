package awssetup.store;

import awssetup.ports.HomeTabs;
import awssetup.ports.Worklist;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Home tabs in the database. */
public final class StoredHomeTabs implements HomeTabs {
  private final Database database;
  private final Jdbi jdbi;

  public StoredHomeTabs(Database database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  @Override
  public Tab open(UserId reader, Instant now) {
    String sql =
        """
        INSERT INTO home_tabs (reader, version, page, used_at) VALUES (:reader, 1, 0, :now)
        ON CONFLICT (reader) DO UPDATE
        SET version = home_tabs.version + 1, page = 0, used_at = :now
        """;
    return changed(reader, sql, new RowWriter().put("reader", reader).put("now", now));
  }

  @Override
  public Tab show(UserId reader, Worklist.Filter filter, int page, Instant now) {
    RowWriter values =
        new RowWriter()
            .put("reader", reader)
            .put("urgency", filter.urgency())
            .put("owner", filter.owner())
            .put("page", page)
            .put("now", now);
    String sql =
        """
        INSERT INTO home_tabs (reader, version, urgency, owner, page, used_at)
        VALUES (:reader, 1, :urgency, :owner, :page, :now)
        ON CONFLICT (reader) DO UPDATE
        SET version = home_tabs.version + 1, urgency = :urgency, owner = :owner, page = :page,
          used_at = :now
        """;
    return changed(reader, sql, values);
  }

  private Tab changed(UserId reader, String sql, RowWriter values) {
    Supplier<Tab> change =
        () -> {
          jdbi.useHandle(h -> h.createUpdate(sql).bindMap(values.byColumn()).execute());
          return row(reader).orElseThrow();
        };
    return database.inTransaction(change);
  }

  @Override
  public Optional<Tab> find(UserId reader) {
    return database.read(() -> row(reader));
  }

  private Optional<Tab> row(UserId reader) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT * FROM home_tabs WHERE reader = :reader")
                .bind("reader", reader.value())
                .map((row, context) -> read(new RowReader(row)))
                .findOne());
  }

  @Override
  public boolean published(Tab tab, String fingerprint, String hash, Instant now) {
    RowWriter values =
        new RowWriter()
            .put("reader", tab.reader())
            .put("version", tab.version())
            .put("fingerprint", fingerprint)
            .put("hash", hash)
            .put("now", now);
    String sql =
        """
        UPDATE home_tabs SET fingerprint = :fingerprint, hash = :hash, published_at = :now
        WHERE reader = :reader AND version = :version
        """;
    return database.read(
        () -> jdbi.withHandle(h -> h.createUpdate(sql).bindMap(values.byColumn()).execute()) == 1);
  }

  @Override
  public List<Tab> usedSince(Instant moment) {
    String sql =
        """
        SELECT * FROM home_tabs WHERE used_at >= :moment
        ORDER BY COALESCE(published_at, 0), reader
        """;
    return database.read(
        () ->
            jdbi.withHandle(
                h ->
                    h.createQuery(sql)
                        .bind("moment", moment.toEpochMilli())
                        .map((row, context) -> read(new RowReader(row)))
                        .list()));
  }

  @Override
  public void close(UserId reader) {
    database.inTransaction(
        () ->
            jdbi.useHandle(
                h ->
                    h.createUpdate("DELETE FROM home_tabs WHERE reader = :reader")
                        .bind("reader", reader.value())
                        .execute()));
  }

  private static Tab read(RowReader row) throws SQLException {
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
