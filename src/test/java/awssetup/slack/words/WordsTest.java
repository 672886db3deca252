package awssetup.slack.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.setup.Language;
import awssetup.slack.modals.Phones;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sentences are complete, match in every language, and are filled in as written. */
class WordsTest {
  private static final TreeMap<String, String> ENGLISH = sentences("");
  private static final Instant AT = Instant.parse("2026-12-01T09:05:00Z");

  static TreeMap<String, String> sentences(String suffix) {
    Properties read = new Properties();
    try (InputStream in = WordsTest.class.getResourceAsStream("words" + suffix + ".properties")) {
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    TreeMap<String, String> sentences = new TreeMap<>();
    read.forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
    return sentences;
  }

  private static TreeMap<String, String> sentences(Language language) {
    return language == Language.EN ? ENGLISH : sentences("_" + language.key());
  }

  private static List<String> all(String regex, String sentence) {
    return Pattern.compile(regex).matcher(sentence).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_sentence_is_there_in_every_language(Language language) {
    assertThat(sentences(language).keySet()).containsExactlyElementsOf(ENGLISH.keySet());
    assertThat(sentences(language).values()).allSatisfy(s -> assertThat(s).isNotBlank());
  }

  /** With the same order, two languages can be compared line by line. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void the_sentences_have_the_same_order_in_every_language(Language language) {
    assertThat(keysAsWritten(language)).containsExactlyElementsOf(keysAsWritten(Language.EN));
  }

  private static List<String> keysAsWritten(Language language) {
    String file = language == Language.EN ? "words" : "words_" + language.key();
    try (InputStream in = WordsTest.class.getResourceAsStream(file + ".properties")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.matches("[a-zA-Z_.0-9]+ = .*"))
          .map(line -> line.split(" = ", 2)[0])
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_translation_has_the_same_placeholders_signs_links_and_commands(Language language) {
    sentences(language)
        .forEach(
            (key, sentence) -> {
              String english = ENGLISH.get(key);
              for (String part :
                  List.of("\\{\\w+}", ":[a-z_]+:", "https?://[^\\s.),]+", "`[^`]*`", "[*\n]")) {
                assertThat(all(part, sentence))
                    .as(key + " " + part)
                    .hasSameElementsAs(all(part, english));
              }
              assertThat(all("[*]", sentence)).as(key).hasSameSizeAs(all("[*]", english));
            });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_button_is_called_by_its_name(Language language) {
    TreeMap<String, String> here = sentences(language);
    ENGLISH.keySet().stream()
        .filter(key -> key.startsWith("button."))
        .forEach(
            button ->
                ENGLISH.forEach(
                    (key, sentence) -> {
                      if (sentence.contains("_" + ENGLISH.get(button) + "_")) {
                        assertThat(here.get(key)).as(key).contains("_" + here.get(button) + "_");
                      }
                    }));
  }

  /** A doubled apostrophe is a habit from MessageFormat, and would be read as two. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void a_sentence_is_written_as_it_is_read(Language language) {
    sentences(language)
        .forEach(
            (key, sentence) ->
                assertThat(sentence.replace("{links}", "").replace(":  ", ": "))
                    .as(key)
                    .doesNotContain("''", "{0}", "\\'", "  {")
                    .doesNotMatch("(?s).*\\{[^}]*[^a-z_}][^}]*}.*"));
  }

  @Test
  void a_single_apostrophe_is_a_letter_like_any_other() {
    assertThat(new Words(Language.EN, "Jack's").plain("field.account.partners"))
        .startsWith("This is Jack's's own account. Please enter the ID of the customer's");
  }

  @Test
  void the_partner_is_always_known_and_escaped_where_slack_reads_marks() {
    Words words = new Words(Language.EN, "A & B <C>");
    assertThat(words.say("submit.engineers_only"))
        .isEqualTo("Only engineers of A &amp; B &lt;C&gt; can do this.");
    assertThat(words.plain("submit.engineers_only"))
        .isEqualTo("Only engineers of A & B <C> can do this.");
  }

  @Test
  void what_is_filled_in_is_taken_as_it_is() {
    Words words = new Words(Language.EN, "SoftwareOne");
    assertThat(words.say("card.order", "order", "$1 {partner} {order} \\"))
        .isEqualTo("order $1 {partner} {order} \\");
  }

  @Test
  void a_missing_value_or_sentence_is_an_error() {
    Words words = new Words(Language.EN, "SoftwareOne");
    assertThatThrownBy(() -> words.say("card.order"))
        .hasMessage("card.order lacks a value for order");
    assertThatThrownBy(() -> words.say("card.nonsense"))
        .isInstanceOf(MissingResourceException.class);
  }

  @Test
  void the_machines_own_language_does_not_matter() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      ResourceBundle.clearCache();
      assertThat(new Words(Language.EN, "SoftwareOne").say("card.cancelled"))
          .isEqualTo("Cancelled");
      assertThat(new Words(Language.EN, "SoftwareOne").firstOf(YearMonth.of(2027, 1)))
          .isEqualTo("1 January 2027");
    } finally {
      Locale.setDefault(usual);
      ResourceBundle.clearCache();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 1 January 2027, <!date^1796115900^{date_short_pretty} at {time}|1 Dec 2026 09:05 UTC>",
    "DE, 1. Januar 2027, <!date^1796115900^{date_short_pretty} um {time}|1. Dez. 2026 09:05 UTC>",
    "ES, 1 de enero de 2027,"
        + " <!date^1796115900^{date_short_pretty} a las {time}|1 dic 2026 09:05 UTC>"
  })
  void dates_are_written_as_the_language_writes_them(Language language, String day, String date) {
    Words words = new Words(language, "SoftwareOne");
    assertThat(words.firstOf(YearMonth.of(2027, 1))).isEqualTo(day);
    assertThat(words.date(AT)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "EN, PT50H, 2 days",
    "EN, PT47H, 47 hours",
    "EN, PT119M, 119 minutes",
    "EN, PT1M, 1 minute",
    "EN, -PT1H, 0 minutes",
    "DE, PT50H, 2 Tage",
    "DE, PT2H, 2 Stunden",
    "ES, PT72H, 3 días",
    "ES, PT1M, 1 minuto"
  })
  void spans_are_given_in_the_largest_unit_that_says_enough(
      Language language, Duration time, String span) {
    assertThat(new Words(language, "SoftwareOne").span(time)).isEqualTo(span);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void an_example_of_a_phone_number_is_one_that_is_taken(Language language) {
    String example = sentences(language).get("modal.details.phone.example");
    assertThat(Phones.read(example)).contains(example);
    assertThat(sentences(language).get("modal.details.phone.odd"))
        .contains(sentences(language).get("modal.details.phone.example"));
  }
}
