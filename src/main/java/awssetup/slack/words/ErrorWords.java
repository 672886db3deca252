package awssetup.slack.words;

import awssetup.setup.NotPossible;

/** A no in words that say what to do. They hold nothing to escape and suit any place. */
public final class ErrorWords {
  private ErrorWords() {}

  /** A rule's no. */
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
