package awssetup.slack.modals;

import awssetup.setup.AccountId;
import awssetup.setup.Contact;
import awssetup.setup.Deadlines;
import awssetup.setup.Details;
import awssetup.setup.NotPossible;
import awssetup.setup.ReviewInvitation;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.UserId;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.RefusalWords;
import awssetup.slack.words.Words;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.gcardone.junidecode.Junidecode;

/**
 * An engineer looks at the account ID once more and sends the invitation. The account ID that was
 * shown comes back in the {@code block_id} of the section that showed it, so that a review counts
 * for what the reviewer saw and nothing else.
 */
public final class ReviewInvitationModal {
  private static final String SHOWN = "reviewed:";
  private static final int SOURCE_NAME_MOST = 128;
  private static final int NOTES_MOST = 1024;

  /** Further ahead than any month that is ever offered. */
  private static final int MONTHS_AHEAD = 4;

  /**
   * https://docs.aws.amazon.com/organizations/latest/APIReference/API_InviteOrganizationToTransferResponsibility.html
   */
  private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]+");

  /** The Arabic, Armenian and Greek ones; full-width forms become plain before. */
  private static final Set<Integer> QUESTION_MARKS = Set.of(0x61F, 0x55E, 0x37E);

  private ReviewInvitationModal() {}

  /** Draws the modal for a setup whose account and details are known. */
  public static View view(Words words, Setup setup, int minDaysToAccept, Instant now) {
    AccountId account = setup.account().orElseThrow().id();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(SHOWN + account, shown(words, setup, account)));
    setup
        .invitation()
        .flatMap(i -> i.refusal().map(no -> RefusalWords.forEngineers(words, no, i.account())))
        .ifPresent(
            why -> blocks.add(Blocks.section(words.say("modal.review.refused", "why", why))));
    blocks.add(
        Blocks.input(
            Ids.START_MONTH,
            words.plain("modal.review.month"),
            words.plain("modal.review.month.why"),
            false,
            months(words, minDaysToAccept, now)));
    blocks.add(
        Blocks.input(
            Ids.SOURCE_NAME,
            words.plain("modal.review.name"),
            words.plain("modal.review.name.why"),
            false,
            DetailsFields.text(
                Ids.SOURCE_NAME,
                Optional.of(sourceName(words, setup)),
                words.plain("modal.review.name.example"),
                SOURCE_NAME_MOST)));
    blocks.add(notes(words, setup));
    return Blocks.modal(
        words,
        Ids.REVIEW_INVITATION,
        setup.id().value(),
        words.plain("modal.review.title"),
        words.plain("modal.review.submit"),
        blocks);
  }

  private static InputBlock notes(Words words, Setup setup) {
    return Blocks.input(
        Ids.NOTES,
        words.plain("modal.review.notes"),
        words.plain("modal.review.notes.why"),
        true,
        PlainTextInputElement.builder()
            .actionId(Ids.NOTES)
            .multiline(true)
            .maxLength(NOTES_MOST)
            .initialValue(setup.invitation().flatMap(i -> i.review().notes()).orElse(null))
            .build());
  }

  private static String shown(Words words, Setup setup, AccountId account) {
    Details details = setup.details().orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(words.say("modal.review.customer", "name", Mrkdwn.typed(setup.customerName())));
    lines.add(words.say("modal.review.account", "account", account.grouped()));
    details
        .accountName()
        .ifPresent(
            name -> lines.add(words.say("modal.review.account_name", "name", Mrkdwn.typed(name))));
    details
        .rootEmail()
        .map(Mrkdwn::typed)
        .map(
            email ->
                details.aliasDoubted()
                    ? words.say("modal.review.root_email.doubted", "email", email)
                    : words.say("modal.review.root_email", "email", email))
        .ifPresent(lines::add);
    lines.add(words.say("modal.review.contact", "contact", contact(details.contact())));
    lines.add(words.say(Words.key("modal.review.plan", details.supportPlan())));
    lines.add(
        words.say(
            "modal.review.entered",
            "person",
            Mrkdwn.mention(details.by()),
            "date",
            words.date(details.at())));
    return String.join("\n", lines);
  }

  private static String contact(Contact contact) {
    return Mrkdwn.typed(contact.name())
        + ", "
        + Mrkdwn.typed(contact.email())
        + contact.phone().map(phone -> ", " + Mrkdwn.typed(phone)).orElse("");
  }

  private static StaticSelectElement months(Words words, int minDaysToAccept, Instant now) {
    List<OptionObject> options =
        Deadlines.startMonths(now, minDaysToAccept).stream()
            .map(
                month -> Blocks.option(month.toString(), label(words, month, minDaysToAccept, now)))
            .toList();
    StaticSelectElement select =
        Blocks.select(Ids.START_MONTH, words.plain("modal.review.month.choose"), options);
    select.setInitialOption(options.get(0));
    return select;
  }

  private static String label(Words words, YearMonth month, int minDays, Instant now) {
    Duration left = Duration.between(now, Deadlines.of(month));
    String day = words.firstOf(month);
    return left.compareTo(Duration.ofDays(minDays)) < 0
        ? words.plain("modal.review.month.close", "day", day, "time", words.span(left))
        : day;
  }

  /**
   * The customer's name in printable ASCII with the setup's id, so that the transfer can be found
   * again.
   */
  static String sourceName(Words words, Setup setup) {
    String id = " - " + setup.id();
    String name = plainLetters(Mrkdwn.plain(setup.customerName(), 100));
    int most = SOURCE_NAME_MOST - id.length();
    String fitting = name.length() > most ? name.substring(0, most).strip() : name;
    return (fitting.isEmpty() ? words.plain("modal.review.name.customer") : fitting) + id;
  }

  /**
   * Without what has no letters to stand for it, such as emoji, and without a sign in its place.
   */
  private static String plainLetters(String name) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .mapToObj(ReviewInvitationModal::plainLetters)
        .forEach(plain::append);
    return plain
        .toString()
        .replaceAll("[^ -~]|[<>]", "")
        .replaceAll("\\(\\s*\\)|\\[\\s*]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String plainLetters(int character) {
    if (character < 0x80) {
      return Character.toString(character);
    }
    if (character > 0xFFFF || isPicture(character)) {
      return ""; // the tables end at U+FFFF, and know signs that look alike for some pictures
    }
    String letters = Junidecode.unidecode(Character.toString(character));
    boolean isPlaceholder = letters.contains("?") && !QUESTION_MARKS.contains(character);
    return isPlaceholder ? "" : letters;
  }

  private static boolean isPicture(int character) {
    return switch (Character.getType(character)) {
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL -> true;
      default -> false;
    };
  }

  /** The account ID that the submitted view showed; empty if the view does not tell. */
  public static Optional<AccountId> shownIn(View view) {
    return Optional.ofNullable(view.getBlocks()).stream()
        .flatMap(List::stream)
        .map(LayoutBlock::getBlockId)
        .filter(id -> id != null && id.startsWith(SHOWN))
        .map(id -> AccountId.parse(id.substring(SHOWN.length())))
        .findFirst()
        .flatMap(id -> id);
  }

  public static ReviewInvitation read(
      Form form, AccountId shown, UserId by, Reviewers reviewers, Instant now) {
    Words words = form.words();
    YearMonth thisMonth = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    Optional<YearMonth> month =
        form.choice(Ids.START_MONTH)
            .flatMap(ReviewInvitationModal::month)
            .filter(chosen -> !chosen.isAfter(thisMonth.plusMonths(MONTHS_AHEAD)));
    if (month.isEmpty()) {
      form.error(Ids.START_MONTH, words.plain("modal.review.month.missing"));
    } else if (!now.isBefore(Deadlines.of(month.get()))) {
      form.error(Ids.START_MONTH, ErrorWords.words(words, NotPossible.Why.MONTH_TOO_SOON));
    }
    String name =
        form.required(Ids.SOURCE_NAME, SOURCE_NAME_MOST, words.plain("modal.review.name.missing"));
    if (!name.isEmpty() && !PRINTABLE_ASCII.matcher(name).matches()) {
      form.error(Ids.SOURCE_NAME, words.plain("modal.review.name.odd"));
    }
    Optional<String> notes = form.optional(Ids.NOTES, NOTES_MOST);
    return new ReviewInvitation(by, shown, month.orElse(thisMonth), name, notes, reviewers);
  }

  private static Optional<YearMonth> month(String value) {
    try {
      return Optional.of(YearMonth.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
