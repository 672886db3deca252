package awssetup.store.rows;

import awssetup.setup.AuditEvent;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes the audit trail. */
public record AuditQueries(Jdbi jdbi) {

  /** Numbers the event within its setup, whose row must be locked. */
  public void append(SetupId setup, AuditEvent event) {
    RowWriter values =
        new RowWriter()
            .put("setup", setup)
            .put("at", event.at())
            .put("by", event.by())
            .put("kind", event.kind())
            .put("detail", event.detail());
    String sql =
        """
        INSERT INTO audit_events (setup_id, n, happened_at, done_by, kind, detail)
        SELECT :setup, COALESCE(MAX(n), 0) + 1, :at, :by, :kind, :detail
        FROM audit_events
        WHERE setup_id = :setup
        """;
    jdbi.useHandle(h -> h.createUpdate(sql).bindMap(values.byColumn()).execute());
  }

  /** Keeps what happened and when, and erases who did it. */
  public void forgetPeople(SetupId setup) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE audit_events SET done_by = NULL WHERE setup_id = :setup")
                .bind("setup", setup.value())
                .execute());
  }

  public List<AuditEvent> of(SetupId setup) {
    String sql =
        """
        SELECT happened_at, done_by, kind, detail
        FROM audit_events
        WHERE setup_id = :setup
        ORDER BY n
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("setup", setup.value())
                .map((row, context) -> read(new RowReader(row)))
                .list());
  }

  /** An event with its place in the trail of all setups. */
  public record Entry(String setup, int n, AuditEvent event) {}

  public static final Entry BEFORE_ALL = new Entry("", 0, null);

  /** The next events by setup and number. */
  public List<Entry> after(Entry last, int limit) {
    String sql =
        """
        SELECT setup_id, n, happened_at, done_by, kind, detail
        FROM audit_events
        WHERE (setup_id, n) > (:setup, :n)
        ORDER BY setup_id, n
        LIMIT :limit
        """;
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("setup", last.setup())
                .bind("n", last.n())
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Entry(
                            row.getString("setup_id"), row.getInt("n"), read(new RowReader(row))))
                .list());
  }

  private static AuditEvent read(RowReader row) throws SQLException {
    return new AuditEvent(
        row.instant("happened_at"),
        row.maybe("done_by", UserId::new),
        row.one("kind", RowReader.word(AuditEvent.Kind.class)),
        row.maybeText("detail"));
  }
}
