package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.Deadlines;
import awssetup.setup.Details;
import awssetup.setup.Intent;
import awssetup.setup.Setup;
import awssetup.setup.SupportPlan;
import awssetup.setup.UserId;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.gcardone.junidecode.Junidecode;

/**
 * An engineer looks at the account ID once more and sends the invitation. The account ID that was
 * shown comes back in the {@code block_id} of the section that showed it, so that a review counts
 * for what the reviewer saw and nothing else.
 */
final class ReviewInvitationModal {
  private static final String SHOWN = "reviewed:";
  private static final int SOURCE_NAME_MOST = 128;
  private static final int NOTES_MOST = 1024;

  /** Further ahead than any month that is ever offered. */
  private static final int MONTHS_AHEAD = 4;

  /**
   * https://docs.aws.amazon.com/organizations/latest/APIReference/API_InviteOrganizationToTransferResponsibility.html
   */
  private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]+");

  private ReviewInvitationModal() {}

  /** The account of this setup must be known. */
  static View view(Setup setup, int minDaysToAccept, Refusals refusals, Instant now) {
    AccountId account = setup.account().orElseThrow().id();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(SHOWN + account, shown(setup, account)));
    setup
        .invitation()
        .flatMap(i -> i.refusal().map(refusal -> refusals.forEngineers(refusal, i.account())))
        .ifPresent(
            why -> blocks.add(Kit.section(":warning: *AWS refused the last invitation.* " + why)));
    blocks.add(
        Kit.input(
            Ids.START_MONTH,
            "The transfer starts",
            "On the first of the month, 00:00 UTC. It must be approved at least 24 hours before.",
            false,
            months(minDaysToAccept, now)));
    blocks.add(
        Kit.input(
            Ids.SOURCE_NAME,
            "Name of the transfer at AWS",
            "Plain letters, digits and signs. Keep the setup's id in it: it helps to find the transfer.",
            false,
            DetailsFields.text(
                Ids.SOURCE_NAME,
                Optional.of(sourceName(setup)),
                "Customer and id",
                SOURCE_NAME_MOST)));
    blocks.add(
        Kit.input(
            Ids.NOTES,
            "Notes for the customer",
            "Shown with the invitation in AWS.",
            true,
            PlainTextInputElement.builder()
                .actionId(Ids.NOTES)
                .multiline(true)
                .maxLength(NOTES_MOST)
                .initialValue(setup.invitation().flatMap(i -> i.review().notes()).orElse(null))
                .build()));
    return Kit.modal(
        Ids.REVIEW_INVITATION, setup.id().value(), "Review and send", "Send invitation", blocks);
  }

  private static String shown(Setup setup, AccountId account) {
    Details details = setup.details().orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add("Customer: *" + Text.typed(setup.customerName()) + "*");
    lines.add("Account to invite: *`" + account + "`*");
    details.accountName().ifPresent(name -> lines.add("Account name: " + Text.typed(name)));
    details
        .rootEmail()
        .ifPresent(
            email ->
                lines.add(
                    "Root e-mail: "
                        + Text.typed(email)
                        + (details.aliasDoubted()
                            ? "  :warning: seems to be no corporate alias"
                            : "")));
    lines.add(
        "Contact: "
            + Text.typed(details.contact().name())
            + ", "
            + Text.typed(details.contact().email())
            + details.contact().phone().map(phone -> ", " + Text.typed(phone)).orElse(""));
    lines.add(
        "Support: "
            + (details.supportPlan() == SupportPlan.PARTNER_LED
                ? "partner-led"
                : "resold AWS support"));
    lines.add("Entered by " + Text.mention(details.by()) + " " + Text.date(details.at()));
    return String.join("\n", lines);
  }

  private static StaticSelectElement months(int minDaysToAccept, Instant now) {
    List<OptionObject> options =
        Deadlines.startMonths(now, minDaysToAccept).stream()
            .map(month -> Kit.option(month.toString(), label(month, minDaysToAccept, now)))
            .toList();
    StaticSelectElement select = Kit.select(Ids.START_MONTH, "Choose a month", options);
    select.setInitialOption(options.get(0));
    return select;
  }

  private static String label(YearMonth month, int minDays, Instant now) {
    Duration left = Duration.between(now, Deadlines.of(month));
    String words = "1 " + Months.inWords(month);
    return left.compareTo(Duration.ofDays(minDays)) < 0
        ? words + " (only " + Text.span(left) + " to approve)"
        : words;
  }

  /**
   * The customer's name in printable ASCII, with the setup's id, by which the transfer can be found
   * again.
   */
  static String sourceName(Setup setup) {
    String id = " - " + setup.id();
    String name =
        Junidecode.unidecode(Text.plain(setup.customerName(), 100))
            .replaceAll("[^ -~]", "")
            .replaceAll("[<>]", "")
            .replaceAll("\\s+", " ")
            .strip();
    int most = SOURCE_NAME_MOST - id.length();
    String fitting = name.length() > most ? name.substring(0, most).strip() : name;
    return (fitting.isEmpty() ? "Customer" : fitting) + id;
  }

  /** The account ID that the submitted view showed; empty if it cannot be told. */
  static Optional<AccountId> shownIn(View view) {
    return Optional.ofNullable(view.getBlocks()).stream()
        .flatMap(List::stream)
        .map(LayoutBlock::getBlockId)
        .filter(id -> id != null && id.startsWith(SHOWN))
        .map(id -> AccountId.parse(id.substring(SHOWN.length())))
        .findFirst()
        .flatMap(id -> id);
  }

  static Intent.ReviewInvitation read(Form form, AccountId shown, UserId by, Instant now) {
    YearMonth thisMonth = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    Optional<YearMonth> month =
        form.choice(Ids.START_MONTH)
            .flatMap(ReviewInvitationModal::month)
            .filter(chosen -> !chosen.isAfter(thisMonth.plusMonths(MONTHS_AHEAD)));
    if (month.isEmpty()) {
      form.error(Ids.START_MONTH, "Please choose when the transfer starts.");
    } else if (!now.isBefore(Deadlines.of(month.get()))) {
      form.error(
          Ids.START_MONTH,
          "A transfer must be approved 24 hours before its month begins, which is over. Please choose a"
              + " later month.");
    }
    String name =
        form.required(Ids.SOURCE_NAME, SOURCE_NAME_MOST, "Please enter a name for the transfer.");
    if (!name.isEmpty() && !PRINTABLE_ASCII.matcher(name).matches()) {
      form.error(
          Ids.SOURCE_NAME,
          "AWS takes plain letters, digits and signs here: no accents, no other scripts.");
    }
    Optional<String> notes = form.optional(Ids.NOTES, NOTES_MOST);
    return new Intent.ReviewInvitation(by, shown, month.orElse(thisMonth), name, notes);
  }

  private static Optional<YearMonth> month(String value) {
    try {
      return Optional.of(YearMonth.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
