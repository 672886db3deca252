package awssetup.store.rows;

import awssetup.setup.ChannelId;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Locks and writes the rows of setups. */
public record SetupWrites(Jdbi jdbi, String lockingRow) {
  /**
   * Locks the setup until the transaction ends.
   *
   * @return its version; 0 if there is no such setup
   */
  public long lockedVersion(SetupId id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT version FROM setups WHERE id = :id <locking>")
                .define("locking", lockingRow)
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /** Locks all setups of a channel, open or not, until the transaction ends. */
  public List<SetupId> lockAllIn(ChannelId channel) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT id FROM setups WHERE channel = :channel ORDER BY id <locking>")
                .define("locking", lockingRow)
                .bind("channel", channel.value())
                .map((row, context) -> new SetupId(row.getString("id")))
                .list());
  }

  /** Returns whether it is new; an existing setup stays as it is. */
  public boolean insert(Setup.Facts facts) {
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

  /** Assigns only the changed columns, because each assigned column has its indexes written. */
  public void update(Setup.Facts before, Setup.Facts after) {
    RowWriter changed = SetupRow.write(after).changedFrom(SetupRow.write(before));
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE setups SET <assignments> WHERE id = :id")
                .define("assignments", changed.assignments())
                .bindMap(changed.byColumn())
                .bind("id", after.id.value())
                .execute());
  }

  public void moveTo(SetupId id, ChannelId channel) {
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
}
