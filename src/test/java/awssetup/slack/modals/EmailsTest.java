package awssetup.slack.modals;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Language;
import awssetup.slack.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which root addresses AWS accepts, and what counts as an address at all. */
class EmailsTest {
  private static final Words WORDS = new Words(Language.EN, "SoftwareOne");
  private static final String DOMAIN = "@acme.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.de",
        "aws-root@acme.example",
        "aws+root@acme.example",
        "AWS@ACME.EXAMPLE",
        "a..b.@acme.example",
        "1!#$*+-./=?^_`{}~@acme.example",
        "aws@xn--mller-kva.example",
        "aws@a-b.c0.example"
      })
  void aws_takes_as_root(String email) {
    assertThat(Emails.whyNotRoot(WORDS, email)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.c",
        "aws",
        "aws@acme",
        "@acme.example",
        "aws@",
        "aws@root@acme.example",
        ".aws@acme.example",
        "aws root@acme.example",
        "aws@-acme.example",
        "aws@acme-.example",
        "aws@.acme.example",
        "aws@acme..example",
        "aws@acme.example.",
        "aws@acme_robotics.example",
        "aws@10.0.0.1",
        "müller@acme.example",
        "ａｗｓ@acme.example",
        "aws@acme.example, it@acme.example",
        "<aws@acme.example>",
        "mailto:aws@acme.example",
        "aws\u200b@acme.example"
      })
  void aws_does_not_take_as_root(String email) {
    assertThat(Emails.whyNotRoot(WORDS, email)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"", "'", "(", ")", "<", ">", "[", "]", ":", ";", ",", "\\", "|", "%", "&", " "})
  void a_root_address_has_none_of_these_signs(String sign) {
    assertThat(Emails.whyNotRoot(WORDS, "aws" + sign + "root" + DOMAIN)).isPresent();
  }

  @Test
  void a_root_address_has_at_most_64_characters() {
    assertThat(Emails.whyNotRoot(WORDS, "a".repeat(64 - DOMAIN.length()) + DOMAIN)).isEmpty();
    assertThat(Emails.whyNotRoot(WORDS, "a".repeat(65 - DOMAIN.length()) + DOMAIN))
        .hasValueSatisfying(why -> assertThat(why).contains("at most 64", "has 65"));
    assertThat(Emails.whyNotRoot(WORDS, "a".repeat(300) + DOMAIN))
        .hasValueSatisfying(why -> assertThat(why).contains("has 313"));
  }

  @Test
  void the_error_for_an_international_domain_shows_its_plain_form() {
    assertThat(Emails.whyNotRoot(WORDS, "aws@müller.example"))
        .hasValueSatisfying(why -> assertThat(why).contains("xn--mller-kva.example"));
    assertThat(Emails.whyNotRoot(WORDS, "aws@mü ller.example"))
        .hasValueSatisfying(why -> assertThat(why).contains("xn--"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "carla@acme.example",
        "carla+aws@acme.example",
        "o'hara@acme.example",
        "jürgen@müller.example",
        "李@例子.公司",
        "a@b.de"
      })
  void is_plausible(String email) {
    assertThat(Emails.isPlausible(email)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "carla",
        "carla@acme",
        "carla@acme.1",
        ".carla@acme.example",
        "carla.@acme.example",
        "car..la@acme.example",
        "carla@-acme.example",
        "carla@acme..example",
        "car la@acme.example",
        "car\u00a0la@acme.example",
        "car\u202ela@acme.example",
        "<!channel>@acme.example",
        "carla@acme.example\nbcc@evil.example"
      })
  void is_not_plausible(String email) {
    assertThat(Emails.isPlausible(email)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"254, true", "255, false", "5000, false"})
  void an_address_has_at_most_254_characters(int length, boolean plausible) {
    String domain = ("d".repeat(60) + ".").repeat(200);
    String email = "carla@" + domain.substring(0, length - 14) + ".example";
    assertThat(email).hasSize(length);
    assertThat(Emails.isPlausible(email.replace("..", "x."))).isEqualTo(plausible);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "carla@acme.example",
        " carla@acme.example ",
        "\u00A0carla@acme.example\u00A0",
        "\u3000carla@acme.example\u2009",
        "carla@acme.example.",
        "carla@acme.example,",
        "carla@acme.example;",
        "<carla@acme.example>",
        "<carla@acme.example>;",
        "Carla Customer <carla@acme.example>",
        "\"Customer, Carla\" <carla@acme.example>",
        "Carla\u00A0<\u00A0carla@acme.example\u00A0>",
        "carla@acme.example <carla@acme.example>",
        "mailto:carla@acme.example",
        "MAILTO:carla@acme.example?subject=AWS",
        "<mailto:carla@acme.example>",
        "<mailto:carla@acme.example|carla@acme.example>",
        "<mailto:carla@acme.example|Carla>",
        "Carla <mailto:carla@acme.example|carla@acme.example>."
      })
  void an_address_is_read_as_slack_and_mail_programs_copy_it(String typed) {
    assertThat(Emails.read(typed)).isEqualTo("carla@acme.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Carla Customer",
        "Carla <customer>",
        "carla@acme.example, colin@acme.example",
        "Carla <carla@acme.example>, Colin <colin@acme.example>",
        "colin@acme.example <carla@acme.example>",
        "carla@acme.example>",
        "<!channel>@acme.example",
        "<https://evil.example|carla@acme.example>",
        "write to carla@acme.example",
        "mailto:",
        "<>"
      })
  void what_is_not_clearly_one_address_is_refused(String typed) {
    assertThat(Emails.isPlausible(Emails.read(typed))).isFalse();
    assertThat(Emails.whyNotRoot(WORDS, Emails.read(typed))).isPresent();
  }

  /** By IDNA2003 these would be other domains than those that browsers and mail programs open. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "straße.example",
        "STRAẞE.example",
        "fuß-ball.müller.example",
        "βόλος.example",
        "نامه\u200Cای.example",
        "ශ්\u200Dරී.example",
        "Ⴀ.example"
      })
  void no_plain_form_is_recommended_where_it_may_be_the_domain_of_another(String domain) {
    assertThat(Emails.whyNotRoot(WORDS, "aws@" + domain))
        .hasValueSatisfying(
            why -> assertThat(why).endsWith("in its plain form, which begins with xn--."));
  }

  @ParameterizedTest
  @CsvSource({
    "Müller.example, xn--mller-kva.example",
    "bücher.müller.example, xn--bcher-kva.xn--mller-kva.example",
    "例子.公司, xn--fsqu00a.xn--55qx5d",
    "ａｃｍｅ.example, acme.example"
  })
  void the_plain_form_is_recommended_where_all_agree_on_it(String domain, String plain) {
    assertThat(Emails.whyNotRoot(WORDS, "aws@" + domain))
        .hasValueSatisfying(why -> assertThat(why).endsWith(": " + plain + "."));
  }
}
