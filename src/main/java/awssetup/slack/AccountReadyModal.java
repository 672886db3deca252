package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.Intent;
import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import awssetup.setup.TargetAccount;
import awssetup.setup.UserId;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The customer reports a new account's ID and ticks what of its preparation is done; more can be
 * ticked later.
 */
final class AccountReadyModal {
  private AccountReadyModal() {}

  static View view(Setup setup) {
    List<OptionObject> all =
        Arrays.stream(PreparationItem.values()).map(AccountReadyModal::option).toList();
    List<OptionObject> ticked = setup.prepared().stream().map(AccountReadyModal::option).toList();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.input(
            Ids.ACCOUNT_ID,
            "Account ID",
            "12 digits, at the top right of the AWS console. Leave it empty to only tick what is done.",
            true,
            DetailsFields.text(
                Ids.ACCOUNT_ID,
                setup.account().map(TargetAccount::id).map(AccountId::value),
                "1234-5678-9012",
                40)));
    blocks.add(
        Kit.input(
            Ids.PREPARATION,
            "Preparation",
            "Tick what is done. What is left stays on the card.",
            true,
            CheckboxesElement.builder()
                .actionId(Ids.PREPARATION)
                .options(all)
                .initialOptions(ticked.isEmpty() ? null : ticked)
                .build()));
    blocks.add(
        Kit.context(
            Arrays.stream(PreparationItem.values())
                .map(item -> Text.link(Preparation.url(item), Preparation.shortName(item)))
                .collect(Collectors.joining("  ·  "))));
    return Kit.modal(Ids.ACCOUNT_READY, setup.id().value(), "My account is ready", "Save", blocks);
  }

  private static OptionObject option(PreparationItem item) {
    return Kit.option(item.key(), Preparation.label(item));
  }

  static Intent.ReportAccount read(Form form, FieldRules rules, Setup setup, UserId by) {
    Optional<AccountId> account = rules.account(form, setup.id(), false);
    Set<String> keys = form.ticked(Ids.PREPARATION);
    EnumSet<PreparationItem> ticked = EnumSet.noneOf(PreparationItem.class);
    for (PreparationItem item : PreparationItem.values()) {
      if (keys.contains(item.key())) {
        ticked.add(item);
      }
    }
    if (form.isValid() && account.isEmpty() && ticked.isEmpty()) {
      form.error(
          Ids.ACCOUNT_ID, "Please enter the account ID, or tick at least one thing that is done.");
    }
    return new Intent.ReportAccount(by, account, ticked);
  }
}
