package awssetup.store.rows;

import awssetup.setup.ChannelId;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes which start modals were opened. */
public record DraftQueries(Jdbi jdbi) {

  public void insert(SetupId id, ChannelId channel, UserId by, Instant now) {
    RowWriter values =
        new RowWriter().put("id", id).put("channel", channel).put("by", by).put("now", now);
    String sql =
        """
        INSERT INTO drafts (id, channel, opened_by, opened_at)
        VALUES (:id, :channel, :by, :now)
        """;
    jdbi.useHandle(h -> h.createUpdate(sql).bindMap(values.byColumn()).execute());
  }

  public Optional<ChannelId> channel(SetupId id, UserId by) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT channel FROM drafts WHERE id = :id AND opened_by = :by")
                .bind("id", id.value())
                .bind("by", by.value())
                .map((row, context) -> new ChannelId(row.getString("channel")))
                .findOne());
  }

  public void move(ChannelId from, ChannelId to) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE drafts SET channel = :to WHERE channel = :from")
                .bind("to", to.value())
                .bind("from", from.value())
                .execute());
  }

  public void deleteOpenedBefore(Instant moment) {
    jdbi.useHandle(
        h ->
            h.createUpdate("DELETE FROM drafts WHERE opened_at < :moment")
                .bind("moment", moment.toEpochMilli())
                .execute());
  }
}
