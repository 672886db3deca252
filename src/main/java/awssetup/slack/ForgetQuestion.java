package awssetup.slack;

import awssetup.setup.Setup;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.List;

/** Asks which ended setup shall be forgotten, and once more whether it really shall. */
final class ForgetQuestion {
  private ForgetQuestion() {}

  /**
   * @param ended at least one
   */
  static List<LayoutBlock> blocks(List<Setup> ended) {
    Setup newest = ended.get(0);
    boolean one = ended.size() == 1;
    String which =
        one
            ? "the setup of *" + Text.typed(newest.customerName()) + "*, which has ended"
            : "one of this channel's setups that have ended";
    return List.of(
        Kit.section(
            "This erases who took part in "
                + which
                + ": names, e-mail addresses, phone numbers, Slack ids, notes and reasons. Accounts, dates and what"
                + " happened stay. It cannot be undone."),
        one
            ? Kit.actions(Ids.FORGET, List.of(button(newest)))
            : Kit.actions(Ids.PICK_FORGET, List.of(select(ended))));
  }

  private static BlockElement button(Setup setup) {
    ButtonElement button = Kit.button(Ids.FORGET, "Erase contact details", setup.id().value());
    button.setStyle("danger");
    button.setConfirm(confirm());
    return button;
  }

  private static BlockElement select(List<Setup> ended) {
    StaticSelectElement select =
        Kit.select(
            Ids.PICK_FORGET,
            "Choose a setup",
            ended.stream().map(s -> Kit.option(s.id().value(), SetupCard.title(s))).toList());
    select.setConfirm(confirm());
    return select;
  }

  private static ConfirmationDialogObject confirm() {
    return Kit.confirm(
        "Erase contact details?",
        "Who took part in this setup is erased for ever, here and in its history.",
        "Erase");
  }
}
