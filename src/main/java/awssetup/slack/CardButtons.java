package awssetup.slack;

import awssetup.setup.BootstrapRoles;
import awssetup.setup.CardAction;
import awssetup.setup.Conversation.View;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StepKey;
import awssetup.setup.Turn;
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
 * The buttons that make sense now, the one that moves the setup on in colour. Their values carry
 * the setup's id only.
 */
final class CardButtons {
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

  CardButtons(BootstrapRoles roles) {
    this.roles = roles;
  }

  /** All of the card's buttons. */
  List<LayoutBlock> of(View view) {
    return row(view, view.standing().actions());
  }

  /** Those that help with what a reminder speaks of. */
  List<LayoutBlock> forReminder(View view) {
    return row(view, only(view, FORWARD, LATER));
  }

  /** Those that move the setup on from what a notice speaks of. */
  List<LayoutBlock> forNotice(View view) {
    return row(view, only(view, FORWARD, Set.of()));
  }

  private static List<CardAction> only(View view, Set<CardAction> some, Set<CardAction> more) {
    return view.standing().actions().stream()
        .filter(action -> some.contains(action) || more.contains(action))
        .toList();
  }

  private List<LayoutBlock> row(View view, Collection<CardAction> actions) {
    Setup setup = view.setup();
    List<BlockElement> row = new ArrayList<>();
    for (CardAction action : actions) {
      element(action, setup)
          .map(e -> e instanceof ButtonElement b && isNext(action, view) ? Kit.primary(b) : e)
          .ifPresent(row::add);
    }
    return row.isEmpty() ? List.of() : List.of(Kit.actions(blockId(setup.id()), row));
  }

  /**
   * The block that holds the buttons; it names the setup for elements that have no value of their
   * own.
   */
  static String blockId(SetupId id) {
    return id + ":actions";
  }

  static Optional<SetupId> setupOf(String blockId) {
    return blockId == null ? Optional.empty() : SetupId.parse(blockId.split(":", 2)[0]);
  }

  private Optional<BlockElement> element(CardAction action, Setup setup) {
    String id = setup.id().value();
    return switch (action) {
      case ENTER_DETAILS -> Optional.of(Kit.button(Ids.ENTER_DETAILS, "Enter setup details", id));
      case CORRECT_DETAILS -> Optional.of(Kit.button(Ids.ENTER_DETAILS, "Correct details", id));
      case REPORT_ACCOUNT -> Optional.of(Kit.button(Ids.REPORT_ACCOUNT, "My account is ready", id));
      case CORRECT_ACCOUNT -> Optional.of(Kit.button(Ids.REPORT_ACCOUNT, "Correct account ID", id));
      case REVIEW_INVITATION ->
          Optional.of(Kit.button(Ids.REVIEW_INVITATION, "Review and send invitation", id));
      case SEND_AGAIN ->
          Optional.of(Kit.button(Ids.REVIEW_INVITATION, "Review and send again", id));
      case OPEN_INVITATION ->
          Optional.of(Kit.link(Ids.OPEN_INVITATION, "Approve in AWS", id, APPROVE_URL));
      case OPEN_BOOTSTRAP ->
          setup
              .accountInReview()
              .map(
                  account ->
                      Kit.link(
                          Ids.OPEN_BOOTSTRAP,
                          "Deploy the role",
                          id,
                          roles.quickCreateUrl(account)));
      case CHECK_NOW -> Optional.of(Kit.button(Ids.CHECK_NOW, "Check now", id));
      case SNOOZE -> Optional.of(snooze());
      case SWITCH_OPTION -> Optional.of(switchOption(setup));
    };
  }

  private static StaticSelectElement snooze() {
    return Kit.select(
        Ids.SNOOZE,
        "Remind me later",
        List.of(
            Kit.option("1", "In 1 day"),
            Kit.option("3", "In 3 days"),
            Kit.option("7", "In 7 days")));
  }

  private static ButtonElement switchOption(Setup setup) {
    boolean transfer = setup.option() == Option.TRANSFER_BILLING;
    ButtonElement button =
        Kit.button(
            transfer ? Ids.SWITCH_TO_NEW : Ids.SWITCH_TO_TRANSFER,
            transfer ? "Switch to new account" : "Switch to transfer billing",
            setup.id().value());
    button.setConfirm(
        transfer
            ? Kit.confirm(
                "Set up a new AWS account?",
                "The customer signs up for a new AWS account first. The contact details are kept; the account ID is forgotten.",
                "New account")
            : Kit.confirm(
                "Transfer billing instead?",
                "The setup continues with your existing management account. The contact details are kept; what was ticked and reported of the new account is forgotten.",
                "Transfer billing"));
    return button;
  }

  private static boolean isNext(CardAction action, View view) {
    Optional<StepKey> step = view.standing().turn().map(Turn::step);
    return switch (action) {
      case ENTER_DETAILS -> true;
      case REPORT_ACCOUNT -> step.filter(StepKey.ACCOUNT::equals).isPresent();
      case REVIEW_INVITATION, SEND_AGAIN, OPEN_INVITATION ->
          step.filter(StepKey.INVITATION::equals).isPresent();
      case OPEN_BOOTSTRAP -> step.filter(StepKey.BOOTSTRAP_ROLE::equals).isPresent();
      case CORRECT_DETAILS, CORRECT_ACCOUNT, CHECK_NOW, SNOOZE, SWITCH_OPTION -> false;
    };
  }
}
