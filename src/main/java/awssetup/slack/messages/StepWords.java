package awssetup.slack.messages;

import awssetup.ports.Conversation.View;
import awssetup.setup.Invitation;
import awssetup.setup.Setup;
import awssetup.setup.Step;
import awssetup.setup.StepKey;
import awssetup.slack.words.PreparationWords;
import awssetup.slack.words.RefusalWords;
import awssetup.slack.words.Words;

/** Where a step stands, in a few words with an icon; the card shows one such line per step. */
final class StepWords {
  private StepWords() {}

  static String name(Words words, Step step) {
    return words.plain(Words.key("step.name", step.key()));
  }

  static String line(Words words, Step step, View view) {
    return icon(step) + "  *" + name(words, step) + "*  ·  " + stateOf(words, step, view.setup());
  }

  /** The same without markup, for screen readers and notifications; with what is left to do. */
  static String spoken(Words words, Step step, View view) {
    Setup setup = view.setup();
    String state = stateOf(words, step, setup).replaceAll("<!date\\^[^|]*\\|([^>]*)>", "$1");
    boolean onTheWay =
        step.state() instanceof Step.State.AccountMissing
            || step.state() instanceof Step.State.Unprepared;
    return onTheWay && setup.isOpen() && !setup.unprepared().isEmpty()
        ? words.say(
            "step.spoken.left",
            "step",
            name(words, step),
            "state",
            state,
            "items",
            PreparationWords.names(words, setup.unprepared()))
        : words.say("step.spoken", "step", name(words, step), "state", state);
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

  private static String stateOf(Words words, Step step, Setup setup) {
    return setup.isOpen() || step.isDone()
        ? state(words, step, setup)
        : ended(words, step.state(), setup);
  }

  /** What remains to be said of a step in a cancelled setup: facts, and nothing to do. */
  private static String ended(Words words, Step.State state, Setup setup) {
    if (state instanceof Step.State.Refused) {
      return words.say("step.ended.refused");
    } else if (state instanceof Step.State.Open open) {
      return words.say("step.ended.open", "date", words.date(open.sent().at()));
    } else if (state instanceof Step.State.Overdue overdue) {
      return words.say("step.over.expired", "date", words.date(overdue.sent().deadline()));
    } else if (state instanceof Step.State.Cancelling) {
      return words.say("step.ended.cancelling");
    } else if (state instanceof Step.State.Over over) {
      return over(words, over.sent(), setup);
    } else if (state instanceof Step.State.RoleUnsafe) {
      return words.say("step.ended.role_unsafe");
    }
    return words.say("step.ended");
  }

  private static String state(Words words, Step step, Setup setup) {
    Step.State state = step.state();
    if (state instanceof Step.State.Done done) {
      return done(words, step, setup, words.date(done.at()));
    } else if (state instanceof Step.State.DetailsMissing) {
      return words.say("step.details.missing");
    } else if (state instanceof Step.State.AccountMissing) {
      return PreparationWords.hasSignedUp(setup)
          ? words.say("step.account.signed_up")
          : words.say("step.account.missing");
    } else if (state instanceof Step.State.Unprepared) {
      return words.say("step.account.unprepared");
    } else if (state instanceof Step.State.ReviewMissing) {
      return words.say("step.review.missing");
    } else if (state instanceof Step.State.Sending) {
      return words.say("step.sending");
    } else if (state instanceof Step.State.Retrying) {
      return words.say("step.retrying");
    } else if (state instanceof Step.State.Refused refused) {
      return refused(words, refused);
    } else if (state instanceof Step.State.Open open) {
      return words.say(
          "step.open",
          "sent",
          words.date(open.sent().at()),
          "deadline",
          words.date(open.sent().deadline()));
    } else if (state instanceof Step.State.Overdue overdue) {
      return words.say("step.overdue", "date", words.date(overdue.sent().deadline()));
    } else if (state instanceof Step.State.Cancelling) {
      return words.say("step.cancelling");
    } else if (state instanceof Step.State.Over over) {
      return over(words, over.sent(), setup);
    } else if (state instanceof Step.State.RoleMissing) {
      return words.say("step.role.missing");
    } else if (state instanceof Step.State.RoleLost) {
      return words.say("step.role.lost");
    } else if (state instanceof Step.State.RoleUnsafe) {
      return words.say("step.role.unsafe");
    }
    return step.key() == StepKey.BOOTSTRAP_ROLE
        ? words.say("step.locked.role")
        : words.say("step.locked");
  }

  private static String done(Words words, Step step, Setup setup, String date) {
    boolean found =
        setup.invitation().flatMap(Invitation::sent).filter(Invitation.Sent::found).isPresent();
    return step.key() == StepKey.INVITATION && found
        ? words.say("step.done.invitation_found", "date", date)
        : words.say(Words.key("step.done", step.key()), "date", date);
  }

  private static String refused(Words words, Step.State.Refused refused) {
    Invitation invitation = refused.invitation();
    String why = RefusalWords.sentence(words, refused.refusal(), invitation.account());
    return invitation
        .retryAt()
        .map(at -> words.say("step.refused.again", "why", why, "date", words.date(at)))
        .orElseGet(() -> words.say("step.refused", "why", why));
  }

  private static String over(Words words, Invitation.Sent sent, Setup setup) {
    String date = words.date(sent.statusAt());
    String what =
        sent.status().isOver()
            ? words.say(Words.key("step.over", sent.status()), "date", date)
            : words.say("step.over.unknown", "date", date);
    return setup.isOpen() ? words.say("step.over.again", "what", what) : what;
  }
}
