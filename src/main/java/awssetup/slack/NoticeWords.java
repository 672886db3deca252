package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.Conversation.View;
import awssetup.setup.Details;
import awssetup.setup.Invitation;
import awssetup.setup.Mark;
import awssetup.setup.Message;
import awssetup.setup.MessageKind;
import awssetup.setup.Notice;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import awssetup.setup.TargetAccount;
import com.slack.api.model.block.LayoutBlock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the thread is told once when something happens: what it is, and who can do what now. */
final class NoticeWords {
  private static final Set<Notice> WITHOUT_BUTTONS =
      EnumSet.of(Notice.COMPLETED, Notice.CANCELLED, Notice.ACCEPTED_AFTER_CANCEL);

  private final CardButtons buttons;
  private final Refusals refusals;
  private final String partner;

  NoticeWords(CardButtons buttons, Refusals refusals, String partner) {
    this.buttons = buttons;
    this.refusals = refusals;
    this.partner = Text.escape(partner);
  }

  List<LayoutBlock> blocks(Mark mark, Message message, View view) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(mark.toString(), text(message, view)));
    if (mark.kind() == MessageKind.NOTICE && !WITHOUT_BUTTONS.contains(message.notice())) {
      blocks.addAll(buttons.forNotice(view));
    }
    return blocks;
  }

  String text(Message message, View view) {
    Setup setup = view.setup();
    String engineer = Text.mention(setup.startedBy());
    String customer = Text.mention(setup.personFor(Actor.CUSTOMER));
    String detail = message.detail().orElse("");
    return switch (message.notice()) {
      case DETAILS_RECEIVED -> detailsReceived(setup, engineer, customer);
      case DETAILS_CORRECTED ->
          "The setup details were corrected. " + engineer + " for your information.";
      case REVIEW_VOID ->
          engineer
              + " the account ID was changed after it had been reviewed, so that review counts no"
              + " more. Please review account `"
              + account(setup)
              + "` and send the invitation again.";
      case ACCOUNT_READY ->
          ":white_check_mark: Account `"
              + account(setup)
              + "` is ready. "
              + engineer
              + " please review it and send the billing transfer invitation.";
      case OPTION_SWITCHED ->
          "This setup goes on as *"
              + SetupCard.option(setup.option())
              + "*. "
              + customer
              + " please enter the details; the contact is kept.";
      case INVITATION_SENT ->
          ":incoming_envelope: "
              + customer
              + " the billing transfer invitation has been sent. "
              + approve(setup);
      case INVITATION_FOUND ->
          ":incoming_envelope: "
              + customer
              + " an open billing transfer invitation was there already and is used. "
              + approve(setup);
      case INVITATION_ACCEPTED -> accepted(setup, customer);
      case INVITATION_DECLINED ->
          ":warning: The billing transfer invitation was declined in AWS. " + sendAgain(engineer);
      case INVITATION_EXPIRED ->
          ":warning: The billing transfer invitation expired before it was approved. "
              + sendAgain(engineer);
      case INVITATION_CANCELED ->
          ":warning: The billing transfer invitation was cancelled in the AWS console. "
              + sendAgain(engineer);
      case INVITATION_WITHDRAWN ->
          ":warning: The approved billing transfer was withdrawn in AWS. "
              + engineer
              + " please clear up why; if it was a mistake, review and send a new invitation.";
      case INVITATION_OVERDUE ->
          ":warning: The billing transfer invitation expired: it was not approved in time. "
              + sendAgain(engineer);
      case INVITATION_STATUS_UNKNOWN ->
          ":warning: "
              + engineer
              + " AWS reports the transfer as `"
              + Text.typed(detail)
              + "`, a state that this app does not know. Please look at it in the AWS console.";
      case INVITATION_REFUSED ->
          message.mark().kind() == MessageKind.OPS
              ? refusedForEngineers(setup, engineer)
              : refused(setup, detail, engineer, customer);
      case START_MONTH_MOVED ->
          ":calendar: "
              + engineer
              + " AWS did not take the start month, so the invitation is sent for *1 "
              + Months.inWords(YearMonth.parse(detail))
              + "* instead.";
      case AWS_UNREACHABLE ->
          ":hourglass_flowing_sand: "
              + engineer
              + " AWS has not answered for a while. The invitation is tried again by itself; nobody"
              + " has to do anything.";
      case ACCEPTED_AFTER_CANCEL ->
          ":warning: "
              + engineer
              + " the invitation to account `"
              + Text.typed(detail)
              + "` was approved before it could be cancelled. Please withdraw that transfer in the AWS"
              + " console if it is not wanted.";
      case ROLE_DEPLOYED ->
          ":white_check_mark: The Essentials Bootstrap Role is deployed in account `"
              + account(setup)
              + "`.";
      case ROLE_LOST ->
          ":warning: "
              + customer
              + " the Essentials Bootstrap Role in account `"
              + account(setup)
              + "` is not visible any more. Please deploy it again.";
      case ROLE_UNSAFE ->
          ":rotating_light: "
              + engineer
              + " the bootstrap role in account `"
              + account(setup)
              + "` answers without the external ID. That is unsafe: have its trust policy mended, then"
              + " press _Check now_.";
      case COMPLETED -> completed(setup, customer, engineer);
      case CANCELLED ->
          ":no_entry_sign: The setup was cancelled"
              + setup.ending().flatMap(e -> e.by()).map(by -> " by " + Text.mention(by)).orElse("")
              + ". "
              + whatBecomesOfTheTransfer(setup, engineer);
      case UNANSWERED -> unanswered(setup, engineer, view);
    };
  }

  private static String whatBecomesOfTheTransfer(Setup setup, String engineer) {
    return setup.invitation().filter(Invitation::isAccepted).isPresent()
        ? "The billing transfer was approved before and goes on: "
            + engineer
            + " please withdraw it in the AWS console if it is not wanted."
        : "An invitation that was still open is cancelled at AWS too.";
  }

  private String detailsReceived(Setup setup, String engineer, String customer) {
    if (setup.option() == Option.TRANSFER_BILLING) {
      return ":white_check_mark: Thank you, the details are in. "
          + engineer
          + " please review account `"
          + account(setup)
          + "` and send the billing transfer invitation.";
    }
    return ":white_check_mark: Thank you, the details are in. "
        + customer
        + " these are your next steps. Press _My account is ready_ to report the account ID and to tick what"
        + " is done, all at once or bit by bit:\n1. "
        + Preparation.signUpLine()
        + steps()
        + setup
            .details()
            .filter(Details::aliasDoubted)
            .map(
                d ->
                    "\n:warning: "
                        + engineer
                        + " the root e-mail address seems to be no corporate alias; it was entered all the"
                        + " same.")
            .orElse("");
  }

  private static String steps() {
    List<PreparationItem> items = Arrays.asList(PreparationItem.values());
    return items.stream()
        .map(item -> "\n" + (items.indexOf(item) + 2) + ". " + Preparation.line(item))
        .collect(Collectors.joining());
  }

  private String approve(Setup setup) {
    return "An administrator of account `"
        + account(setup)
        + "` approves it: "
        + Text.link(CardButtons.APPROVE_URL, "open billing transfer in AWS")
        + ", _Outbound billing_, _View details_, _Accept_."
        + setup
            .invitation()
            .flatMap(Invitation::sent)
            .map(sent -> " It can be approved until " + Text.date(sent.deadline()) + ".")
            .orElse("")
        + " Download invoices and cost reports that you want to keep before you approve. The role can be deployed right away, too.";
  }

  private String accepted(Setup setup, String customer) {
    String start =
        setup
            .invitation()
            .map(i -> " AWS bills " + partner + " from 1 " + Months.inWords(i.startsIn()) + " on.")
            .orElse("");
    String next =
        setup.role().deployedAt().isPresent()
            ? ""
            : " " + customer + " what is left is to deploy the Essentials Bootstrap Role.";
    return ":white_check_mark: The billing transfer is approved." + start + next;
  }

  private static String sendAgain(String engineer) {
    return engineer + " can review the account and send a new invitation.";
  }

  private String refused(Setup setup, String detail, String engineer, String customer) {
    String[] codes = detail.split("/", 2);
    AccountId account =
        setup
            .invitation()
            .map(Invitation::account)
            .or(() -> setup.account().map(TargetAccount::id))
            .orElseThrow();
    String who =
        setup
            .invitation()
            .flatMap(Invitation::refusal)
            .map(
                refusal ->
                    switch (refusal.nextMove().actor()) {
                      case CUSTOMER -> customer + " " + engineer + " ";
                      case ENGINEER, NOBODY -> engineer + " ";
                    })
            .orElse("");
    String again =
        setup
            .invitation()
            .flatMap(Invitation::retryAt)
            .map(at -> " It is tried again by itself " + Text.date(at) + ".")
            .orElse("");
    return ":warning: "
        + who
        + "AWS refused the invitation. "
        + refusals.sentence(codes[0], codes[codes.length - 1], account)
        + again
        + unknownWords(setup)
        + " (`"
        + Text.escape(codes[codes.length - 1])
        + "`)";
  }

  /** Of a code that we have no sentence for, AWS's own words tell most. */
  private String unknownWords(Setup setup) {
    return setup
        .invitation()
        .flatMap(Invitation::refusal)
        .filter(refusal -> !refusals.isKnown(refusal))
        .map(refusal -> " AWS says: “" + refusals.forEverybody(refusal.message()) + "”")
        .orElse("");
  }

  private String refusedForEngineers(Setup setup, String engineer) {
    return ":warning: AWS refused the invitation of *"
        + Text.typed(setup.customerName())
        + "* in <#"
        + setup.channel()
        + ">. Owner: "
        + engineer
        + ".\n"
        + setup
            .invitation()
            .flatMap(i -> i.refusal().map(r -> refusals.forEngineers(r, i.account())))
            .orElse("It has been sent again since.");
  }

  private static String completed(Setup setup, String customer, String engineer) {
    return ":tada: "
        + customer
        + " "
        + engineer
        + " the setup of *"
        + Text.typed(setup.customerName())
        + "* is complete: the billing transfer is approved and the role is deployed. Nothing is left to do.";
  }

  private static String unanswered(Setup setup, String engineer, View view) {
    return ":rotating_light: Reminders for *"
        + Text.typed(setup.customerName())
        + "* in <#"
        + setup.channel()
        + "> go unanswered"
        + view.standing().turn().map(turn -> " since " + Text.date(turn.since())).orElse("")
        + ". Owner: "
        + engineer
        + ".";
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
