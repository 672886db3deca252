package awssetup.slack.modals;

import awssetup.setup.AccountId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SupportPlan;
import awssetup.setup.TargetAccount;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Words;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import java.util.List;
import java.util.Optional;

/** The fields that both details modals share: the technical contact and the support plan. */
public final class DetailsFields {
  private static final int NAME_MOST = 100;
  private static final int ACCOUNT_ID_MOST = 300;
  private static final int PHONE_MOST = 60;

  /** Room for an address that a mail program copied with a name, or Slack with a link. */
  private static final int EMAIL_MOST = 600;

  private DetailsFields() {}

  /** The fields, with a hint under each that says why it is asked. */
  static List<LayoutBlock> contactAndPlan(Words words, Setup setup) {
    Optional<Contact> known = setup.knownContact();
    boolean signsUp = setup.option() == Option.NEW_ACCOUNT;
    return List.of(
        Blocks.input(
            Ids.CONTACT_NAME,
            words.plain("modal.details.contact"),
            signsUp
                ? words.plain("modal.details.contact.why.sign_up")
                : words.plain("modal.details.contact.why"),
            false,
            text(
                Ids.CONTACT_NAME,
                known.map(Contact::name),
                words.plain("modal.details.contact.example"),
                NAME_MOST)),
        Blocks.input(
            Ids.CONTACT_EMAIL,
            words.plain("modal.details.email"),
            signsUp
                ? words.plain("modal.details.email.why.sign_up")
                : words.plain("modal.details.email.why"),
            false,
            email(words, Ids.CONTACT_EMAIL, known.map(Contact::email))),
        Blocks.input(
            Ids.CONTACT_PHONE,
            words.plain("modal.details.phone"),
            signsUp
                ? words.plain("modal.details.phone.why.sign_up")
                : words.plain("modal.details.phone.why"),
            true,
            text(
                Ids.CONTACT_PHONE,
                known.flatMap(Contact::phone),
                words.plain("modal.details.phone.example"),
                PHONE_MOST)),
        supportPlan(words, setup, signsUp));
  }

  private static InputBlock supportPlan(Words words, Setup setup, boolean signsUp) {
    return Blocks.input(
        Ids.SUPPORT_PLAN,
        words.plain("modal.details.plan"),
        signsUp
            ? words.plain("modal.details.plan.why.sign_up")
            : words.plain("modal.details.plan.why"),
        false,
        Blocks.radio(
            Ids.SUPPORT_PLAN,
            List.of(plan(words, SupportPlan.PARTNER_LED), plan(words, SupportPlan.RESOLD)),
            setup.details().map(Details::supportPlan).orElse(SupportPlan.PARTNER_LED).key()));
  }

  private static OptionObject plan(Words words, SupportPlan plan) {
    return Blocks.option(
        plan.key(),
        words.plain(Words.key("modal.details.plan_name", plan)),
        words.plain(Words.key("modal.details.plan_why", plan)));
  }

  /** Empty, or with what is known. It has room for a sign-in link or a sentence with the ID. */
  static PlainTextInputElement accountId(Setup setup) {
    return text(
        Ids.ACCOUNT_ID,
        setup.account().map(TargetAccount::id).map(AccountId::value),
        "1234-5678-9012",
        ACCOUNT_ID_MOST);
  }

  static PlainTextInputElement text(
      String id, Optional<String> initial, String placeholder, int most) {
    return PlainTextInputElement.builder()
        .actionId(id)
        .initialValue(initial.orElse(null))
        .placeholder(Blocks.plain(placeholder))
        .maxLength(most)
        .build();
  }

  /**
   * A field for any text: Slack's own e-mail field refuses an address that was copied with a name.
   */
  static PlainTextInputElement email(Words words, String id, Optional<String> initial) {
    return text(id, initial, words.plain("modal.details.email.example"), EMAIL_MOST);
  }

  static Contact readContact(Form form) {
    Words words = form.words();
    String name =
        form.required(Ids.CONTACT_NAME, NAME_MOST, words.plain("modal.details.contact.missing"));
    Optional<String> email = form.email(Ids.CONTACT_EMAIL);
    if (email.isEmpty()) {
      form.error(Ids.CONTACT_EMAIL, words.plain("modal.details.email.missing"));
    } else if (email.get().length() > Emails.MOST) {
      form.error(Ids.CONTACT_EMAIL, words.plain("field.too_long", "most", Emails.MOST));
    } else if (!Emails.isPlausible(email.get())) {
      form.error(Ids.CONTACT_EMAIL, words.plain("field.email.odd"));
    }
    Optional<String> typedPhone = form.optional(Ids.CONTACT_PHONE, PHONE_MOST);
    Optional<String> phone = typedPhone.flatMap(Phones::read);
    if (typedPhone.isPresent() && phone.isEmpty()) {
      form.error(Ids.CONTACT_PHONE, words.plain("modal.details.phone.odd"));
    }
    return new Contact(name, email.orElse(""), phone);
  }

  static SupportPlan readPlan(Form form) {
    for (SupportPlan plan : SupportPlan.values()) {
      if (form.choice(Ids.SUPPORT_PLAN).filter(plan.key()::equals).isPresent()) {
        return plan;
      }
    }
    form.error(Ids.SUPPORT_PLAN, form.words().plain("modal.details.plan.missing"));
    return SupportPlan.PARTNER_LED;
  }
}
