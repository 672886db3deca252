package awssetup.slack;

import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Intent;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SupportPlan;
import awssetup.setup.UserId;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks for what AWS will ask at sign-up, and says why. The customer signs up themselves; no card
 * data is ever asked for.
 */
final class NewAccountDetailsModal {
  private static final String READY = "ready";
  private static final int NAME_MOST = 50;

  /**
   * AWS Account Management, AccountName:
   * https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html
   */
  private static final Pattern NAME = Pattern.compile("[ -;=?-~]+");

  private NewAccountDetailsModal() {}

  static View view(Setup setup, String partner) {
    Optional<Details> known = setup.details();
    OptionObject ready = Kit.option(READY, "A payment card is at hand for the sign-up");
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            "You sign up with AWS yourself, and the account stays yours. "
                + Text.escape(partner)
                + " never asks for a password or a card number."));
    blocks.add(
        Kit.input(
            Ids.ROOT_EMAIL,
            "Root e-mail address",
            "AWS asks for it at sign-up: it owns the account, and AWS writes there. Use an alias of your"
                + " company that several people read, used for no other AWS account.",
            false,
            DetailsFields.email(Ids.ROOT_EMAIL, known.flatMap(Details::rootEmail))));
    blocks.add(
        Kit.input(
            Ids.ACCOUNT_NAME,
            "Account name",
            "AWS asks for it at sign-up and shows it on bills; you can change it later.",
            false,
            DetailsFields.text(
                Ids.ACCOUNT_NAME,
                known.flatMap(Details::accountName),
                "Acme management",
                NAME_MOST)));
    blocks.add(
        Kit.input(
            Ids.CARD_READY,
            "Payment card",
            "AWS asks for one at sign-up and opens no account without. You enter it at AWS only, never here.",
            false,
            CheckboxesElement.builder()
                .actionId(Ids.CARD_READY)
                .options(List.of(ready))
                .initialOptions(known.isPresent() ? List.of(ready) : null)
                .build()));
    blocks.addAll(DetailsFields.contactAndPlan(setup, partner));
    return Kit.modal(
        Ids.NEW_ACCOUNT_DETAILS, setup.id().value(), "New AWS account", "Save details", blocks);
  }

  static Intent.SubmitDetails read(
      Form form, FieldRules rules, Setup setup, String viewId, UserId by, Instant now) {
    Optional<String> rootEmail = rules.rootEmail(form, setup.id(), viewId, true);
    String name =
        form.required(Ids.ACCOUNT_NAME, NAME_MOST, "Please enter a name for the account.");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      form.error(
          Ids.ACCOUNT_NAME,
          "AWS takes plain letters, digits and signs here: no accents, no other scripts, and neither < nor >.");
    }
    if (!form.ticked(Ids.CARD_READY).contains(READY)) {
      form.error(
          Ids.CARD_READY,
          "Please have a payment card at hand and tick this: AWS asks for it at sign-up.");
    }
    Contact contact = DetailsFields.readContact(form);
    SupportPlan plan = DetailsFields.readPlan(form);
    Details details =
        new Details(
            rootEmail,
            Optional.of(name),
            contact,
            plan,
            form.isValid() && rootEmail.flatMap(CorporateAlias::doubt).isPresent(),
            by,
            now);
    return new Intent.SubmitDetails(by, Option.NEW_ACCOUNT, details, Optional.empty());
  }
}
