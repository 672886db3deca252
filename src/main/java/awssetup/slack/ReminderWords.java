package awssetup.slack;

import awssetup.setup.Actor;
import awssetup.setup.BootstrapRoles;
import awssetup.setup.Conversation.View;
import awssetup.setup.Mark;
import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import awssetup.setup.Step;
import awssetup.setup.Turn;
import com.slack.api.model.block.LayoutBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A reminder: what is open, who has to do it, the link to do it, how long is left. */
final class ReminderWords {
  private final CardButtons buttons;
  private final BootstrapRoles roles;
  private final Refusals refusals;
  private final String partner;

  ReminderWords(CardButtons buttons, BootstrapRoles roles, Refusals refusals, String partner) {
    this.buttons = buttons;
    this.roles = roles;
    this.refusals = refusals;
    this.partner = Text.escape(partner);
  }

  List<LayoutBlock> blocks(Mark mark, View view, Turn turn, boolean escalated, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(mark.toString(), text(view, turn, escalated, now)));
    blocks.addAll(buttons.forReminder(view));
    return blocks;
  }

  String text(View view, Turn turn, boolean escalated, Instant now) {
    Setup setup = view.setup();
    StringBuilder text = new StringBuilder(Text.mention(setup.personFor(turn.actor())));
    if (escalated && turn.actor() == Actor.CUSTOMER) {
      text.append(" ").append(Text.mention(setup.startedBy()));
    }
    text.append(" still open for *").append(Text.typed(setup.customerName())).append("*");
    text.append(" (").append(Text.span(Duration.between(turn.since(), now))).append("):");
    for (Step step : view.standing().waitingFor(turn.actor())) {
      text.append("\n• ").append(todo(step, view, now));
    }
    if (escalated) {
      text.append("\nEarlier reminders stayed without an answer. If something is in the way, ");
      text.append("say so here: ").append(partner).append(" helps.");
    }
    return text.toString();
  }

  private String todo(Step step, View view, Instant now) {
    Setup setup = view.setup();
    Step.State state = step.state();
    if (state instanceof Step.State.DetailsMissing) {
      return "*Enter the setup details.* The button below opens the form; it takes two minutes.";
    } else if (state instanceof Step.State.AccountMissing) {
      return accountMissing(setup);
    } else if (state instanceof Step.State.Unprepared unprepared) {
      return "*Finish preparing the account* and tick what is done under _My account is ready_."
          + items(unprepared.open());
    } else if (state instanceof Step.State.ReviewMissing missing) {
      return "*Review account* `" + missing.account() + "` *and send the invitation.*";
    } else if (state instanceof Step.State.Refused refused) {
      return "*AWS refused the invitation.* "
          + refusals.sentence(refused.refusal(), refused.invitation().account());
    } else if (state instanceof Step.State.Open open) {
      Instant deadline = open.sent().deadline();
      return "*Approve the billing transfer invitation* as an administrator of account `"
          + open.invitation().account()
          + "`: "
          + Text.link(CardButtons.APPROVE_URL, "open billing transfer in AWS")
          + ", _Outbound billing_, _Accept_. By "
          + Text.date(deadline)
          + ", "
          + Text.span(Duration.between(now, deadline))
          + " left.";
    } else if (state instanceof Step.State.Over || state instanceof Step.State.Overdue) {
      return "*Send a new invitation:* the last one was not approved, or is no longer valid.";
    } else if (state instanceof Step.State.RoleMissing missing) {
      return deploy("*Deploy the Essentials Bootstrap Role*", missing.account().value(), setup);
    } else if (state instanceof Step.State.RoleLost lost) {
      return deploy(
          "*Deploy the Essentials Bootstrap Role again*, it is not visible any more",
          lost.account().value(),
          setup);
    } else if (state instanceof Step.State.RoleUnsafe) {
      return "*Have the role's trust policy mended:* it answers without the external ID.";
    }
    return "*" + StepWords.name(step) + "*";
  }

  /** In three wordings, by how far the customer has come. */
  private static String accountMissing(Setup setup) {
    if (!Preparation.hasSignedUp(setup)) {
      return "*Sign up with AWS:* "
          + Text.link(Preparation.SIGN_UP, "open the sign-up page")
          + ". Have the root e-mail address and a payment card at hand. Then prepare the account ("
          + Preparation.names(setup.unprepared())
          + ") and report its ID with _My account is ready_.";
    }
    if (!setup.unprepared().isEmpty()) {
      return "*Finish preparing the new account*, then report its ID and tick what is done under"
          + " _My account is ready_."
          + items(setup.unprepared());
    }
    return "*Report the account ID:* everything is prepared, and only the 12 digits on "
        + Text.link(Preparation.ACCOUNT_PAGE, "your account page")
        + " are missing. Enter them with _My account is ready_.";
  }

  private String deploy(String what, String account, Setup setup) {
    return what
        + " in account `"
        + account
        + "`"
        + setup
            .accountInReview()
            .map(id -> ": " + Text.link(roles.quickCreateUrl(id), "open the prepared stack"))
            .orElse("")
        + ", tick the IAM acknowledgement, _Create stack_.";
  }

  private static String items(Set<PreparationItem> open) {
    return open.stream()
        .map(item -> "\n    ◦ " + Preparation.line(item))
        .collect(Collectors.joining());
  }
}
