package awssetup.slack.handlers;

import awssetup.ports.RequestId;
import awssetup.setup.Forget;
import awssetup.setup.NotPossible;
import awssetup.setup.RemindNow;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Words;

/**
 * Does what an engineer can ask for by command, by select and on the Home tab, and says in one
 * sentence what came of it.
 */
public final class Outcomes {
  private final HandlerTools tools;
  private final Words words;

  public Outcomes(HandlerTools tools) {
    this.tools = tools;
    this.words = tools.words();
  }

  /** Sends the reminder. */
  String remind(RequestId request, SetupId id, UserId by) {
    try {
      long before = tools.setups().find(id).map(Setup::version).orElse(0L);
      Setup after = tools.setups().changeOnce(request, id, new RemindNow(by), tools.now());
      return after.version() == before
          ? words.say("command.remind.just_sent")
          : words.say("command.remind.sent");
    } catch (NotPossible e) {
      return ErrorWords.words(words, e.why());
    }
  }

  /** Erases the people of an ended setup. */
  String forget(SetupId id, UserId by) {
    try {
      tools.setups().change(id, new Forget(by), tools.now());
      return words.say("command.forget.done");
    } catch (NotPossible e) {
      return ErrorWords.words(words, e.why());
    }
  }
}
