package awssetup.slack.handlers;

import awssetup.ports.StoreUnavailable;
import awssetup.setup.Intent;
import awssetup.setup.NotPossible;
import awssetup.setup.Setup;
import awssetup.setup.Snooze;
import awssetup.slack.messages.SetupCard;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Words;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Buttons and selects on messages. A button's value is input like any other: a setup is only
 * touched from its own channel, and who may press depends on who they are at Slack.
 */
public final class Buttons {
  private static final Map<String, Duration> SNOOZES =
      Map.of("1", Duration.ofDays(1), "3", Duration.ofDays(3), "7", Duration.ofDays(7));

  private final HandlerTools tools;
  private final Forms forms;
  private final Outcomes outcomes;

  public Buttons(HandlerTools tools, Forms forms, Outcomes outcomes) {
    this.tools = tools;
    this.forms = forms;
    this.outcomes = outcomes;
  }

  /** What is done with a setup that the presser may touch, in the language of the place. */
  private interface OnSetup {
    Response handle(Setup setup, Words words);
  }

  Response enterDetails(Action action, Press press) {
    return onSetup(
        action, press, (setup, words) -> open(press, words, forms.details(words, setup)));
  }

  Response reportAccount(Action action, Press press) {
    return onSetup(
        action, press, (setup, words) -> open(press, words, forms.accountReady(words, setup)));
  }

  Response reviewInvitation(Action action, Press press) {
    return onSetup(
        action,
        press,
        (setup, words) -> open(press, words, forms.review(tools.words(), setup, press.by())));
  }

  /** Applies the intent of the action's row; the answer is the sentence with the action's name. */
  Response change(Action action, Press press) {
    return onSetup(
        action,
        press,
        (setup, words) -> {
          Setup after = apply(press, setup, action.intent().orElseThrow().apply(press.by()));
          return tell(
              press,
              words.say(
                  Words.key("press", action), "option", SetupCard.option(words, after.option())));
        });
  }

  Response snooze(Action action, Press press) {
    Optional<Duration> time = press.choice().map(SNOOZES::get);
    if (time.isEmpty()) {
      return press.ctx().ack();
    }
    return onSetup(
        action,
        press,
        (setup, words) -> {
          Setup after = apply(press, setup, new Snooze(press.by(), time.get()));
          return tell(press, snoozed(words, after, tools.now().plus(time.get())));
        });
  }

  private static String snoozed(Words words, Setup setup, Instant asked) {
    Instant until = setup.reminderHistory().snoozedUntil().orElse(asked);
    return words.say("press.snoozed", "date", words.date(until));
  }

  /** A setup was chosen for {@code /aws-setup remind}. */
  Response pickRemind(Action action, Press press) {
    return onSetup(
        action,
        press,
        (setup, words) -> replace(press, outcomes.remind(press.id(), setup.id(), press.by())));
  }

  /** A setup was chosen for {@code /aws-setup cancel}. */
  Response pickCancel(Action action, Press press) {
    return onSetup(
        action, press, (setup, words) -> open(press, words, forms.cancel(tools.words(), setup)));
  }

  /** An ended setup was chosen for {@code /aws-setup forget}, and it was confirmed. */
  Response forget(Action action, Press press) {
    return onSetup(
        action, press, (setup, words) -> replace(press, outcomes.forget(setup.id(), press.by())));
  }

  /** A link button opens its page by itself, and Slack reports the press all the same. */
  Response link(Action action, Press press) {
    return press.ctx().ack();
  }

  /** Finds the setup, and goes on if its presser may do this to it here. */
  private Response onSetup(Action action, Press press, OnSetup then) {
    Words words = tools.words();
    try {
      Optional<Setup> setup = press.setup().flatMap(tools.setups()::find);
      words = words(press, setup);
      return switch (setup.map(s -> may(action, press, s)).orElse(Access.Verdict.ELSEWHERE)) {
        case YES -> then.handle(setup.get(), words);
        case ENGINEERS_ONLY -> tell(press, words.say("press.engineers_only"));
        case ELSEWHERE -> tell(press, words.say("press.elsewhere"));
        case UNKNOWN -> tell(press, ErrorWords.slackSilent(words));
      };
    } catch (NotPossible e) {
      return tell(press, ErrorWords.words(words, e.why()));
    } catch (StoreUnavailable e) {
      return tell(press, ErrorWords.notSaved(words));
    }
  }

  /** The setup's language where its message was pressed; the Home tab has the installation's. */
  private Words words(Press press, Optional<Setup> setup) {
    return setup
        .filter(s -> !press.isAtHome())
        .map(tools.translations()::of)
        .orElseGet(tools::words);
  }

  private Access.Verdict may(Action action, Press press, Setup setup) {
    return press.isAtHome()
        ? tools.access().mayPressAtHome(action, press.by())
        : tools.access().mayPress(action, press.by(), setup, press.channel());
  }

  private Setup apply(Press press, Setup setup, Intent intent) {
    return tools.setups().changeOnce(press.id(), setup.id(), intent, tools.now());
  }

  private Response open(Press press, Words words, View view) {
    tools
        .modals()
        .open(press.trigger(), view, () -> Answers.to(press.ctx(), words.say("modal.not_opened")));
    return press.ctx().ack();
  }

  private Response tell(Press press, String text) {
    tools.background().run("an answer", () -> Answers.to(press.ctx(), text));
    return press.ctx().ack();
  }

  /** Takes the place of the question whose answer was chosen. */
  private Response replace(Press press, String text) {
    tools.background().run("an answer", () -> Answers.inPlaceOf(press.ctx(), text));
    return press.ctx().ack();
  }
}
