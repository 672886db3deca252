package awssetup.slack.words;

import awssetup.setup.NotPossible;

/** Sentences that say why something is not done, and what to do. They need no escaping. */
public final class ErrorWords {
  private ErrorWords() {}

  /** Why a setup does not allow it. */
  public static String words(Words words, NotPossible.Why why) {
    return words.plain(Words.key("why_not", why));
  }

  public static String notSaved(Words words) {
    return words.plain("why_not.not_saved");
  }

  public static String slackSilent(Words words) {
    return words.plain("why_not.slack_silent");
  }
}
