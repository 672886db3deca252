package awssetup.slack.words;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The few Block Kit shapes that the app is made of. Every mrkdwn text is verbatim: Slack must not
 * make links or mentions of what we did not mark as such. Limits:
 * https://docs.slack.dev/reference/block-kit
 */
public final class Blocks {
  private static final int MRKDWN_MOST = 3000;

  private Blocks() {}

  public static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).build();
  }

  static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(fitting(text)).verbatim(true).build();
  }

  /** Cut where needed, and then not within a link, a mention or an escaped sign. */
  private static String fitting(String text) {
    if (text.length() <= MRKDWN_MOST) {
      return text;
    }
    String cut = Mrkdwn.cut(text, MRKDWN_MOST - 1);
    int open = cut.lastIndexOf('<');
    if (open > cut.lastIndexOf('>')) {
      cut = cut.substring(0, open);
    }
    int sign = cut.lastIndexOf('&');
    if (sign > cut.lastIndexOf(';')) {
      cut = cut.substring(0, sign);
    }
    return cut + "…";
  }

  public static HeaderBlock header(String blockId, String text) {
    return HeaderBlock.builder().blockId(blockId).text(plain(Mrkdwn.plain(text, 150))).build();
  }

  public static SectionBlock section(String blockId, String text) {
    return SectionBlock.builder().blockId(blockId).text(mrkdwn(text)).build();
  }

  public static SectionBlock section(String text) {
    return section(null, text);
  }

  public static ContextBlock context(String text) {
    return ContextBlock.builder().elements(List.of(mrkdwn(text))).build();
  }

  /** What blocks say, for screen readers and notifications. */
  public static String spoken(List<LayoutBlock> blocks) {
    return fitting(
        blocks.stream()
            .filter(SectionBlock.class::isInstance)
            .map(block -> ((SectionBlock) block).getText().getText())
            .collect(Collectors.joining("\n")));
  }

  public static DividerBlock divider() {
    return DividerBlock.builder().build();
  }

  public static ActionsBlock actions(String blockId, List<BlockElement> elements) {
    return ActionsBlock.builder().blockId(blockId).elements(elements).build();
  }

  public static ButtonElement button(String actionId, String label, String value) {
    return ButtonElement.builder().actionId(actionId).text(plain(label)).value(value).build();
  }

  public static ButtonElement link(String actionId, String label, String value, String url) {
    ButtonElement button = button(actionId, label, value);
    button.setUrl(url);
    return button;
  }

  public static ButtonElement primary(ButtonElement button) {
    button.setStyle("primary");
    return button;
  }

  public static OptionObject option(String value, String label) {
    return OptionObject.builder().value(value).text(plain(Mrkdwn.plain(label, 75))).build();
  }

  public static OptionObject option(String value, String label, String description) {
    return OptionObject.builder()
        .value(value)
        .text(plain(Mrkdwn.plain(label, 75)))
        .description(plain(description))
        .build();
  }

  public static StaticSelectElement select(
      String actionId, String placeholder, List<OptionObject> options) {
    return StaticSelectElement.builder()
        .actionId(actionId)
        .placeholder(plain(placeholder))
        .options(options)
        .build();
  }

  public static RadioButtonsElement radio(
      String actionId, List<OptionObject> options, String initial) {
    return RadioButtonsElement.builder()
        .actionId(actionId)
        .options(options)
        .initialOption(
            options.stream().filter(o -> o.getValue().equals(initial)).findFirst().orElse(null))
        .build();
  }

  public static ConfirmationDialogObject confirm(
      String title, String text, String confirm, String deny) {
    return ConfirmationDialogObject.builder()
        .title(plain(title))
        .text(plain(text))
        .confirm(plain(confirm))
        .deny(plain(deny))
        .build();
  }

  /**
   * An input whose block and action share one id, by which its value and its error are addressed.
   */
  public static InputBlock input(
      String id, String label, String hint, boolean optional, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(plain(label))
        .hint(hint == null ? null : plain(hint))
        .optional(optional)
        .element(element)
        .build();
  }

  /** A modal to read: there is nothing to submit. */
  public static View note(String title, String close, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .title(ViewTitle.builder().type("plain_text").text(title).build())
        .close(ViewClose.builder().type("plain_text").text(close).build())
        .blocks(blocks)
        .build();
  }

  public static View modal(
      Words words,
      String callbackId,
      String setupId,
      String title,
      String submit,
      List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(callbackId)
        .privateMetadata(setupId)
        .title(ViewTitle.builder().type("plain_text").text(title).build())
        .submit(ViewSubmit.builder().type("plain_text").text(submit).build())
        .close(ViewClose.builder().type("plain_text").text(words.plain("modal.close")).build())
        .blocks(blocks)
        .build();
  }
}
