package awssetup.slack.messages;

import awssetup.ports.Conversation.View;
import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Details;
import awssetup.setup.Ending;
import awssetup.setup.Invitation;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.Notice;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import awssetup.setup.TargetAccount;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.PreparationWords;
import awssetup.slack.words.RefusalWords;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the thread is told once when something happens: what it is, and who can do what now. */
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
    if (key.kind() == MessageKind.NOTICE && !WITHOUT_BUTTONS.contains(message.notice())) {
      blocks.addAll(buttons.forNotice(translations.of(view.setup()), view));
    }
    return blocks;
  }

  public String text(Message message, View view) {
    Setup setup = view.setup();
    boolean toEngineers = TO_ENGINEERS.contains(message.key().kind());
    Words words = toEngineers ? translations.own() : translations.of(setup);
    String detail = message.detail().orElse("");
    return switch (message.notice()) {
      case DETAILS_RECEIVED -> detailsReceived(words, setup);
      case OPTION_SWITCHED ->
          words.say(
              "notice.option_switched",
              "option",
              SetupCard.option(words, setup.option()),
              "customer",
              customer(setup));
      case INVITATION_SENT ->
          words.say(
              "notice.invitation_sent",
              "customer",
              customer(setup),
              "approve",
              approve(words, setup));
      case INVITATION_FOUND ->
          words.say(
              "notice.invitation_found",
              "customer",
              customer(setup),
              "approve",
              approve(words, setup));
      case INVITATION_ACCEPTED -> accepted(words, setup);
      case INVITATION_STATUS_UNKNOWN ->
          words.say(
              "notice.invitation_status_unknown",
              "engineer",
              engineer(setup),
              "status",
              Mrkdwn.typed(detail));
      case INVITATION_REFUSED ->
          toEngineers ? refusedForEngineers(words, setup) : refused(words, setup, detail);
      case START_MONTH_MOVED ->
          words.say(
              "notice.start_month_moved",
              "engineer",
              engineer(setup),
              "day",
              words.firstOf(YearMonth.parse(detail)));
      case ACCEPTED_AFTER_CANCEL ->
          words.say(
              "notice.accepted_after_cancel",
              "engineer",
              engineer(setup),
              "cancelled",
              Mrkdwn.typed(detail));
      case CANCELLED -> cancelled(words, setup);
      case UNANSWERED -> unanswered(words, setup, view);
      case CHANNEL_CLOSED ->
          inChannel(words, Words.key("notice.channel_closed", problem(detail)), setup);
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
          simple(words, message.notice(), setup);
    };
  }

  /** A notice that is one sentence, whatever the setup is like. */
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

  private static String accepted(Words words, Setup setup) {
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

  private static String refused(Words words, Setup setup, String detail) {
    String[] codes = detail.split("/", 2);
    String code = codes[codes.length - 1];
    AccountId account =
        setup
            .invitation()
            .map(Invitation::account)
            .or(() -> setup.account().map(TargetAccount::id))
            .orElseThrow();
    List<String> sentences = new ArrayList<>();
    sentences.add(RefusalWords.sentence(words, codes[0], code, account));
    setup
        .invitation()
        .flatMap(Invitation::retryAt)
        .map(at -> words.say("notice.refused.again", "date", words.date(at)))
        .ifPresent(sentences::add);
    awsSays(words, setup).ifPresent(sentences::add);
    String refused =
        words.say(
            "notice.refused", "why", String.join(" ", sentences), "code", Mrkdwn.escape(code));
    return ":warning: " + toWhoActs(words, setup, refused);
  }

  /**
   * Mentions the one who acts, and tells the engineer where that is the customer. While no one at
   * the customer is known, the engineer stands in for them.
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

  /** Of a code that we have no sentence for, AWS's own words tell most. */
  private static Optional<String> awsSays(Words words, Setup setup) {
    return setup
        .invitation()
        .flatMap(Invitation::refusal)
        .filter(refusal -> !RefusalWords.isKnown(words, refusal))
        .map(refusal -> RefusalWords.forEverybody(refusal.message()))
        .map(message -> words.say("notice.refused.aws_says", "message", message));
  }

  private static String refusedForEngineers(Words words, Setup setup) {
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

  private static ChannelProblem problem(String key) {
    return ChannelProblem.valueOf(key.toUpperCase(Locale.ROOT));
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

  private static String engineer(Setup setup) {
    return Mrkdwn.mention(setup.startedBy());
  }

  private static String customer(Setup setup) {
    return Mrkdwn.mention(setup.personFor(Actor.CUSTOMER));
  }

  private static String channel(Setup setup) {
    return "<#" + setup.channel() + ">";
  }

  private static String account(Setup setup) {
    return setup
        .account()
        .map(TargetAccount::id)
        .or(() -> setup.invitation().map(Invitation::account))
        .map(AccountId::value)
        .orElse("–");
  }
}
