package awssetup.store.rows;

import awssetup.setup.AccountId;
import awssetup.setup.SetupId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Finds setups by a condition, without reading them. */
public record SetupIdQueries(Jdbi jdbi) {
  /** Open setups that are not on the worklist, at most so many. */
  public List<SetupId> missingOnWorklist(int limit) {
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

  public List<SetupId> rememberedAndEndedBefore(Instant moment) {
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

  /**
   * The next setups by id that are open, or that have ended and still have an invitation to cancel
   * at AWS or a message to post.
   */
  public List<SetupId> unsettledAfter(String id, int limit) {
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

  public boolean isOpenWithAccount(AccountId account, SetupId butNot) {
    String sql =
        """
        SELECT id FROM setups
        WHERE account_id = :value AND ended_at IS NULL AND id != :but_not
        """;
    return exists(sql, account.value(), butNot);
  }

  public boolean isOpenWithRootEmail(String email, SetupId butNot) {
    String sql =
        """
        SELECT id FROM setups
        WHERE root_email_key = :value AND ended_at IS NULL AND id != :but_not
        """;
    return exists(sql, DetailsColumns.key(email), butNot);
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
}
