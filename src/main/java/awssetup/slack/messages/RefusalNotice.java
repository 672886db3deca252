package awssetup.slack.messages;

import static awssetup.slack.messages.Names.channel;
import static awssetup.slack.messages.Names.customer;
import static awssetup.slack.messages.Names.engineer;

import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.Invitation;
import awssetup.setup.NoticeDetail;
import awssetup.setup.Setup;
import awssetup.setup.TargetAccount;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.RefusalWords;
import awssetup.slack.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The notice that AWS refused an invitation, for everyone in the thread and for engineers. */
final class RefusalNotice {
  private RefusalNotice() {}

  /** For the thread: what it means, what happens next, and who acts. */
  static String forEverybody(Words words, Setup setup, NoticeDetail.RefusalCodes codes) {
    AccountId account =
        setup
            .invitation()
            .map(Invitation::account)
            .or(() -> setup.account().map(TargetAccount::id))
            .orElseThrow();
    List<String> sentences = new ArrayList<>();
    sentences.add(RefusalWords.sentence(words, codes.exception(), codes.code(), account));
    setup
        .invitation()
        .flatMap(Invitation::retryAt)
        .map(at -> words.say("notice.refused.again", "date", words.date(at)))
        .ifPresent(sentences::add);
    awsSays(words, setup).ifPresent(sentences::add);
    String refused =
        words.say(
            "notice.refused",
            "why",
            String.join(" ", sentences),
            "code",
            Mrkdwn.escape(codes.code()));
    return ":warning: " + toWhoActs(words, setup, refused);
  }

  /**
   * Mentions the one who acts, and tells the engineer if that is the customer. While no one at the
   * customer is known, the engineer is mentioned instead.
   */
  private static String toWhoActs(Words words, Setup setup, String refused) {
    boolean customers =
        setup
            .invitation()
            .flatMap(Invitation::refusal)
            .filter(refusal -> refusal.nextMove().actor() == Actor.CUSTOMER)
            .isPresent();
    if (!customers || customer(setup).equals(engineer(setup))) {
      return engineer(setup) + " " + refused;
    }
    return customer(setup)
        + " "
        + refused
        + "\n"
        + words.say("notice.refused.engineer_waits", "engineer", engineer(setup));
  }

  /** AWS's own words, if we have no sentence for the code. */
  private static Optional<String> awsSays(Words words, Setup setup) {
    return setup
        .invitation()
        .flatMap(Invitation::refusal)
        .filter(refusal -> !RefusalWords.isKnown(words, refusal))
        .map(refusal -> RefusalWords.forEverybody(refusal.message()))
        .map(message -> words.say("notice.refused.aws_says", "message", message));
  }

  /** For the operations channel: what to do about it, with AWS's own words. */
  static String forEngineers(Words words, Setup setup) {
    return words.say(
            "notice.refused_for_engineers",
            "name",
            Mrkdwn.typed(setup.customerName()),
            "channel",
            channel(setup),
            "engineer",
            engineer(setup))
        + "\n"
        + setup
            .invitation()
            .flatMap(i -> i.refusal().map(no -> RefusalWords.forEngineers(words, no, i.account())))
            .orElseGet(() -> words.say("notice.refused_for_engineers.sent_since"));
  }
}
