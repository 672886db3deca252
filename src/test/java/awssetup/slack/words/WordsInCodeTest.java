package awssetup.slack.words;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.AuditEvent;
import awssetup.setup.CardAction;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Language;
import awssetup.setup.NotPossible;
import awssetup.setup.Notice;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.StepKey;
import awssetup.setup.SupportPlan;
import awssetup.setup.TransferStatus;
import awssetup.setup.TypedAccountId;
import awssetup.setup.Urgency;
import awssetup.slack.handlers.Action;
import awssetup.slack.messages.RowAction;
import awssetup.slack.modals.CorporateAlias;
import awssetup.slack.words.CodeTexts.Call;
import awssetup.slack.words.CodeTexts.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bundle and the code of the slack room, held to each other by the compiler's own parser. */
class WordsInCodeTest {
  private static final Pattern KEY = Pattern.compile("[a-z_]+(\\.[a-z_]+)+");

  /** Keys that are chosen by a value: the group, and the values that have a sentence in it. */
  private static final Map<String, Collection<? extends Enum<?>>> GROUPS =
      Map.ofEntries(
          Map.entry("language", all(Language.class)),
          Map.entry("option", all(Option.class)),
          Map.entry("modal.start.option_why", all(Option.class)),
          Map.entry("why_not", all(NotPossible.Why.class)),
          Map.entry("field.account", all(TypedAccountId.Problem.class)),
          Map.entry("field.root_email.doubt", all(CorporateAlias.Doubt.class)),
          Map.entry("field.root_email.is_it", all(CorporateAlias.Doubt.class)),
          Map.entry("history.event", all(AuditEvent.Kind.class)),
          Map.entry("history.by", doneByPeople()),
          Map.entry("step.name", all(StepKey.class)),
          Map.entry("step.done", all(StepKey.class)),
          Map.entry(
              "step.over",
              Arrays.stream(TransferStatus.values()).filter(TransferStatus::isOver).toList()),
          Map.entry("modal.details.plan_name", all(SupportPlan.class)),
          Map.entry("modal.details.plan_why", all(SupportPlan.class)),
          Map.entry("modal.review.plan", all(SupportPlan.class)),
          Map.entry("press", changes()),
          Map.entry("button", EnumSet.complementOf(EnumSet.of(CardAction.SWITCH_OPTION))),
          Map.entry("button.switch", all(Option.class)),
          Map.entry("button.switch_title", all(Option.class)),
          Map.entry("button.switch_text", all(Option.class)),
          Map.entry("button.switch_yes", all(Option.class)),
          Map.entry("preparation.name", all(PreparationItem.class)),
          Map.entry("preparation.label", all(PreparationItem.class)),
          Map.entry("preparation.why", all(PreparationItem.class)),
          Map.entry("notice", simpleNotices()),
          Map.entry("notice.channel_closed", all(ChannelProblem.class)),
          Map.entry("home.heading", all(Urgency.class)),
          Map.entry("home.count", all(Urgency.class)),
          Map.entry("home.state", all(Urgency.class)),
          Map.entry("home.row", all(RowAction.class)));

  /** Refusals are found by AWS's codes; RefusalSentencesTest knows those. */
  private static final String BY_CODE = "refusal.";

  /** Our own name as people type it, and words of protocols and of the log. */
  private static final Set<String> NO_SENTENCES =
      Set.of("@AWS Setup Bot", "GET, HEAD", "Allow", "(odd name)");

  /** Texts of these are for operators: why a request was refused, what the doctor saw. */
  private static final Set<String> FOR_OPERATORS =
      Set.of("RequestVerification.java", "SlackChecks.java", "SocketMode.java");

  private static final TreeMap<String, String> SENTENCES = WordsTest.sentences("");

  private static final CodeTexts CODE = CodeTexts.of(Path.of("src/main/java/awssetup/slack"));
  private static final List<Text> TEXTS = CODE.texts();
  private static final List<Call> CALLS = CODE.calls();

  private static <E extends Enum<E>> Set<E> all(Class<E> vocabulary) {
    return EnumSet.allOf(vocabulary);
  }

  /** The rest is what AWS or the bot did. */
  private static Set<AuditEvent.Kind> doneByPeople() {
    return EnumSet.of(
        AuditEvent.Kind.STARTED,
        AuditEvent.Kind.OPTION_SWITCHED,
        AuditEvent.Kind.DETAILS_SUBMITTED,
        AuditEvent.Kind.DETAILS_CORRECTED,
        AuditEvent.Kind.ACCOUNT_REPORTED,
        AuditEvent.Kind.PREPARATION_TICKED,
        AuditEvent.Kind.REVIEWED,
        AuditEvent.Kind.REVIEW_VOID,
        AuditEvent.Kind.RETRY_ASKED,
        AuditEvent.Kind.CHECK_ASKED,
        AuditEvent.Kind.REMINDED,
        AuditEvent.Kind.SNOOZED,
        AuditEvent.Kind.CANCELLED,
        AuditEvent.Kind.FORGOTTEN);
  }

  /** The buttons that have an intent in the table. */
  private static List<Action> changes() {
    return Arrays.stream(Action.values()).filter(a -> a.intent().isPresent()).toList();
  }

  /** The others have several sentences each; TranslatedMessagesTest has all of them said. */
  private static List<Notice> simpleNotices() {
    Set<String> sentences = WordsTest.sentences("").keySet();
    return Arrays.stream(Notice.values())
        .filter(notice -> sentences.contains(Words.key("notice", notice)))
        .toList();
  }

  private static Set<String> groupKeys() {
    return GROUPS.entrySet().stream()
        .flatMap(group -> group.getValue().stream().map(one -> Words.key(group.getKey(), one)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_key_that_the_code_names_is_in_the_bundle() {
    Set<String> firsts =
        SENTENCES.keySet().stream()
            .map(key -> key.split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(TEXTS)
        .filteredOn(text -> KEY.matcher(text.value()).matches())
        .filteredOn(text -> firsts.contains(text.value().split("\\.")[0]))
        .filteredOn(text -> !GROUPS.containsKey(text.value()))
        .allSatisfy(text -> assertThat(SENTENCES).as(text.file()).containsKey(text.value()));
    assertThat(CALLS)
        .filteredOn(call -> !call.method().equals("key") && !call.key().equals(BY_CODE))
        .filteredOn(
            call -> !call.file().equals("Blocks.java") && !call.file().equals("Mrkdwn.java"))
        .extracting(Call::key)
        .allSatisfy(key -> assertThat(SENTENCES).containsKey(key));
  }

  @Test
  void every_group_that_the_code_names_has_a_sentence_for_each_value() {
    assertThat(CALLS)
        .filteredOn(call -> call.method().equals("key"))
        .extracting(Call::key)
        .hasSameElementsAs(GROUPS.keySet());
    assertThat(SENTENCES.keySet()).containsAll(groupKeys());
  }

  @Test
  void no_sentence_is_unused() {
    Set<String> named = TEXTS.stream().map(Text::value).collect(Collectors.toSet());
    Set<String> chosen = groupKeys();
    assertThat(SENTENCES.keySet())
        .allSatisfy(
            key ->
                assertThat(named.contains(key) || chosen.contains(key) || key.startsWith(BY_CODE))
                    .as(key)
                    .isTrue());
  }

  @Test
  void a_sentence_gets_a_value_for_each_of_its_placeholders_and_no_other() {
    assertThat(CALLS)
        .filteredOn(call -> !call.method().equals("key") && SENTENCES.containsKey(call.key()))
        .allSatisfy(
            call ->
                assertThat(call.names())
                    .as(call.file() + " " + call.key())
                    .containsExactlyElementsOf(placeholders(SENTENCES.get(call.key()))));
  }

  private static Set<String> placeholders(String sentence) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(sentence)
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(name -> !name.equals("partner"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isRead(Text text) {
    return !NO_SENTENCES.contains(text.value()) && !FOR_OPERATORS.contains(text.file());
  }

  /** Two words in a row make a sentence that people may read. */
  @Test
  void no_sentence_is_written_in_the_code() {
    Pattern words = Pattern.compile("(?s).*\\p{L}{2,}[,.:;]? +\\p{L}{2,}.*");
    assertThat(TEXTS)
        .filteredOn(text -> words.matcher(text.value()).matches())
        .filteredOn(WordsInCodeTest::isRead)
        .as("what people read belongs into words.properties, in all three languages")
        .isEmpty();
  }

  @Test
  void no_single_word_that_people_see_is_written_in_the_code() {
    Pattern capital = Pattern.compile("\\p{Lu}\\p{Ll}+[.!?:…]?");
    assertThat(TEXTS)
        .filteredOn(text -> capital.matcher(text.value()).matches())
        .filteredOn(WordsInCodeTest::isRead)
        .isEmpty();
  }
}
