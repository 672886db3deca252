package awssetup.slack;

import awssetup.setup.NotPossible;

/** A no in words that say what to do. They hold nothing to escape and suit any place. */
final class ErrorWords {
  private ErrorWords() {}

  /** A rule's no. */
  static String words(Words words, NotPossible.Why why) {
    return words.plain(Words.key("why_not", why));
  }

  static String notSaved(Words words) {
    return words.plain("why_not.not_saved");
  }

  static String slackSilent(Words words) {
    return words.plain("why_not.slack_silent");
  }
}
