package awssetup.slack.messages;

import static awssetup.slack.messages.Names.account;
import static awssetup.slack.messages.Names.customer;
import static awssetup.slack.messages.Names.engineer;

import awssetup.setup.Invitation;
import awssetup.setup.NoticeDetail;
import awssetup.setup.Setup;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The notices about an invitation and its transfer. */
final class InvitationNotices {
  private InvitationNotices() {}

  static String sent(Words words, Setup setup) {
    return words.say(
        "notice.invitation_sent", "customer", customer(setup), "approve", approve(words, setup));
  }

  static String found(Words words, Setup setup) {
    return words.say(
        "notice.invitation_found", "customer", customer(setup), "approve", approve(words, setup));
  }

  private static String approve(Words words, Setup setup) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.say(
            "notice.approve",
            "account",
            account(setup),
            "link",
            Mrkdwn.link(CardButtons.APPROVE_URL, words.say("notice.approve.link"))));
    setup
        .invitation()
        .flatMap(Invitation::sent)
        .map(sent -> words.say("notice.approve.until", "date", words.date(sent.deadline())))
        .ifPresent(sentences::add);
    sentences.add(words.say("notice.approve.advice"));
    return String.join(" ", sentences);
  }

  static String accepted(Words words, Setup setup) {
    List<String> sentences = new ArrayList<>();
    sentences.add(words.say("notice.accepted"));
    setup
        .invitation()
        .map(i -> words.say("notice.accepted.bills", "day", words.firstOf(i.startsIn())))
        .ifPresent(sentences::add);
    if (setup.role().deployedAt().isEmpty()) {
      sentences.add(words.say("notice.accepted.role", "customer", customer(setup)));
    }
    return String.join(" ", sentences);
  }

  static String statusUnknown(Words words, Setup setup, NoticeDetail.StatusAtAws atAws) {
    return words.say(
        "notice.invitation_status_unknown",
        "engineer",
        engineer(setup),
        "status",
        Mrkdwn.typed(atAws.status()));
  }

  static String monthMoved(Words words, Setup setup, NoticeDetail.StartMonth start) {
    return words.say(
        "notice.start_month_moved",
        "engineer",
        engineer(setup),
        "day",
        words.firstOf(start.month()));
  }

  static String acceptedAfterCancel(Words words, Setup setup, NoticeDetail.Account account) {
    return words.say(
        "notice.accepted_after_cancel", "engineer", engineer(setup), "cancelled", account.id());
  }
}
