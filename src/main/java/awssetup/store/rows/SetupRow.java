package awssetup.store.rows;

import awssetup.setup.ChannelAccess;
import awssetup.setup.ChannelId;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Ending;
import awssetup.setup.Invitation;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.util.Optional;

/** The facts of a setup as a row, joined with its current invitation if it has one. */
final class SetupRow {
  private SetupRow() {}

  /**
   * @throws IllegalStateException if the row contradicts itself
   */
  static Setup read(RowReader row) throws SQLException {
    String id = row.text("id");
    try {
      return facts(row).toSetup();
    } catch (RuntimeException e) {
      throw new IllegalStateException("the row of setup " + id + " cannot be true", e);
    }
  }

  private static Setup.Facts facts(RowReader row) throws SQLException {
    Setup.Facts facts = new Setup.Facts();
    facts.id = row.one("id", SetupId::new);
    facts.version = row.one("version", Long::valueOf);
    facts.option = row.one("option", RowReader.word(Option.class));
    facts.optionAt = row.instant("option_at");
    facts.customerName = row.text("customer_name");
    facts.customerContact = row.maybe("customer_contact", UserId::new);
    facts.orderId = row.maybeText("order_id");
    facts.channel = row.one("channel", ChannelId::new);
    facts.startedBy = row.one("started_by", UserId::new);
    facts.startedAt = row.instant("started_at");
    facts.language = row.one("language", RowReader.word(Language.class));
    facts.details = DetailsColumns.read(row);
    facts.earlierContact = DetailsColumns.earlierContact(row);
    facts.account = AccountColumns.read(row);
    facts.prepared = AccountColumns.prepared(row);
    facts.preparedAt = row.maybeInstant("prepared_at");
    facts.rounds = row.number("rounds");
    facts.overdueRound = row.number("overdue_round");
    facts.invitation = row.has("round") ? Optional.of(invitation(row)) : Optional.empty();
    facts.roleWantedAt = row.maybeInstant("role_wanted_at");
    facts.role = RoleColumns.read(row);
    facts.reminderHistory = ReminderColumns.read(row);
    facts.channelAccess =
        new ChannelAccess(
            row.maybe("channel_barrier", RowReader.word(ChannelProblem.class)),
            row.maybeInstant("channel_doubted_at"),
            row.maybeInstant("channel_looked_at"));
    facts.ending = row.has("outcome") ? Optional.of(ending(row)) : Optional.empty();
    facts.forgottenAt = row.maybeInstant("forgotten_at");
    return facts;
  }

  private static Invitation invitation(RowReader row) throws SQLException {
    Invitation current = InvitationRow.read(row);
    if (current.round() != row.number("rounds")) {
      throw new IllegalStateException("the current invitation is not of the last round");
    }
    return current;
  }

  private static Ending ending(RowReader row) throws SQLException {
    return new Ending(
        row.one("outcome", RowReader.word(Ending.Outcome.class)),
        row.instant("ended_at"),
        row.maybe("ended_by", UserId::new),
        row.maybeText("ended_reason"));
  }

  static RowWriter write(Setup.Facts facts) {
    RowWriter values =
        new RowWriter()
            .put("id", facts.id)
            .put("version", facts.version)
            .put("option", facts.option)
            .put("option_at", facts.optionAt)
            .put("customer_name", facts.customerName)
            .put("customer_contact", facts.customerContact)
            .put("order_id", facts.orderId)
            .put("channel", facts.channel)
            .put("started_by", facts.startedBy)
            .put("started_at", facts.startedAt)
            .put("language", facts.language)
            .put("prepared_at", facts.preparedAt)
            .put("rounds", facts.rounds)
            .put("overdue_round", facts.overdueRound)
            .put("role_wanted_at", facts.roleWantedAt)
            .put("channel_barrier", facts.channelAccess.problem())
            .put("channel_doubted_at", facts.channelAccess.doubtedAt())
            .put("channel_looked_at", facts.channelAccess.lookedAt())
            .put("outcome", facts.ending.map(Ending::outcome))
            .put("ended_at", facts.ending.map(Ending::at))
            .put("ended_by", facts.ending.flatMap(Ending::by))
            .put("ended_reason", facts.ending.flatMap(Ending::reason))
            .put("forgotten_at", facts.forgottenAt);
    DetailsColumns.write(facts.details, facts.earlierContact, values);
    AccountColumns.write(facts.account, facts.prepared, values);
    RoleColumns.write(facts.role, values);
    ReminderColumns.write(facts.reminderHistory, values);
    return values;
  }
}
