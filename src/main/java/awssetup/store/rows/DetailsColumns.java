package awssetup.store.rows;

import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.SupportPlan;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** The columns of what was typed into the details form, and of the contact before it. */
final class DetailsColumns {
  private DetailsColumns() {}

  static Optional<Details> read(RowReader row) throws SQLException {
    return row.has("details_at") ? Optional.of(details(row)) : Optional.empty();
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

  static Optional<Contact> earlierContact(RowReader row) throws SQLException {
    return row.has("earlier_contact_name")
        ? Optional.of(contact(row, "earlier_contact"))
        : Optional.empty();
  }

  private static Contact contact(RowReader row, String whose) throws SQLException {
    return new Contact(
        row.text(whose + "_name"), row.text(whose + "_email"), row.maybeText(whose + "_phone"));
  }

  static void write(Optional<Details> details, Optional<Contact> earlierContact, RowWriter values) {
    write(details, values);
    write("contact", details.map(Details::contact), values);
    write("earlier_contact", earlierContact, values);
  }

  private static void write(Optional<Details> details, RowWriter values) {
    Optional<String> rootEmail = details.flatMap(Details::rootEmail);
    values
        .put("details_at", details.map(Details::at))
        .put("details_by", details.map(Details::by))
        .put("root_email", rootEmail)
        .put("root_email_key", rootEmail.map(DetailsColumns::key))
        .put("account_name", details.flatMap(Details::accountName))
        .put("support_plan", details.map(Details::supportPlan))
        .put("alias_doubted", details.map(Details::aliasDoubted));
  }

  private static void write(String whose, Optional<Contact> contact, RowWriter values) {
    values
        .put(whose + "_name", contact.map(Contact::name))
        .put(whose + "_email", contact.map(Contact::email))
        .put(whose + "_phone", contact.flatMap(Contact::phone));
  }

  /** The form in which two e-mail addresses are compared. */
  static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
