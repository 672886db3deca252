package awssetup.slack.modals;

import static awssetup.testkit.People.Ids.CARLA;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.AccountId;
import awssetup.setup.ChannelId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Intent;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.ReportAccount;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.SubmitDetails;
import awssetup.setup.SupportPlan;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Words;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import awssetup.testkit.NoWakeUps;
import awssetup.testkit.People;
import com.slack.api.model.view.ViewState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Account IDs and root addresses as they come from a modal, beside setups that have some already.
 */
class FieldRulesTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final SetupId OURS = new SetupId("AAAAACMEACMEACME");
  private static final SetupId OTHER = new SetupId("BBBBACMEACMEACME");

  @TempDir Path directory;
  private Database database;
  private StoredSetups setups;
  private FieldRules rules;

  @BeforeEach
  void open() {
    database = Databases.open("jdbc:sqlite:" + directory.resolve("bot.db"));
    setups = new StoredSetups(database, new NoWakeUps());
    rules = new FieldRules(setups, () -> Optional.of(new AccountId("111122223333")));
    start(OURS);
    start(OTHER);
    setups.change(OTHER, details("aws@acme.example", false), NOW);
    setups.change(
        OTHER, new ReportAccount(CARLA, Optional.of(new AccountId("777788889999")), Set.of()), NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void start(SetupId id) {
    setups.create(
        new StartSetup(
                id,
                Option.NEW_ACCOUNT,
                "Acme",
                Optional.empty(),
                Optional.empty(),
                new ChannelId("C0ACME"),
                People.Ids.ERIN,
                Language.EN)
            .at(NOW),
        NOW);
  }

  private static Intent details(String rootEmail, boolean doubted) {
    Details details =
        new Details(
            Optional.of(rootEmail),
            Optional.of("Acme cloud"),
            new Contact("Carla Customer", "carla@acme.example", Optional.empty()),
            SupportPlan.PARTNER_LED,
            doubted,
            CARLA,
            NOW);
    return new SubmitDetails(CARLA, Option.NEW_ACCOUNT, details, Optional.empty());
  }

  @Test
  void an_account_id_may_be_typed_in_groups() {
    for (String typed : List.of("012345678901", " 0123-4567-8901 ", "0123 4567 8901")) {
      Form form = form(Map.of(Ids.ACCOUNT_ID, typed));
      assertThat(rules.account(form, OURS, true)).contains(new AccountId("012345678901"));
      assertThat(form.errors()).isEmpty();
    }
  }

  @Test
  void a_bad_account_id_gets_an_error_on_its_field() {
    Function<String, String> told =
        typed -> {
          Form form = form(Map.of(Ids.ACCOUNT_ID, typed));
          rules.account(form, OURS, true);
          return form.errors().get(Ids.ACCOUNT_ID);
        };
    assertThat(told.apply("")).contains("Please enter");
    assertThat(told.apply("01234567890")).contains("exactly 12 digits");
    assertThat(told.apply("0123456789O1")).contains("exactly 12 digits");
    assertThat(told.apply("12345678901")).contains("this has 11", "zero");
    assertThat(told.apply("1.2E+11")).contains("spreadsheet");
    assertThat(told.apply("1111-2222-3333 / 777788889999")).contains("only one");
    assertThat(told.apply("１１１１２２２２３３３３")).contains("SoftwareOne's own");
    assertThat(told.apply("1111-2222-3333")).contains("SoftwareOne's own");
    assertThat(told.apply("7777 8888 9999")).contains("Another open setup");
  }

  @Test
  void a_setups_own_account_and_address_are_not_taken_for_anothers() {
    Form form = form(Map.of(Ids.ACCOUNT_ID, "777788889999", Ids.ROOT_EMAIL, "aws@acme.example"));
    rules.account(form, OTHER, true);
    rules.rootEmail(form, OTHER, "V1", Option.NEW_ACCOUNT, NOW);
    assertThat(form.errors()).isEmpty();
  }

  @Test
  void an_address_of_another_open_setup_is_refused() {
    assertThat(rootEmail("AWS@acme.example", OURS, "V1")).contains("Another open setup");
    assertThat(rootEmail("aws+2@acme.example", OURS, "V1")).isNull();
  }

  @Test
  void an_address_is_doubted_once_in_a_modal() {
    assertThat(rootEmail("carla@acme.example", OURS, "V1")).contains("one person");
    assertThat(rootEmail("erin@acme.example", OURS, "V1")).contains("one person");
    assertThat(rootEmail("carla@acme.example", OURS, "V1")).isNull();
    assertThat(rootEmail("carla@acme.example", OURS, "V2")).contains("one person");
  }

  @Test
  void a_doubt_is_remembered_over_a_restart_and_by_other_instances() {
    assertThat(rootEmail("carla@acme.example", OURS, "V1")).contains("one person");
    rules = new FieldRules(setups, Optional::empty);
    assertThat(rootEmail("carla@acme.example", OURS, "V1")).isNull();
  }

  @Test
  void a_doubt_is_not_overruled_by_a_change_in_another_field() {
    Map<String, String> first = Map.of(Ids.ROOT_EMAIL, "carla@acme.example", "phone", "x");
    Map<String, String> mended = Map.of(Ids.ROOT_EMAIL, "carla@acme.example", "phone", "1234");
    for (Map<String, String> submitted : List.of(first, mended)) {
      assertThat(doubted(submitted, Option.NEW_ACCOUNT)).contains("one person");
    }
    assertThat(doubted(mended, Option.NEW_ACCOUNT)).isNull();
  }

  @Test
  void the_root_address_of_an_account_that_exists_is_asked_about() {
    assertThat(doubted(Map.of(Ids.ROOT_EMAIL, "carla@acme.example"), Option.TRANSFER_BILLING))
        .startsWith("Is this the address of the account's root user?")
        .contains("one person", "submit again")
        .doesNotContain("alias");
    assertThat(doubted(Map.of(Ids.ROOT_EMAIL, "acme@gmail.com"), Option.TRANSFER_BILLING))
        .startsWith("Is this the address of the account's root user?")
        .contains("public provider")
        .doesNotContain("alias");
  }

  private String doubted(Map<String, String> fields, Option option) {
    Form form = form(fields);
    rules.rootEmail(form, OURS, "V1", option, NOW);
    return form.errors().get(Ids.ROOT_EMAIL);
  }

  @Test
  void an_address_that_was_insisted_on_is_not_doubted_again() {
    setups.change(OURS, details("carla@acme.example", true), NOW);
    assertThat(rootEmail("carla@acme.example", OURS, "V1")).isNull();
    assertThat(rootEmail("erin@acme.example", OURS, "V1")).contains("one person");
  }

  private String rootEmail(String typed, SetupId setup, String viewId) {
    Form form = form(Map.of(Ids.ROOT_EMAIL, typed));
    rules.rootEmail(form, setup, viewId, Option.NEW_ACCOUNT, NOW);
    return form.errors().get(Ids.ROOT_EMAIL);
  }

  @Test
  void every_detail_is_checked_here_too_in_case_slack_lets_it_through() {
    Form form =
        form(
            Map.of(
                Ids.ROOT_EMAIL,
                "aws@acme",
                Ids.ACCOUNT_NAME,
                "a".repeat(51),
                Ids.CONTACT_NAME,
                "a".repeat(101),
                Ids.CONTACT_EMAIL,
                "carla",
                Ids.CONTACT_PHONE,
                "x",
                "more",
                "than was asked"));
    NewAccountDetailsModal.read(form, rules, setups.find(OURS).orElseThrow(), "V1", CARLA, NOW);
    assertThat(form.errors())
        .containsOnlyKeys(
            Ids.ROOT_EMAIL,
            Ids.ACCOUNT_NAME,
            Ids.CARD_READY,
            Ids.CONTACT_NAME,
            Ids.CONTACT_EMAIL,
            Ids.CONTACT_PHONE,
            Ids.SUPPORT_PLAN);
  }

  private static Form form(Map<String, String> fields) {
    ViewState state = new ViewState();
    state.setValues(
        fields.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, field -> Map.of(field.getKey(), value(field.getValue())))));
    return new Form(state, new Words(Language.EN, "SoftwareOne"));
  }

  private static ViewState.Value value(String text) {
    ViewState.Value value = new ViewState.Value();
    value.setValue(text);
    return value;
  }
}
