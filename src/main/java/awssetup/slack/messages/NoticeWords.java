package awssetup.slack.messages;

import static awssetup.slack.messages.Names.account;
import static awssetup.slack.messages.Names.channel;
import static awssetup.slack.messages.Names.customer;
import static awssetup.slack.messages.Names.engineer;

import awssetup.ports.Conversation.View;
import awssetup.setup.Details;
import awssetup.setup.Ending;
import awssetup.setup.Invitation;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.Notice;
import awssetup.setup.NoticeDetail;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import awssetup.setup.Topic;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.PreparationWords;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The notices: what has happened, and who can do what now. One method for each message. */
public final class NoticeWords {
  private static final Set<MessageKind> TO_ENGINEERS =
      EnumSet.of(MessageKind.OPS, MessageKind.DIRECT);
  private static final Set<Notice> WITHOUT_BUTTONS =
      EnumSet.of(Notice.COMPLETED, Notice.CANCELLED, Notice.ACCEPTED_AFTER_CANCEL);

  private final Translations translations;
  private final CardButtons buttons;

  public NoticeWords(Translations translations, CardButtons buttons) {
    this.translations = translations;
    this.buttons = buttons;
  }

  public List<LayoutBlock> blocks(MessageKey key, Message message, View view) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(key.toString(), text(message, view)));
    if (key.kind() == MessageKind.NOTICE && !WITHOUT_BUTTONS.contains(message.notice().notice())) {
      blocks.addAll(buttons.forNotice(translations.of(view.setup()), view));
    }
    return blocks;
  }

  /** For engineers in the partner's language, for the thread in the channel's. */
  public String text(Message message, View view) {
    Setup setup = view.setup();
    return TO_ENGINEERS.contains(message.key().kind())
        ? text(translations.own(), message.notice(), true, view)
        : text(translations.of(setup), message.notice(), false, view);
  }

  private static String text(Words words, Topic.OfNotice topic, boolean toEngineers, View view) {
    Setup setup = view.setup();
    NoticeDetail detail = topic.detail();
    return switch (topic.notice()) {
      case DETAILS_RECEIVED -> detailsReceived(words, setup);
      case OPTION_SWITCHED -> optionSwitched(words, setup);
      case INVITATION_SENT -> InvitationNotices.sent(words, setup);
      case INVITATION_FOUND -> InvitationNotices.found(words, setup);
      case INVITATION_ACCEPTED -> InvitationNotices.accepted(words, setup);
      case INVITATION_STATUS_UNKNOWN ->
          InvitationNotices.statusUnknown(words, setup, (NoticeDetail.StatusAtAws) detail);
      case INVITATION_REFUSED ->
          toEngineers
              ? RefusalNotice.forEngineers(words, setup)
              : RefusalNotice.forEverybody(words, setup, (NoticeDetail.RefusalCodes) detail);
      case START_MONTH_MOVED ->
          InvitationNotices.monthMoved(words, setup, (NoticeDetail.StartMonth) detail);
      case ACCEPTED_AFTER_CANCEL ->
          InvitationNotices.acceptedAfterCancel(words, setup, (NoticeDetail.Account) detail);
      case CANCELLED -> cancelled(words, setup);
      case UNANSWERED -> unanswered(words, setup, view);
      case CHANNEL_CLOSED -> channelClosed(words, setup, (NoticeDetail.Problem) detail);
      case CHANNEL_OPEN -> inChannel(words, "notice.channel_open", setup);
      case DETAILS_CORRECTED,
          REVIEW_VOID,
          ACCOUNT_READY,
          INVITATION_DECLINED,
          INVITATION_EXPIRED,
          INVITATION_CANCELED,
          INVITATION_WITHDRAWN,
          INVITATION_OVERDUE,
          AWS_UNREACHABLE,
          ROLE_DEPLOYED,
          ROLE_LOST,
          ROLE_UNSAFE,
          COMPLETED ->
          simple(words, topic.notice(), setup);
    };
  }

  /** A notice that reads the same for every setup. */
  private static String simple(Words words, Notice notice, Setup setup) {
    return words.say(
        Words.key("notice", notice),
        "engineer",
        engineer(setup),
        "customer",
        customer(setup),
        "account",
        account(setup),
        "name",
        Mrkdwn.typed(setup.customerName()));
  }

  private static String detailsReceived(Words words, Setup setup) {
    if (setup.option() == Option.TRANSFER_BILLING) {
      return words.say(
          "notice.details_received.transfer",
          "engineer",
          engineer(setup),
          "account",
          account(setup));
    }
    return words.say(
            "notice.details_received.new_account",
            "customer",
            customer(setup),
            "steps",
            steps(words))
        + setup
            .details()
            .filter(Details::aliasDoubted)
            .map(d -> words.say("notice.details_received.doubted", "engineer", engineer(setup)))
            .map(doubt -> "\n" + doubt)
            .orElse("");
  }

  private static String steps(Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(PreparationWords.signUpLine(words));
    for (PreparationItem item : PreparationItem.values()) {
      lines.add(PreparationWords.line(words, item));
    }
    return IntStream.range(0, lines.size())
        .mapToObj(i -> "\n" + (i + 1) + ". " + lines.get(i))
        .collect(Collectors.joining());
  }

  private static String optionSwitched(Words words, Setup setup) {
    return words.say(
        "notice.option_switched",
        "option",
        SetupCard.option(words, setup.option()),
        "customer",
        customer(setup));
  }

  private static String cancelled(Words words, Setup setup) {
    String transfer = transferOfCancelled(words, setup);
    return setup
        .ending()
        .flatMap(Ending::by)
        .map(Mrkdwn::mention)
        .map(by -> words.say("notice.cancelled.by", "person", by, "transfer", transfer))
        .orElseGet(() -> words.say("notice.cancelled", "transfer", transfer))
        .strip();
  }

  /** Speaks of an invitation only where cancelling the setup took one back. */
  private static String transferOfCancelled(Words words, Setup setup) {
    Optional<Invitation> invitation = setup.invitation();
    if (invitation.filter(Invitation::isAccepted).isPresent()) {
      return words.say("notice.cancelled.goes_on", "engineer", engineer(setup));
    }
    return invitation
        .flatMap(Invitation::cancelAskedAt)
        .filter(at -> setup.ending().map(Ending::at).filter(at::equals).isPresent())
        .map(at -> words.say("notice.cancelled.invitation"))
        .orElse("");
  }

  private static String channelClosed(Words words, Setup setup, NoticeDetail.Problem closed) {
    return inChannel(words, Words.key("notice.channel_closed", closed.problem()), setup);
  }

  private static String inChannel(Words words, String key, Setup setup) {
    return words.say(
        key,
        "engineer",
        engineer(setup),
        "name",
        Mrkdwn.typed(setup.customerName()),
        "channel",
        channel(setup));
  }

  private static String unanswered(Words words, Setup setup, View view) {
    String name = Mrkdwn.typed(setup.customerName());
    return view.status()
        .turn()
        .map(
            turn ->
                words.say(
                    "notice.unanswered.since",
                    "name",
                    name,
                    "channel",
                    channel(setup),
                    "date",
                    words.date(turn.since()),
                    "engineer",
                    engineer(setup)))
        .orElseGet(
            () ->
                words.say(
                    "notice.unanswered",
                    "name",
                    name,
                    "channel",
                    channel(setup),
                    "engineer",
                    engineer(setup)));
  }
}
