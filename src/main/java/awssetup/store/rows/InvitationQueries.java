package awssetup.store.rows;

import awssetup.ports.Setups;
import awssetup.setup.Invitation;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes the invitations of setups, one for each round. */
public record InvitationQueries(Jdbi jdbi) {

  /** Turns the current invitation into history, unless it is of this round. */
  public void dropAllBut(int round, SetupId setup, Instant now) {
    String sql =
        """
        UPDATE invitations SET dropped_at = :now
        WHERE setup_id = :setup AND dropped_at IS NULL AND round != :round
        """;
    jdbi.useHandle(
        h ->
            h.createUpdate(sql)
                .bind("now", now.toEpochMilli())
                .bind("setup", setup.value())
                .bind("round", round)
                .execute());
  }

  public void save(SetupId setup, Invitation invitation) {
    RowWriter values = InvitationRow.write(setup, invitation);
    String sql =
        """
        INSERT INTO invitations (<columns>) VALUES (<parameters>)
        ON CONFLICT (setup_id, round) DO UPDATE SET <assignments>
        """;
    jdbi.useHandle(
        h ->
            h.createUpdate(sql)
                .define("columns", values.names())
                .define("parameters", values.parameters())
                .define("assignments", values.assignments("setup_id", "round"))
                .bindMap(values.byColumn())
                .execute());
  }

  /** Erases who reviewed the rounds and what they wrote. */
  public void forgetPeople(SetupId setup) {
    String sql =
        """
        UPDATE invitations SET reviewed_by = :erased, notes = NULL WHERE setup_id = :setup
        """;
    jdbi.useHandle(
        h ->
            h.createUpdate(sql)
                .bind("erased", UserId.ERASED.value())
                .bind("setup", setup.value())
                .execute());
  }

  /** The transfers of open setups, and those that have to be cancelled. */
  public List<Setups.Watched> watched() {
    String sql =
        """
        SELECT invitations.setup_id, transfer_id, status
        FROM setups
        JOIN invitations ON invitations.setup_id = setups.id AND invitations.dropped_at IS NULL
        WHERE setups.ended_at IS NULL AND status IN ('REQUESTED', 'ACCEPTED', 'UNKNOWN')
        UNION
        SELECT setup_id, transfer_id, status
        FROM invitations
        WHERE dropped_at IS NULL AND cancel_asked_at IS NOT NULL
          AND status IN ('REQUESTED', 'UNKNOWN')
        ORDER BY 2
        """;
    return jdbi.withHandle(
        h -> h.createQuery(sql).map((row, context) -> watched(new RowReader(row))).list());
  }

  private static Setups.Watched watched(RowReader row) throws SQLException {
    return new Setups.Watched(
        row.one("setup_id", SetupId::new),
        row.text("transfer_id"),
        row.one("status", TransferStatus::valueOf));
  }
}
