package awssetup.slack.modals;

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
import com.slack.api.model.block.InputBlock;
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
public final class NewAccountDetailsModal {
  private static final String READY = "ready";
  private static final int NAME_MOST = 50;

  /**
   * AWS Account Management, AccountName:
   * https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html
   */
  private static final Pattern NAME = Pattern.compile("[ -;=?-~]+");

  private NewAccountDetailsModal() {}

  public static View view(Words words, Setup setup) {
    Optional<Details> known = setup.details();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(words.say("modal.new_account.intro")));
    blocks.add(
        Blocks.input(
            Ids.ROOT_EMAIL,
            words.plain("modal.new_account.root_email"),
            words.plain("modal.new_account.root_email.why"),
            false,
            DetailsFields.email(words, Ids.ROOT_EMAIL, known.flatMap(Details::rootEmail))));
    blocks.add(
        Blocks.input(
            Ids.ACCOUNT_NAME,
            words.plain("modal.new_account.name"),
            words.plain("modal.new_account.name.why"),
            false,
            DetailsFields.text(
                Ids.ACCOUNT_NAME,
                known.flatMap(Details::accountName),
                words.plain("modal.new_account.name.example"),
                NAME_MOST)));
    blocks.add(cardReady(words, known.isPresent()));
    blocks.addAll(DetailsFields.contactAndPlan(words, setup));
    return Blocks.modal(
        words,
        Ids.NEW_ACCOUNT_DETAILS,
        setup.id().value(),
        words.plain("modal.new_account.title"),
        words.plain("modal.details.submit"),
        blocks);
  }

  /** Ticked in a form that was sent before. */
  private static InputBlock cardReady(Words words, boolean ticked) {
    OptionObject ready = Blocks.option(READY, words.plain("modal.new_account.card.ready"));
    return Blocks.input(
        Ids.CARD_READY,
        words.plain("modal.new_account.card"),
        words.plain("modal.new_account.card.why"),
        false,
        CheckboxesElement.builder()
            .actionId(Ids.CARD_READY)
            .options(List.of(ready))
            .initialOptions(ticked ? List.of(ready) : null)
            .build());
  }

  public static SubmitDetails read(
      Form form, FieldRules rules, Setup setup, String viewId, UserId by, Instant now) {
    Words words = form.words();
    Optional<String> rootEmail = rules.rootEmail(form, setup.id(), viewId, Option.NEW_ACCOUNT, now);
    String name =
        form.required(Ids.ACCOUNT_NAME, NAME_MOST, words.plain("modal.new_account.name.missing"));
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      form.error(Ids.ACCOUNT_NAME, words.plain("modal.new_account.name.odd"));
    }
    if (!form.ticked(Ids.CARD_READY).contains(READY)) {
      form.error(Ids.CARD_READY, words.plain("modal.new_account.card.missing"));
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
    return new SubmitDetails(by, Option.NEW_ACCOUNT, details, Optional.empty());
  }
}
