package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Intent;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SupportPlan;
import awssetup.setup.TargetAccount;
import awssetup.setup.UserId;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for what a billing transfer needs: the management account and whom to talk to. */
final class TransferDetailsModal {
  private TransferDetailsModal() {}

  static View view(Setup setup, String partner) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            "With these details "
                + Text.escape(partner)
                + " prepares the invitation to transfer your AWS billing. You approve it yourself in AWS;"
                + " nothing changes before that."));
    blocks.add(
        Kit.input(
            Ids.ACCOUNT_ID,
            "Management account ID",
            "12 digits, at the top right of the AWS console. It is the account that pays for your organization.",
            false,
            DetailsFields.text(
                Ids.ACCOUNT_ID,
                setup.account().map(TargetAccount::id).map(AccountId::value),
                "1234-5678-9012",
                40)));
    blocks.add(
        Kit.input(
            Ids.ROOT_EMAIL,
            "Root e-mail of that account",
            "AWS sends the invitation there as well.",
            true,
            DetailsFields.email(Ids.ROOT_EMAIL, setup.details().flatMap(Details::rootEmail))));
    blocks.addAll(DetailsFields.contactAndPlan(setup, partner));
    return Kit.modal(
        Ids.TRANSFER_DETAILS, setup.id().value(), "Setup details", "Save details", blocks);
  }

  static Intent.SubmitDetails read(
      Form form, FieldRules rules, Setup setup, String viewId, UserId by, Instant now) {
    Optional<AccountId> account = rules.account(form, setup.id(), true);
    Optional<String> rootEmail = rules.rootEmail(form, setup.id(), viewId, false);
    Contact contact = DetailsFields.readContact(form);
    SupportPlan plan = DetailsFields.readPlan(form);
    Details details =
        new Details(
            rootEmail,
            Optional.empty(),
            contact,
            plan,
            form.isValid() && rootEmail.flatMap(CorporateAlias::doubt).isPresent(),
            by,
            now);
    return new Intent.SubmitDetails(by, Option.TRANSFER_BILLING, details, account);
  }
}
