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
    return isOnTheWay(step) && setup.isOpen() && !setup.unprepared().isEmpty()
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

  /** The customer is signing up for the new account or preparing it. */
  static boolean isOnTheWay(Step step) {
    return switch (step.state().kind()) {
      case ACCOUNT_MISSING, UNPREPARED -> true;
      case DONE,
          LOCKED,
          DETAILS_MISSING,
          REVIEW_MISSING,
          SENDING,
          RETRYING,
          REFUSED,
          OPEN,
          OVERDUE,
          CANCELLING,
          OVER,
          ROLE_MISSING,
          ROLE_LOST,
          ROLE_UNSAFE ->
          false;
    };
  }

  private static String icon(Step step) {
    return switch (step.state().kind()) {
      case DONE -> ":white_check_mark:";
      case LOCKED -> ":white_circle:";
      case REFUSED, OVER, OVERDUE, ROLE_LOST, ROLE_UNSAFE -> ":warning:";
      case DETAILS_MISSING,
          ACCOUNT_MISSING,
          UNPREPARED,
          REVIEW_MISSING,
          SENDING,
          RETRYING,
          OPEN,
          CANCELLING,
          ROLE_MISSING ->
          ":large_blue_circle:";
    };
  }

  private static String stateOf(Words words, Step step, Setup setup) {
    return setup.isOpen() || step.isDone()
        ? state(words, step, setup)
        : ended(words, step.state(), setup);
  }

  /** What remains to be said of a step in a cancelled setup: facts, and nothing to do. */
  private static String ended(Words words, Step.State state, Setup setup) {
    return switch (state.kind()) {
      case REFUSED -> words.say("step.ended.refused");
      case OPEN ->
          words.say(
              "step.ended.open", "date", words.date(state.as(Step.State.Open.class).sent().at()));
      case OVERDUE ->
          words.say(
              "step.over.expired",
              "date",
              words.date(state.as(Step.State.Overdue.class).sent().deadline()));
      case CANCELLING -> words.say("step.ended.cancelling");
      case OVER -> over(words, state.as(Step.State.Over.class).sent(), setup);
      case ROLE_UNSAFE -> words.say("step.ended.role_unsafe");
      case DONE,
          LOCKED,
          DETAILS_MISSING,
          ACCOUNT_MISSING,
          UNPREPARED,
          REVIEW_MISSING,
          SENDING,
          RETRYING,
          ROLE_MISSING,
          ROLE_LOST ->
          words.say("step.ended");
    };
  }

  private static String state(Words words, Step step, Setup setup) {
    Step.State state = step.state();
    return switch (state.kind()) {
      case DONE -> done(words, step, setup);
      case LOCKED ->
          step.key() == StepKey.BOOTSTRAP_ROLE
              ? words.say("step.locked.role")
              : words.say("step.locked");
      case DETAILS_MISSING -> words.say("step.details.missing");
      case ACCOUNT_MISSING ->
          PreparationWords.hasSignedUp(setup)
              ? words.say("step.account.signed_up")
              : words.say("step.account.missing");
      case UNPREPARED -> words.say("step.account.unprepared");
      case REVIEW_MISSING -> words.say("step.review.missing");
      case SENDING -> words.say("step.sending");
      case RETRYING -> words.say("step.retrying");
      case REFUSED -> refused(words, state.as(Step.State.Refused.class));
      case OPEN -> open(words, state.as(Step.State.Open.class).sent());
      case OVERDUE -> overdue(words, state.as(Step.State.Overdue.class).sent());
      case CANCELLING -> words.say("step.cancelling");
      case OVER -> over(words, state.as(Step.State.Over.class).sent(), setup);
      case ROLE_MISSING -> words.say("step.role.missing");
      case ROLE_LOST -> words.say("step.role.lost");
      case ROLE_UNSAFE -> words.say("step.role.unsafe");
    };
  }

  private static String done(Words words, Step step, Setup setup) {
    String date = words.date(step.state().as(Step.State.Done.class).at());
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

  private static String open(Words words, Invitation.Sent sent) {
    return words.say(
        "step.open", "sent", words.date(sent.at()), "deadline", words.date(sent.deadline()));
  }

  private static String overdue(Words words, Invitation.Sent sent) {
    return words.say("step.overdue", "date", words.date(sent.deadline()));
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
