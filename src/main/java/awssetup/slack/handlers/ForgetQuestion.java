package awssetup.slack.handlers;

import awssetup.setup.Setup;
import awssetup.slack.messages.SetupCard;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.List;

/** Asks which ended setup to forget, with a confirmation. */
public final class ForgetQuestion {
  private ForgetQuestion() {}

  /**
   * @param ended at least one
   */
  public static List<LayoutBlock> blocks(Words words, List<Setup> ended) {
    if (ended.size() > 1) {
      return List.of(
          Blocks.section(words.say("forget.several")),
          Blocks.actions(Action.PICK_FORGET.id(), List.of(select(words, ended))));
    }
    Setup one = ended.get(0);
    return List.of(
        Blocks.section(words.say("forget.one", "name", Mrkdwn.typed(one.customerName()))),
        Blocks.actions(Action.FORGET_THIS.id(), List.of(button(words, one))));
  }

  private static BlockElement button(Words words, Setup setup) {
    ButtonElement button =
        Blocks.button(Action.FORGET_THIS.id(), words.plain("forget.button"), setup.id().value());
    button.setStyle("danger");
    button.setConfirm(confirm(words));
    return button;
  }

  private static BlockElement select(Words words, List<Setup> ended) {
    StaticSelectElement select =
        Blocks.select(
            Action.PICK_FORGET.id(),
            words.plain("command.pick.choose"),
            ended.stream()
                .map(s -> Blocks.option(s.id().value(), SetupCard.title(words, s)))
                .toList());
    select.setConfirm(confirm(words));
    return select;
  }

  private static ConfirmationDialogObject confirm(Words words) {
    return Blocks.confirm(
        words.plain("forget.confirm.title"),
        words.plain("forget.confirm"),
        words.plain("forget.confirm.yes"),
        words.plain("confirm.no"));
  }
}
