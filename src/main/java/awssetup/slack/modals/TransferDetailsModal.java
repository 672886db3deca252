package awssetup.slack.modals;

import awssetup.setup.AccountId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SubmitDetails;
import awssetup.setup.SupportPlan;
import awssetup.setup.UserId;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for what a billing transfer needs: the management account and a contact. */
public final class TransferDetailsModal {
  private TransferDetailsModal() {}

  public static View view(Words words, Setup setup) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(words.say("modal.transfer.intro")));
    blocks.add(
        Blocks.input(
            Ids.ACCOUNT_ID,
            words.plain("modal.transfer.account"),
            words.plain("modal.transfer.account.why"),
            false,
            DetailsFields.accountId(setup)));
    blocks.add(
        Blocks.input(
            Ids.ROOT_EMAIL,
            words.plain("modal.transfer.root_email"),
            words.plain("modal.transfer.root_email.why"),
            true,
            DetailsFields.email(
                words, Ids.ROOT_EMAIL, setup.details().flatMap(Details::rootEmail))));
    blocks.addAll(DetailsFields.contactAndPlan(words, setup));
    return Blocks.modal(
        words,
        Ids.TRANSFER_DETAILS,
        setup.id().value(),
        words.plain("modal.details.title"),
        words.plain("modal.details.submit"),
        blocks);
  }

  public static SubmitDetails read(
      Form form, FieldRules rules, Setup setup, String viewId, UserId by, Instant now) {
    Optional<AccountId> account = rules.account(form, setup.id(), true);
    Optional<String> rootEmail =
        rules.rootEmail(form, setup.id(), viewId, Option.TRANSFER_BILLING, now);
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
    return new SubmitDetails(by, Option.TRANSFER_BILLING, details, account);
  }
}
