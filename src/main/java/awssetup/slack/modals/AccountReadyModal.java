package awssetup.slack.modals;

import awssetup.setup.AccountId;
import awssetup.setup.PreparationItem;
import awssetup.setup.ReportAccount;
import awssetup.setup.Setup;
import awssetup.setup.UserId;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.PreparationWords;
import awssetup.slack.words.Words;
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
 * The customer reports a new account's ID and ticks which parts of its preparation are done; more
 * can be ticked later.
 */
public final class AccountReadyModal {
  private AccountReadyModal() {}

  public static View view(Words words, Setup setup) {
    List<OptionObject> all =
        Arrays.stream(PreparationItem.values()).map(item -> option(words, item)).toList();
    List<OptionObject> ticked = setup.prepared().stream().map(item -> option(words, item)).toList();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Blocks.input(
            Ids.ACCOUNT_ID,
            words.plain("modal.ready.account"),
            words.plain("modal.ready.account.why"),
            true,
            DetailsFields.accountId(setup)));
    blocks.add(
        Blocks.input(
            Ids.PREPARATION,
            words.plain("modal.ready.preparation"),
            words.plain("modal.ready.preparation.why"),
            true,
            CheckboxesElement.builder()
                .actionId(Ids.PREPARATION)
                .options(all)
                .initialOptions(ticked.isEmpty() ? null : ticked)
                .build()));
    blocks.add(Blocks.context(words.say("modal.ready.where", "links", links(words))));
    return Blocks.modal(
        words,
        Ids.ACCOUNT_READY,
        setup.id().value(),
        words.plain("modal.ready.title"),
        words.plain("modal.ready.submit"),
        blocks);
  }

  private static String links(Words words) {
    return Arrays.stream(PreparationItem.values())
        .map(
            item ->
                Mrkdwn.link(PreparationWords.url(item), PreparationWords.shortName(words, item)))
        .collect(Collectors.joining("  ·  "));
  }

  private static OptionObject option(Words words, PreparationItem item) {
    return Blocks.option(
        item.key(), PreparationWords.label(words, item), PreparationWords.whyInShort(words, item));
  }

  /**
   * Only what differs from what the modal showed counts: another person may have ticked more, or
   * corrected the ID, while it was open.
   *
   * @param shown the view as it was submitted
   */
  public static ReportAccount read(
      Form form, FieldRules rules, Setup setup, View shown, UserId by) {
    Optional<AccountId> typed = rules.account(form, setup.id(), false);
    Set<PreparationItem> ticked = items(form.ticked(Ids.PREPARATION));
    Set<PreparationItem> tickedBefore = items(tickedIn(shown));
    if (form.isValid() && typed.isEmpty() && ticked.isEmpty() && tickedBefore.isEmpty()) {
      form.error(Ids.ACCOUNT_ID, form.words().plain("modal.ready.nothing"));
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
    return new ReportAccount(by, account, prepared);
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
