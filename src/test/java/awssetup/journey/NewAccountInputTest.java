package awssetup.journey;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.COLIN;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that AWS would refuse gets an error on its own field, and all other fields keep theirs. */
class NewAccountInputTest extends NewAccountJourney {
  private static final String DOMAIN = "@acme.example";

  @BeforeEach
  void openDetails() {
    start();
    world.press(CARLA, "enter_details");
  }

  @Test
  void each_bad_detail_gets_an_error_on_its_field() {
    Map<String, Map<Object, String>> table = new LinkedHashMap<>();
    table.put(
        "root_email",
        Map.of(
            "",
            "required field",
            "aws",
            "form name@company.com",
            "aws root@acme.example",
            "form name@company.com",
            "AWS <aws@acme.example>, IT <it@acme.example>",
            "form name@company.com",
            "a&b@acme.example",
            "none of",
            ".aws@acme.example",
            "no dot at the start",
            "aws@müller.example",
            "xn--mller-kva.example",
            "a".repeat(65 - DOMAIN.length()) + DOMAIN,
            "at most 64",
            "a".repeat(260) + DOMAIN,
            "at most 64"));
    table.put(
        "account_name",
        Map.of(
            "",
            "required field",
            "   ",
            "Please enter a name",
            "Ácme",
            "no accents",
            "Acme <cloud>",
            "neither < nor >",
            "アクメ",
            "no other scripts",
            "Acme\tcloud",
            "plain letters",
            "a".repeat(51),
            "no more than 50"));
    table.put("card_ready", Map.of(List.of(), "required field"));
    table.put("contact_name", Map.of("", "required field", "a".repeat(101), "no more than 100"));
    table.put(
        "contact_email",
        Map.of(
            "",
            "required field",
            "carla",
            "form name@company.com",
            ".carla@acme.example",
            "form name@company.com",
            "carla@" + "d".repeat(241) + ".example",
            "at most 254"));
    table.put("contact_phone", Map.of("call me", "digits", "123", "digits", "ext. 7", "digits"));
    table.forEach(
        (field, bad) ->
            bad.forEach(
                (value, words) ->
                    assertThat(refused(CARLA, detailsBut(field, value), field)).contains(words)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(212) 555-0142;(212) 555-0142",
        "212–555–0142 ext. 7;212-555-0142 ext. 7",
        "tel:+1-212-555-0142;+1-212-555-0142",
        "+49\u00A030\u20091234567;+49 30 1234567",
        "１２３４５６;123456"
      })
  void a_phone_number_is_taken_as_people_write_it(String typed, String shown) {
    accepted(world.submit(CARLA, detailsBut("contact_phone", typed)));
    report(CARLA, Map.of("account_id", "777788889999", "preparation", ALL));
    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains("carla@acme.example, " + shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Carla <%s>",
        "\"Customer, Carla\" <%s>;",
        "<mailto:%1$s|%1$s>",
        "mailto:%s",
        "\u00A0%s\u00A0",
        "%s."
      })
  void every_email_field_takes_an_address_as_it_was_copied(String copied) {
    Map<String, Object> details = detailsBut("root_email", copied.formatted("aws@acme.example"));
    details.put("contact_email", copied.formatted("colin@acme.example"));
    accepted(world.submit(CARLA, details));
    report(CARLA, Map.of("account_id", "777788889999", "preparation", ALL));
    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString())
        .contains("Root e-mail: aws@acme.example\\n", ", colin@acme.example, ");
  }

  @Test
  void a_doubted_address_is_insisted_on_by_nothing_but_the_same_form_again() {
    Map<String, Object> details = detailsBut("root_email", "carla@acme.example");
    details.put("contact_phone", "call me");
    assertThat(world.submit(CARLA, details).fieldErrors())
        .containsOnlyKeys("root_email", "contact_phone");
    details.put("contact_phone", "+49 30 1234567");
    assertThat(refused(CARLA, details, "root_email")).contains("one person");
    details.put("contact_name", "Carla C. Customer");
    assertThat(refused(CARLA, details, "root_email")).contains("one person");
    accepted(world.submit(CARLA, details));
    assertThat(world.cardText()).contains(":warning: the root e-mail address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"straße.example", "βόλος.example"})
  void no_other_owners_domain_is_recommended(String domain) {
    assertThat(refused(CARLA, detailsBut("root_email", "aws@" + domain), "root_email"))
        .endsWith("in its plain form, which begins with xn--.");
  }

  @Test
  void several_errors_are_shown_at_once() {
    var delivery =
        world.submit(
            CARLA,
            Map.of(
                "root_email", "aws&root@acme.example",
                "account_name", "Ácme",
                "card_ready", List.of("ready"),
                "contact_name", "Carla Customer",
                "contact_email", ".carla@acme.example",
                "contact_phone", "call me"));
    assertThat(delivery.fieldErrors())
        .containsOnlyKeys("root_email", "account_name", "contact_email", "contact_phone");
  }

  @Test
  void values_exactly_at_the_limits_are_accepted() {
    Map<String, Object> details = detailsBut("account_name", "~".repeat(50));
    details.put("root_email", "aws+" + "a".repeat(60 - DOMAIN.length()) + DOMAIN);
    details.put("contact_email", "jürgen+aws@müller.example");
    accepted(world.submit(CARLA, details));
    assertThat(world.cardText()).contains("1 of 4");
  }

  @Test
  void an_account_name_of_one_character_is_accepted() {
    accepted(world.submit(CARLA, detailsBut("account_name", "!")));
  }

  @Test
  void a_plus_tag_makes_another_address_and_capitals_do_not() {
    accepted(world.submit(CARLA, details()));
    start();
    world.press(COLIN, "enter_details");
    assertThat(refused(COLIN, detailsBut("root_email", "AWS-New@acme.example"), "root_email"))
        .contains("Another open setup");
    accepted(world.submit(COLIN, detailsBut("root_email", "aws-new+2@acme.example")));
  }

  @Test
  void each_bad_account_id_gets_an_error_on_its_field() {
    accepted(world.submit(CARLA, details()));
    world.press(CARLA, "report_account");
    Map.of(
            "77778888999", "exactly 12 digits, and this has 11",
            "7777888899990", "exactly 12 digits",
            "7777 8888 999O", "exactly 12 digits",
            "Acme cloud", "exactly 12 digits",
            "7.77789E+11", "A spreadsheet has shortened this number",
            "777788889999 / 777788889998", "more than one account ID",
            "111122223333", "SoftwareOne's own account",
            "1111 2222 3333", "SoftwareOne's own account",
            "arn:aws:iam::111122223333:root", "SoftwareOne's own account")
        .forEach(
            (typed, words) ->
                assertThat(
                        refused(
                            CARLA, Map.of("account_id", typed, "preparation", ALL), "account_id"))
                    .contains(words));
    accepted(world.submit(CARLA, Map.of("account_id", " 0777-8888 9999 ", "preparation", ALL)));
    assertThat(world.cardText()).contains("`077788889999`", "2 of 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7777–8888–9999",
        "7777\u00A08888\u20099999",
        "７７７７８８８８９９９９",
        "٧٧٧٧٨٨٨٨٩٩٩٩",
        "-777788889999",
        "It is 7777-8888-9999, thanks",
        "arn:aws:iam::777788889999:root",
        "https://777788889999.signin.aws.amazon.com/console"
      })
  void an_account_id_is_taken_as_it_was_pasted_and_reviewed_in_groups(String typed) {
    accepted(world.submit(CARLA, details()));
    report(CARLA, Map.of("account_id", typed, "preparation", ALL));
    assertThat(world.cardText()).contains("`777788889999`");
    world.press(ERIN, "review_invitation");
    assertThat(world.view(ERIN).toString()).contains("Account to invite: *`7777-8888-9999`*");
  }

  @Test
  void an_account_id_of_another_open_setup_is_refused() {
    accepted(world.submit(CARLA, details()));
    report(CARLA, Map.of("account_id", "777788889999"));
    start();
    world.press(COLIN, "enter_details");
    accepted(world.submit(COLIN, detailsBut("root_email", "aws-two@acme.example")));
    world.press(COLIN, "report_account");
    assertThat(refused(COLIN, Map.of("account_id", "7777-8888-9999"), "account_id"))
        .contains("Another open setup already has this account ID");
  }
}
