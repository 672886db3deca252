package awssetup.slack;

import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SupportPlan;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.EmailTextInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields that both details modals share: the technical contact and the support plan. */
final class DetailsFields {
  private static final int NAME_MOST = 100;
  private static final int PHONE_MOST = 30;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{3,29}");

  private DetailsFields() {}

  /** With words under each field why it is asked. */
  static List<LayoutBlock> contactAndPlan(Setup setup, String partner) {
    Optional<Contact> known = setup.knownContact();
    boolean signsUp = setup.option() == Option.NEW_ACCOUNT;
    return List.of(
        Kit.input(
            Ids.CONTACT_NAME,
            "Technical contact",
            (signsUp ? "AWS asks for a contact person at sign-up. " : "")
                + "Who "
                + partner
                + " talks to about this account.",
            false,
            text(Ids.CONTACT_NAME, known.map(Contact::name), "Full name", NAME_MOST)),
        Kit.input(
            Ids.CONTACT_EMAIL,
            "Contact's e-mail",
            "Where "
                + partner
                + " writes to"
                + (signsUp ? "; unlike the root address, it may be a person's." : "."),
            false,
            email(Ids.CONTACT_EMAIL, known.map(Contact::email))),
        Kit.input(
            Ids.CONTACT_PHONE,
            "Contact's phone",
            signsUp
                ? "AWS verifies the sign-up by phone; here it helps where something is urgent."
                : "For what is urgent.",
            true,
            text(Ids.CONTACT_PHONE, known.flatMap(Contact::phone), "+49 30 1234567", PHONE_MOST)),
        Kit.input(
            Ids.SUPPORT_PLAN,
            "AWS support",
            signsUp
                ? "AWS asks for a support plan at sign-up: Basic is enough there, because this one comes with "
                    + partner
                    + "."
                : "Who answers your questions on AWS once the billing is transferred.",
            false,
            Kit.radio(
                Ids.SUPPORT_PLAN,
                List.of(
                    Kit.option(
                        SupportPlan.PARTNER_LED.key(),
                        "Partner-led support",
                        "We answer, and bring in AWS where needed"),
                    Kit.option(
                        SupportPlan.RESOLD.key(),
                        "Resold AWS support",
                        "AWS answers, on a plan bought through us")),
                setup.details().map(Details::supportPlan).orElse(SupportPlan.PARTNER_LED).key())));
  }

  static PlainTextInputElement text(
      String id, Optional<String> initial, String placeholder, int most) {
    return PlainTextInputElement.builder()
        .actionId(id)
        .initialValue(initial.orElse(null))
        .placeholder(Kit.plain(placeholder))
        .maxLength(most)
        .build();
  }

  static EmailTextInputElement email(String id, Optional<String> initial) {
    return EmailTextInputElement.builder()
        .actionId(id)
        .initialValue(initial.orElse(null))
        .placeholder(Kit.plain("name@company.com"))
        .build();
  }

  static Contact readContact(Form form) {
    String name =
        form.required(Ids.CONTACT_NAME, NAME_MOST, "Please enter the contact's full name.");
    String email =
        form.required(Ids.CONTACT_EMAIL, 254, "Please enter the contact's e-mail address.");
    if (!email.isEmpty() && !Emails.isPlausible(email)) {
      form.error(
          Ids.CONTACT_EMAIL,
          "This does not look like an e-mail address. It needs the form name@company.com.");
    }
    Optional<String> phone = form.optional(Ids.CONTACT_PHONE, PHONE_MOST);
    if (phone.filter(p -> !PHONE.matcher(p).matches()).isPresent()) {
      form.error(
          Ids.CONTACT_PHONE,
          "Please enter a phone number with digits only, such as +49 30 1234567, or leave it empty.");
    }
    return new Contact(name, email, phone);
  }

  static SupportPlan readPlan(Form form) {
    for (SupportPlan plan : SupportPlan.values()) {
      if (form.choice(Ids.SUPPORT_PLAN).filter(plan.key()::equals).isPresent()) {
        return plan;
      }
    }
    form.error(Ids.SUPPORT_PLAN, "Please choose who gives AWS support.");
    return SupportPlan.PARTNER_LED;
  }
}
