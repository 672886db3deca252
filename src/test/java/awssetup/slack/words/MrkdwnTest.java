package awssetup.slack.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a typed name is kept and shown. */
class MrkdwnTest {

  static Stream<Arguments> names() {
    return Stream.of(
            "Ächme & Söhne",
            "A\u0308chme e\u0301t Zoe\u0308",
            "خانه\u200Cهای ما",
            "كَ\u200Dب",
            "ශ්\u200Dරී ලංකා",
            "क्\u200Dष क्\u200Cष",
            "അവന്\u200D എന്",
            "葛\uDB40\uDD00城",
            "👩\u200D👧 👩🏽\u200D🚀 🏳\uFE0F\u200D🌈 🐈\u200D⬛ ❤\uFE0F\u200D🔥",
            "🙂\u200D↔\uFE0F 🧑\u200D⚕\uFE0F",
            flag("gbsct") + " " + flag("gbwls") + " 🇩🇪 1\uFE0F\u20E3")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_keeps_what_its_script_or_its_emoji_need(String name) {
    assertThat(Invisible.removed(name)).isEqualTo(name);
    assertThat(Mrkdwn.plain(name, 100)).isEqualTo(name);
    assertThat(Mrkdwn.typed(name)).isEqualTo(Mrkdwn.escape(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Ac\u200Bme\uFEFF, Acme",
    "Ac\u200Dme, Acme",
    "Ac\u200Cme, Acme",
    "e\u0301\u200De, e\u0301e",
    "Аc\u200Dме, Аcме",
    "株\u200D式, 株式",
    "\u202EemcA\u202C, emcA",
    "\u2066Acme\u2069\u200E\u200F\u061C, Acme",
    "So\u00ADft\u2060ware\u180E, Software",
    "🚀\u200D, 🚀",
    "\u200D🚀, 🚀",
    "خ\u200C, خ"
  })
  void what_only_hides_goes(String typed, String kept) {
    assertThat(Invisible.removed(typed)).isEqualTo(kept);
  }

  @Test
  void letters_of_flags_go_where_there_is_no_flag() {
    String tags = flag("gbsct").substring(2);
    assertThat(Invisible.removed("Acme" + tags)).isEqualTo("Acme");
    assertThat(Invisible.removed("🚀" + tags)).isEqualTo("🚀");
    assertThat(Invisible.removed("🏴" + tags.substring(0, tags.length() - 2))).isEqualTo("🏴");
    assertThat(Invisible.removed(flag("thisisasecretmessage"))).isEqualTo("🏴");
  }

  @Test
  void a_long_name_is_not_cut_within_a_letter_or_an_emoji() {
    assertThat(Mrkdwn.plain("ab👩\u200D👧\u200D👦cd", 6)).isEqualTo("ab…");
    assertThat(Mrkdwn.plain("abcde\u0308\u0301fgh", 7)).isEqualTo("abcd…");
    assertThat(Mrkdwn.plain("abc" + flag("gbsct") + "de", 8)).isEqualTo("abc…");
    assertThat(Mrkdwn.plain("a" + "\u0301".repeat(200), 100)).hasSize(100);
  }

  /** A flag of a part of a country, spelled by invisible letters. */
  private static String flag(String region) {
    StringBuilder flag = new StringBuilder("🏴");
    region.chars().forEach(letter -> flag.appendCodePoint(0xE0000 + letter));
    return flag.appendCodePoint(0xE007F).toString();
  }
}
