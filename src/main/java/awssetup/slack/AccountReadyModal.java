package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.Intent;
import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import awssetup.setup.TargetAccount;
import awssetup.setup.UserId;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
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
            "12 digits, at the top right of the AWS console: the invitation is sent to this account. Leave it empty to only tick what is done.",
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
            "Where to do it:  "
                + Arrays.stream(PreparationItem.values())
                    .map(item -> Text.link(Preparation.url(item), Preparation.shortName(item)))
                    .collect(Collectors.joining("  ·  "))));
    return Kit.modal(Ids.ACCOUNT_READY, setup.id().value(), "My account is ready", "Save", blocks);
  }

  private static OptionObject option(PreparationItem item) {
    return Kit.option(item.key(), Preparation.label(item), Preparation.whyInShort(item));
  }

  /**
   * Only what differs from what the modal showed was meant: somebody else may have ticked more, or
   * corrected the ID, while it was open.
   *
   * @param shown the view as it was submitted
   */
  static Intent.ReportAccount read(
      Form form, FieldRules rules, Setup setup, View shown, UserId by) {
    Optional<AccountId> typed = rules.account(form, setup.id(), false);
    Set<PreparationItem> ticked = items(form.ticked(Ids.PREPARATION));
    Set<PreparationItem> tickedBefore = items(tickedIn(shown));
    if (form.isValid() && typed.isEmpty() && ticked.isEmpty() && tickedBefore.isEmpty()) {
      form.error(
          Ids.ACCOUNT_ID, "Please enter the account ID, or tick at least one thing that is done.");
    }
    EnumSet<PreparationItem> prepared = EnumSet.noneOf(PreparationItem.class);
    for (PreparationItem item : PreparationItem.values()) {
      boolean touched = ticked.contains(item) != tickedBefore.contains(item);
      if (touched ? ticked.contains(item) : setup.prepared().contains(item)) {
        prepared.add(item);
      }
    }
    Optional<AccountId> account =
        typed.filter(id -> setup.account().isEmpty() || !idIn(shown).equals(Optional.of(id)));
    return new Intent.ReportAccount(by, account, prepared);
  }

  private static Set<PreparationItem> items(Set<String> keys) {
    return Arrays.stream(PreparationItem.values())
        .filter(item -> keys.contains(item.key()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> tickedIn(View shown) {
    return element(shown, Ids.PREPARATION, CheckboxesElement.class)
        .map(CheckboxesElement::getInitialOptions)
        .stream()
        .flatMap(List::stream)
        .map(OptionObject::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<AccountId> idIn(View shown) {
    return element(shown, Ids.ACCOUNT_ID, PlainTextInputElement.class)
        .map(PlainTextInputElement::getInitialValue)
        .flatMap(AccountId::parse);
  }

  private static <T> Optional<T> element(View shown, String field, Class<T> type) {
    return Optional.ofNullable(shown.getBlocks()).stream()
        .flatMap(List::stream)
        .filter(block -> field.equals(block.getBlockId()))
        .filter(InputBlock.class::isInstance)
        .map(block -> ((InputBlock) block).getElement())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
