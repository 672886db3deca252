package awssetup.slack.messages;

import awssetup.ports.BootstrapRoles;
import awssetup.ports.Conversation.View;
import awssetup.setup.CardAction;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StepKey;
import awssetup.setup.Turn;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The buttons that make sense now; the one that moves the setup on is coloured. Their values carry
 * only the setup's id.
 */
public final class CardButtons {
  /**
   * Where both sides see billing transfers; AWS documents no link to a single invitation.
   * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/orgs_transfer_billing-respond-invitation.html
   */
  static final String APPROVE_URL =
      "https://console.aws.amazon.com/costmanagement/home#/transferbilling";

  private static final Set<CardAction> FORWARD =
      EnumSet.of(
          CardAction.ENTER_DETAILS,
          CardAction.REPORT_ACCOUNT,
          CardAction.REVIEW_INVITATION,
          CardAction.SEND_AGAIN,
          CardAction.OPEN_INVITATION,
          CardAction.OPEN_BOOTSTRAP);
  private static final Set<CardAction> LATER = EnumSet.of(CardAction.CHECK_NOW, CardAction.SNOOZE);

  private final BootstrapRoles roles;

  public CardButtons(BootstrapRoles roles) {
    this.roles = roles;
  }

  /** All of the card's buttons. */
  List<LayoutBlock> of(Words words, View view) {
    return row(words, view, view.status().actions());
  }

  /** Those that help with what a reminder asks for. */
  List<LayoutBlock> forReminder(Words words, View view) {
    return row(words, view, only(view, FORWARD, LATER));
  }

  /** Those that move the setup on after a notice. */
  List<LayoutBlock> forNotice(Words words, View view) {
    return row(words, view, only(view, FORWARD, Set.of()));
  }

  private static List<CardAction> only(View view, Set<CardAction> some, Set<CardAction> more) {
    return view.status().actions().stream()
        .filter(action -> some.contains(action) || more.contains(action))
        .toList();
  }

  private List<LayoutBlock> row(Words words, View view, Collection<CardAction> actions) {
    Setup setup = view.setup();
    List<BlockElement> row = new ArrayList<>();
    for (CardAction action : actions) {
      element(words, action, setup)
          .map(e -> e instanceof ButtonElement b && isNext(action, view) ? Blocks.primary(b) : e)
          .ifPresent(row::add);
    }
    return row.isEmpty() ? List.of() : List.of(Blocks.actions(blockId(setup.id()), row));
  }

  /**
   * The id of the block that holds the buttons; it names the setup for elements without a value of
   * their own.
   */
  static String blockId(SetupId id) {
    return id + ":actions";
  }

  public static Optional<SetupId> setupOf(String blockId) {
    return blockId == null ? Optional.empty() : SetupId.parse(blockId.split(":", 2)[0]);
  }

  private Optional<BlockElement> element(Words words, CardAction action, Setup setup) {
    return switch (action) {
      case OPEN_INVITATION -> Optional.of(link(words, action, setup, APPROVE_URL));
      case OPEN_BOOTSTRAP ->
          setup
              .accountInReview()
              .map(roles::quickCreateUrl)
              .map(url -> link(words, action, setup, url));
      case SNOOZE -> Optional.of(snooze(words));
      case SWITCH_OPTION ->
          Optional.of(
              setup.option() == Option.TRANSFER_BILLING
                  ? switchTo(words, Option.NEW_ACCOUNT, Ids.SWITCH_TO_NEW, setup)
                  : switchTo(words, Option.TRANSFER_BILLING, Ids.SWITCH_TO_TRANSFER, setup));
      default ->
          Optional.of(Blocks.button(actionId(action), label(words, action), setup.id().value()));
    };
  }

  /**
   * What Slack sends back when it is pressed. Actions that differ in their label alone share one
   * button.
   */
  public static String actionId(CardAction action) {
    return switch (action) {
      case CORRECT_DETAILS -> Ids.of(CardAction.ENTER_DETAILS);
      case CORRECT_ACCOUNT -> Ids.of(CardAction.REPORT_ACCOUNT);
      case SEND_AGAIN -> Ids.of(CardAction.REVIEW_INVITATION);
      default -> Ids.of(action);
    };
  }

  private static BlockElement link(Words words, CardAction action, Setup setup, String url) {
    return Blocks.link(actionId(action), label(words, action), setup.id().value(), url);
  }

  private static String label(Words words, CardAction action) {
    return words.plain(Words.key("button", action));
  }

  private static StaticSelectElement snooze(Words words) {
    return Blocks.select(
        actionId(CardAction.SNOOZE),
        label(words, CardAction.SNOOZE),
        List.of(
            Blocks.option("1", words.plain("button.snooze_day")),
            Blocks.option("3", words.plain("button.snooze_days", "days", 3)),
            Blocks.option("7", words.plain("button.snooze_days", "days", 7))));
  }

  private static ButtonElement switchTo(Words words, Option option, String actionId, Setup setup) {
    ButtonElement button =
        Blocks.button(
            actionId, words.plain(Words.key("button.switch", option)), setup.id().value());
    button.setConfirm(
        Blocks.confirm(
            words.plain(Words.key("button.switch_title", option)),
            words.plain(Words.key("button.switch_text", option)),
            words.plain(Words.key("button.switch_yes", option)),
            words.plain("confirm.no")));
    return button;
  }

  private static boolean isNext(CardAction action, View view) {
    Optional<StepKey> step = view.status().turn().map(Turn::step);
    return switch (action) {
      case ENTER_DETAILS -> true;
      case REPORT_ACCOUNT -> step.filter(StepKey.ACCOUNT::equals).isPresent();
      case REVIEW_INVITATION, SEND_AGAIN, OPEN_INVITATION ->
          step.filter(StepKey.INVITATION::equals).isPresent();
      case OPEN_BOOTSTRAP -> step.filter(StepKey.BOOTSTRAP_ROLE::equals).isPresent();
      default -> false;
    };
  }
}
