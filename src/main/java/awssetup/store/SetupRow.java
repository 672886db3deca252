package awssetup.store;

import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.ChannelAccess;
import awssetup.setup.ChannelId;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Ending;
import awssetup.setup.Invitation;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.ReminderHistory;
import awssetup.setup.Role;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StepKey;
import awssetup.setup.SupportPlan;
import awssetup.setup.TargetAccount;
import awssetup.setup.Turn;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The facts of one setup as a row, beside its current invitation where it has one. */
final class SetupRow {
  private SetupRow() {}

  /**
   * @throws IllegalStateException if this row cannot be true
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
    facts.details = row.has("details_at") ? Optional.of(details(row)) : Optional.empty();
    facts.earlierContact =
        row.has("earlier_contact_name")
            ? Optional.of(contact(row, "earlier_contact"))
            : Optional.empty();
    facts.account = row.has("account_id") ? Optional.of(account(row)) : Optional.empty();
    facts.prepared = prepared(row);
    facts.preparedAt = row.maybeInstant("prepared_at");
    facts.rounds = row.number("rounds");
    facts.overdueRound = row.number("overdue_round");
    facts.invitation = row.has("round") ? Optional.of(invitation(row)) : Optional.empty();
    facts.roleWantedAt = row.maybeInstant("role_wanted_at");
    facts.role = role(row);
    facts.reminderHistory = reminderHistory(row);
    facts.channelAccess =
        new ChannelAccess(
            row.maybe("channel_barrier", RowReader.word(ChannelProblem.class)),
            row.maybeInstant("channel_doubted_at"),
            row.maybeInstant("channel_looked_at"));
    facts.ending = row.has("outcome") ? Optional.of(ending(row)) : Optional.empty();
    facts.forgottenAt = row.maybeInstant("forgotten_at");
    return facts;
  }

  private static Details details(RowReader row) throws SQLException {
    return new Details(
        row.maybeText("root_email"),
        row.maybeText("account_name"),
        contact(row, "contact"),
        row.one("support_plan", RowReader.word(SupportPlan.class)),
        row.yes("alias_doubted"),
        row.one("details_by", UserId::new),
        row.instant("details_at"));
  }

  private static Contact contact(RowReader row, String whose) throws SQLException {
    return new Contact(
        row.text(whose + "_name"), row.text(whose + "_email"), row.maybeText(whose + "_phone"));
  }

  private static TargetAccount account(RowReader row) throws SQLException {
    return new TargetAccount(
        row.one("account_id", AccountId::new),
        row.one("account_by", UserId::new),
        row.instant("account_at"));
  }

  private static Set<PreparationItem> prepared(RowReader row) throws SQLException {
    Set<PreparationItem> done = EnumSet.noneOf(PreparationItem.class);
    for (PreparationItem item : PreparationItem.values()) {
      if (row.yes("prepared_" + item.key())) {
        done.add(item);
      }
    }
    return done;
  }

  private static Invitation invitation(RowReader row) throws SQLException {
    Invitation current = InvitationRow.read(row);
    if (current.round() != row.number("rounds")) {
      throw new IllegalStateException("the current invitation is not of the last round");
    }
    return current;
  }

  private static Role role(RowReader row) throws SQLException {
    return new Role(
        row.maybeInstant("role_deployed_at"),
        row.maybeInstant("role_missed_at"),
        row.maybeInstant("role_lost_at"),
        row.maybeInstant("role_unsafe_at"),
        row.maybeInstant("role_probed_at"),
        row.maybeInstant("role_check_asked_at"));
  }

  private static ReminderHistory reminderHistory(RowReader row) throws SQLException {
    return new ReminderHistory(
        row.has("turn_step") ? Optional.of(turn(row)) : Optional.empty(),
        row.number("reminders_in_turn"),
        row.number("reminders_unanswered"),
        row.maybeInstant("last_reminder_at"),
        row.maybeNumber("days_left_said"),
        row.maybeInstant("snoozed_until"),
        row.maybeInstant("escalated_at"));
  }

  private static Turn turn(RowReader row) throws SQLException {
    return new Turn(
        row.one("turn_step", RowReader.word(StepKey.class)),
        row.one("turn_actor", RowReader.word(Actor.class)),
        row.instant("turn_since"));
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
            .put("account_id", facts.account.map(TargetAccount::id))
            .put("account_by", facts.account.map(TargetAccount::by))
            .put("account_at", facts.account.map(TargetAccount::at))
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
    for (PreparationItem item : PreparationItem.values()) {
      values.put("prepared_" + item.key(), facts.prepared.contains(item));
    }
    details(values, facts.details);
    contact(values, "contact", facts.details.map(Details::contact));
    contact(values, "earlier_contact", facts.earlierContact);
    role(values, facts.role);
    reminderHistory(values, facts.reminderHistory);
    return values;
  }

  private static void details(RowWriter values, Optional<Details> details) {
    Optional<String> rootEmail = details.flatMap(Details::rootEmail);
    values
        .put("details_at", details.map(Details::at))
        .put("details_by", details.map(Details::by))
        .put("root_email", rootEmail)
        .put("root_email_key", rootEmail.map(SetupRow::key))
        .put("account_name", details.flatMap(Details::accountName))
        .put("support_plan", details.map(Details::supportPlan))
        .put("alias_doubted", details.map(Details::aliasDoubted));
  }

  /** The form in which two e-mail addresses are compared. */
  static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  private static void contact(RowWriter values, String whose, Optional<Contact> contact) {
    values
        .put(whose + "_name", contact.map(Contact::name))
        .put(whose + "_email", contact.map(Contact::email))
        .put(whose + "_phone", contact.flatMap(Contact::phone));
  }

  private static void role(RowWriter values, Role role) {
    values
        .put("role_deployed_at", role.deployedAt())
        .put("role_missed_at", role.missedAt())
        .put("role_lost_at", role.lostAt())
        .put("role_unsafe_at", role.unsafeAt())
        .put("role_probed_at", role.probedAt())
        .put("role_check_asked_at", role.checkAskedAt());
  }

  private static void reminderHistory(RowWriter values, ReminderHistory reminderHistory) {
    values
        .put("turn_step", reminderHistory.turn().map(Turn::step))
        .put("turn_actor", reminderHistory.turn().map(Turn::actor))
        .put("turn_since", reminderHistory.turn().map(Turn::since))
        .put("reminders_in_turn", reminderHistory.inTurn())
        .put("reminders_unanswered", reminderHistory.unanswered())
        .put("last_reminder_at", reminderHistory.lastAt())
        .put("days_left_said", reminderHistory.daysLeftSaid())
        .put("snoozed_until", reminderHistory.snoozedUntil())
        .put("escalated_at", reminderHistory.escalatedAt());
  }
}
