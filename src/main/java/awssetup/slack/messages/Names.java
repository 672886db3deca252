package awssetup.slack.messages;

import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.Invitation;
import awssetup.setup.Setup;
import awssetup.setup.TargetAccount;
import awssetup.slack.words.Mrkdwn;

/** The people, the channel and the account of a setup, as a message names them. */
final class Names {
  private Names() {}

  static String engineer(Setup setup) {
    return Mrkdwn.mention(setup.startedBy());
  }

  static String customer(Setup setup) {
    return Mrkdwn.mention(setup.personFor(Actor.CUSTOMER));
  }

  static String channel(Setup setup) {
    return "<#" + setup.channel() + ">";
  }

  static String account(Setup setup) {
    return setup
        .account()
        .map(TargetAccount::id)
        .or(() -> setup.invitation().map(Invitation::account))
        .map(AccountId::value)
        .orElse("–");
  }
}
