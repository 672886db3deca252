package awssetup.slack;

import awssetup.setup.Conversation.View;
import awssetup.setup.Invitation;
import awssetup.setup.Refusal;
import awssetup.setup.Setup;
import awssetup.setup.Step;
import awssetup.setup.StepKey;

/** Where a step stands, in a few words with an icon; the card shows one such line per step. */
final class StepWords {
  private final String partner;
  private final Refusals refusals;

  StepWords(String partner, Refusals refusals) {
    this.partner = partner;
    this.refusals = refusals;
  }

  static String name(Step step) {
    return switch (step.key()) {
      case DETAILS -> "Setup details";
      case ACCOUNT -> "New AWS account";
      case INVITATION -> "Billing transfer";
      case BOOTSTRAP_ROLE -> "Essentials Bootstrap Role";
    };
  }

  String line(Step step, View view) {
    return icon(step) + "  *" + name(step) + "*  ·  " + words(step, view.setup());
  }

  /** The same without markup, for screen readers and notifications. */
  String spoken(Step step, View view) {
    return name(step)
        + ": "
        + words(step, view.setup()).replaceAll("<!date\\^[^|]*\\|([^>]*)>", "$1")
        + stillToDo(step, view.setup());
  }

  /** What the card shows as a list. */
  private static String stillToDo(Step step, Setup setup) {
    boolean onTheWay =
        step.state() instanceof Step.State.AccountMissing
            || step.state() instanceof Step.State.Unprepared;
    return onTheWay && !setup.unprepared().isEmpty()
        ? "; still to do: " + Preparation.names(setup.unprepared())
        : "";
  }

  private static String icon(Step step) {
    if (step.isDone()) {
      return ":white_check_mark:";
    }
    if (step.isLocked()) {
      return ":white_circle:";
    }
    Step.State state = step.state();
    boolean wentWrong =
        state instanceof Step.State.Refused
            || state instanceof Step.State.Over
            || state instanceof Step.State.Overdue
            || state instanceof Step.State.RoleLost
            || state instanceof Step.State.RoleUnsafe;
    return wentWrong ? ":warning:" : ":large_blue_circle:";
  }

  private String words(Step step, Setup setup) {
    Step.State state = step.state();
    if (state instanceof Step.State.Done done) {
      return doneWords(step, setup) + " " + Text.date(done.at());
    } else if (state instanceof Step.State.DetailsMissing) {
      return "the customer enters them";
    } else if (state instanceof Step.State.AccountMissing) {
      return Preparation.hasSignedUp(setup)
          ? "the customer prepares it and reports its ID"
          : "the customer signs up with AWS, prepares the account and reports its ID";
    } else if (state instanceof Step.State.Unprepared) {
      return "account reported, the customer finishes its preparation";
    } else if (state instanceof Step.State.ReviewMissing) {
      return partner + " reviews the account ID and sends the invitation";
    } else if (state instanceof Step.State.Sending) {
      return "reviewed, the invitation is being sent";
    } else if (state instanceof Step.State.Retrying) {
      return "reviewed; AWS does not answer at the moment, it is tried again by itself";
    } else if (state instanceof Step.State.Refused refused) {
      return refused(refused.refusal(), refused.invitation());
    } else if (state instanceof Step.State.Open open) {
      return "invitation sent "
          + Text.date(open.sent().at())
          + ", to be approved by "
          + Text.date(open.sent().deadline());
    } else if (state instanceof Step.State.Overdue overdue) {
      return "the invitation expired "
          + Text.date(overdue.sent().deadline())
          + "; a new one is needed";
    } else if (state instanceof Step.State.Cancelling) {
      return "the earlier invitation is being cancelled";
    } else if (state instanceof Step.State.Over over) {
      return over(over.sent(), setup);
    } else if (state instanceof Step.State.RoleMissing) {
      return "the customer deploys it; not visible yet";
    } else if (state instanceof Step.State.RoleLost) {
      return "it was deployed and is not visible any more; the customer deploys it again";
    } else if (state instanceof Step.State.RoleUnsafe) {
      return "it answers without the external ID, which is unsafe; " + partner + " looks into it";
    }
    return step.key() == StepKey.BOOTSTRAP_ROLE
        ? "after the account ID has been reviewed"
        : "after the steps above";
  }

  private static String doneWords(Step step, Setup setup) {
    return switch (step.key()) {
      case DETAILS -> "received";
      case ACCOUNT -> "ready";
      case INVITATION ->
          setup.invitation().flatMap(Invitation::sent).filter(Invitation.Sent::found).isPresent()
              ? "already in place, noticed"
              : "approved";
      case BOOTSTRAP_ROLE -> "deployed, seen";
    };
  }

  private String refused(Refusal refusal, Invitation invitation) {
    String again = invitation.retryAt().map(at -> " Tried again " + Text.date(at) + ".").orElse("");
    return "AWS refused the invitation. "
        + refusals.sentence(refusal, invitation.account())
        + again;
  }

  private String over(Invitation.Sent sent, Setup setup) {
    String what =
        switch (sent.status()) {
          case DECLINED -> "the invitation was declined";
          case EXPIRED -> "the invitation expired";
          case CANCELED -> "the invitation was cancelled at AWS";
          case WITHDRAWN -> "the approved transfer was withdrawn at AWS";
          default -> "AWS reports a state that this app does not know";
        };
    String next = setup.isOpen() ? "; " + partner + " can send a new one" : "";
    return what + " " + Text.date(sent.statusAt()) + next;
  }
}
