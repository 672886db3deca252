package awssetup.store.rows;

import awssetup.setup.AccountId;
import awssetup.setup.Invitation;
import awssetup.setup.Refusal;
import awssetup.setup.Review;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;

/** An invitation as a row. */
final class InvitationRow {
  private InvitationRow() {}

  static Invitation read(RowReader row) throws SQLException {
    return new Invitation(
        new Review(
            row.number("round"),
            row.one("reviewed_account_id", AccountId::new),
            row.one("start_month", YearMonth::parse),
            row.yes("month_moved"),
            row.text("source_name"),
            row.maybeText("notes"),
            row.one("reviewed_by", UserId::new),
            row.instant("reviewed_at")),
        row.maybeInstant("attempted_at"),
        row.has("transfer_id") ? Optional.of(sent(row)) : Optional.empty(),
        row.has("refusal_exception") ? Optional.of(refusal(row)) : Optional.empty(),
        row.has("trouble_since") ? Optional.of(trouble(row)) : Optional.empty(),
        row.maybeInstant("retry_at"),
        row.maybeInstant("cancel_asked_at"));
  }

  private static Invitation.Sent sent(RowReader row) throws SQLException {
    return new Invitation.Sent(
        row.maybeText("handshake_id"),
        row.text("transfer_id"),
        row.instant("sent_at"),
        row.maybeInstant("expires_at"),
        row.instant("starts_at"),
        row.yes("found"),
        row.one("status", TransferStatus::valueOf),
        row.instant("status_at"));
  }

  private static Refusal refusal(RowReader row) throws SQLException {
    return new Refusal(
        row.text("refusal_exception"),
        row.maybeText("refusal_reason"),
        row.text("refusal_message"),
        row.maybeText("refusal_request_id"),
        row.instant("refused_at"));
  }

  private static Invitation.Trouble trouble(RowReader row) throws SQLException {
    return new Invitation.Trouble(
        row.instant("trouble_since"), row.number("trouble_attempts"), row.yes("trouble_told"));
  }

  static RowWriter write(SetupId setup, Invitation invitation) {
    Review review = invitation.review();
    Optional<Invitation.Sent> sent = invitation.sent();
    Optional<Refusal> refusal = invitation.refusal();
    Optional<Invitation.Trouble> trouble = invitation.trouble();
    return new RowWriter()
        .put("setup_id", setup)
        .put("round", review.round())
        .put("reviewed_account_id", review.account())
        .put("start_month", review.startMonth())
        .put("month_moved", review.monthMoved())
        .put("source_name", review.sourceName())
        .put("notes", review.notes())
        .put("reviewed_by", review.by())
        .put("reviewed_at", review.at())
        .put("attempted_at", invitation.attemptedAt())
        .put("handshake_id", sent.flatMap(Invitation.Sent::handshakeId))
        .put("transfer_id", sent.map(Invitation.Sent::transferId))
        .put("sent_at", sent.map(Invitation.Sent::at))
        .put("expires_at", sent.flatMap(Invitation.Sent::expiresAt))
        .put("starts_at", sent.map(Invitation.Sent::startsAt))
        .put("found", sent.map(Invitation.Sent::found))
        .put("status", sent.map(s -> s.status().name()))
        .put("status_at", sent.map(Invitation.Sent::statusAt))
        .put("refusal_exception", refusal.map(Refusal::exception))
        .put("refusal_reason", refusal.flatMap(Refusal::reason))
        .put("refusal_message", refusal.map(Refusal::message))
        .put("refusal_request_id", refusal.flatMap(Refusal::requestId))
        .put("refused_at", refusal.map(Refusal::at))
        .put("trouble_since", trouble.map(Invitation.Trouble::since))
        .put("trouble_attempts", trouble.map(Invitation.Trouble::attempts))
        .put("trouble_told", trouble.map(Invitation.Trouble::told))
        .put("retry_at", invitation.retryAt())
        .put("cancel_asked_at", invitation.cancelAskedAt());
  }
}
