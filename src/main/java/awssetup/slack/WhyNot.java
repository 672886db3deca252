package awssetup.slack;

import awssetup.setup.NotPossible;

/** A rule's no, in words that say what to do. */
final class WhyNot {
  static final String ACCOUNT_TAKEN =
      "Another open setup already has this account ID. Please check the ID, or ask for that setup to be cancelled"
          + " first.";
  static final String ROOT_EMAIL_TAKEN =
      "Another open setup already has this root e-mail address. AWS needs a different one for every account.";
  static final String NOT_SAVED =
      "This could not be saved just now, and nothing has changed. Please press the button again in a minute.";
  static final String SLACK_SILENT =
      "Slack did not tell in time who you are. Please try again in a moment.";

  private WhyNot() {}

  static String words(NotPossible no) {
    return switch (no.why()) {
      case ENDED -> "This setup has ended, so nothing can be changed any more.";
      case ALREADY_ACCEPTED ->
          "The billing transfer has been approved already, so its account can no longer be changed here.";
      case OTHER_OPTION ->
          "This setup was switched to the other option in the meantime. Please close this and use the card.";
      case NOT_READY -> "Something comes first: please look at the card for the next step.";
      case REVIEW_VOID ->
          "The account ID was changed since you opened this. Please close it and review again.";
      case ALREADY_SENT -> "The invitation is on its way already. Please look at the card.";
      case STILL_CANCELLING ->
          "The earlier invitation is still being cancelled at AWS. Please try again in a minute.";
      case MONTH_TOO_SOON ->
          "A transfer must be approved 24 hours before its month begins, which is over. Please choose a later month.";
      case ACCOUNT_TAKEN -> ACCOUNT_TAKEN;
      case ROOT_EMAIL_TAKEN -> ROOT_EMAIL_TAKEN;
      case NOBODY_WAITS ->
          "Nobody has to act at the moment, so there is nothing to be reminded of.";
      case STILL_OPEN ->
          "This setup is still open and needs its contact details. Type `/aws-setup cancel` first, or wait until it is"
              + " complete.";
    };
  }
}
