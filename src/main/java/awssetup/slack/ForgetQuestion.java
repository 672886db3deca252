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
  static List<LayoutBlock> blocks(Words words, List<Setup> ended) {
    if (ended.size() > 1) {
      return List.of(
          Kit.section(words.say("forget.several")),
          Kit.actions(Ids.PICK_FORGET, List.of(select(words, ended))));
    }
    Setup one = ended.get(0);
    return List.of(
        Kit.section(words.say("forget.one", "name", Text.typed(one.customerName()))),
        Kit.actions(Ids.FORGET, List.of(button(words, one))));
  }

  private static BlockElement button(Words words, Setup setup) {
    ButtonElement button = Kit.button(Ids.FORGET, words.plain("forget.button"), setup.id().value());
    button.setStyle("danger");
    button.setConfirm(confirm(words));
    return button;
  }

  private static BlockElement select(Words words, List<Setup> ended) {
    StaticSelectElement select =
        Kit.select(
            Ids.PICK_FORGET,
            words.plain("command.pick.choose"),
            ended.stream()
                .map(s -> Kit.option(s.id().value(), SetupCard.title(words, s)))
                .toList());
    select.setConfirm(confirm(words));
    return select;
  }

  private static ConfirmationDialogObject confirm(Words words) {
    return Kit.confirm(
        words.plain("forget.confirm.title"),
        words.plain("forget.confirm"),
        words.plain("forget.confirm.yes"),
        words.plain("confirm.no"));
  }
}
