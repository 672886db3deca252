package awssetup;

import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.AccountId;
import awssetup.setup.ChannelId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.SupportPlan;
import awssetup.setup.TargetAccount;
import awssetup.slack.modals.AccountReadyModal;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.NewAccountDetailsModal;
import awssetup.slack.modals.ReviewInvitationModal;
import awssetup.slack.modals.StartSetupModal;
import awssetup.slack.modals.TransferDetailsModal;
import awssetup.slack.words.PreparationWords;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import awssetup.store.Database;
import awssetup.store.maintenance.Databases;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Customers sign up themselves: nothing here asks for, keeps or passes on a password or a payment
 * card, and nothing can open an account for them.
 */
class NoSecretsTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final Words WORDS = new Words(Language.EN, "SoftwareOne");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)pass_?(word|phrase|code)|pwd|credit|debit|card_?(number|holder|no|data|code|expiry)"
              + "|payment_?card|cvc|cvv|iban|mfa_?(code|seed)|otp$|access_?key");

  /** In two parts, so that this file does not match itself. */
  private static final Pattern OPENS_ACCOUNTS =
      Pattern.compile("(?i)create" + "(Gov_?Cloud)?[-_]?Account\\b");

  /** The statement in the bot's policy that forbids it. */
  private static final Pattern DENIES =
      Pattern.compile("\"Effect\": \"Deny\",\\s*\"Action\": \\[[^]]*" + "Create" + "Account[^]]*]");

  @Test
  void no_modal_has_a_field_for_a_password_or_a_card() {
    for (View view : modals()) {
      for (JsonElement element : json(view).getAsJsonArray("blocks")) {
        JsonObject block = element.getAsJsonObject();
        if (block.get("type").getAsString().equals("input")) {
          String id = block.get("block_id").getAsString();
          String label = block.getAsJsonObject("label").get("text").getAsString();
          assertThat(id + " " + label).doesNotContainPattern(SECRET);
          if (id.contains("card")) {
            assertThat(block.getAsJsonObject("element").get("type").getAsString())
                .as(id)
                .isEqualTo("checkboxes");
          }
        }
      }
    }
  }

  @Test
  void no_table_has_a_column_for_a_password_or_a_card(@TempDir Path directory) throws Exception {
    List<String> columns = new ArrayList<>();
    Database database = Databases.open("jdbc:sqlite:" + directory.resolve("bot.db"));
    try (var connection = database.dataSource().getConnection();
        ResultSet found = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (found.next()) {
        columns.add(found.getString("TABLE_NAME") + "." + found.getString("COLUMN_NAME"));
      }
    } finally {
      database.close();
    }
    assertThat(columns).contains("setups.root_email").hasSizeGreaterThan(80);
    assertThat(columns)
        .allSatisfy(
            column ->
                assertThat(column.substring(column.indexOf('.') + 1))
                    .doesNotContainPattern(SECRET)
                    .doesNotContain("card"));
  }

  @Test
  void no_field_in_the_code_holds_a_password_or_a_card() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "awssetup.setup", "awssetup.store", "awssetup.slack", "awssetup.followup");
    List<String> names =
        classes.stream()
            .map(JavaClass::getFields)
            .flatMap(fields -> fields.stream().map(field -> field.getFullName()))
            .toList();
    assertThat(names).hasSizeGreaterThan(200);
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(name.substring(name.lastIndexOf('.') + 1))
                    .doesNotContainPattern(SECRET));
  }

  @Test
  void nothing_opens_an_account_for_a_customer() throws IOException {
    List<Path> files = new ArrayList<>(List.of(Path.of("manifest.yml"), Path.of("pom.xml")));
    for (String root : List.of("src/main", "db")) {
      try (Stream<Path> found = Files.walk(Path.of(root))) {
        found.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(200);
    for (Path file : files) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContainPattern(OPENS_ACCOUNTS);
    }
    assertThat(documents()).hasSizeGreaterThan(5);
    for (Path document : documents()) {
      String text = Files.readString(document);
      assertThat(DENIES.matcher(text).results())
          .as(document.toString())
          .hasSize(document.endsWith("install.md") ? 1 : 0);
      assertThat(DENIES.matcher(text).replaceAll(""))
          .as(document.toString())
          .doesNotContainPattern(OPENS_ACCOUNTS);
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
    for (String folder : List.of("src/docs", ".github")) {
      try (Stream<Path> found = Files.list(Path.of(folder))) {
        found.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    return documents;
  }

  /** Each modal that the app opens, with a setup that is far enough for it. */
  private static List<View> modals() {
    Setup.Facts known = started(Option.NEW_ACCOUNT).facts();
    known.account = Optional.of(new TargetAccount(new AccountId("777788889999"), ERIN, NOW));
    known.details =
        Optional.of(
            new Details(
                Optional.of("aws@acme.example"),
                Optional.of("Acme cloud"),
                new Contact("Carla", "carla@acme.example", Optional.empty()),
                SupportPlan.RESOLD,
                false,
                ERIN,
                NOW));
    Setup reported = known.toSetup();
    return List.of(
        StartSetupModal.view(
            new Translations(Language.EN, "SoftwareOne"),
            reported.id(),
            Option.NEW_ACCOUNT,
            List.of(new StartSetupModal.ContactChoice(ERIN, "Erin Engineer"))),
        TransferDetailsModal.view(WORDS, started(Option.TRANSFER_BILLING)),
        NewAccountDetailsModal.view(WORDS, started(Option.NEW_ACCOUNT)),
        AccountReadyModal.view(WORDS, reported),
        ReviewInvitationModal.view(WORDS, reported, 5, NOW),
        CancelSetupModal.view(WORDS, reported));
  }

  @Test
  void every_modal_of_the_app_is_checked() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/awssetup/slack/modals"))) {
      assertThat(files.filter(file -> file.toString().endsWith("Modal.java")).count())
          .isEqualTo(modals().size());
    }
  }

  @Test
  void the_reasons_fit_into_an_options_description() {
    for (var item : PreparationItem.values()) {
      assertThat(PreparationWords.why(WORDS, item)).hasSizeLessThanOrEqualTo(75);
    }
  }

  private static Setup started(Option option) {
    return new StartSetup(
            new SetupId("7Q2KACMEACMEACME"),
            option,
            "Acme",
            Optional.empty(),
            Optional.empty(),
            new ChannelId("C0ACME"),
            ERIN,
            Language.EN)
        .at(NOW)
        .after();
  }

  private static JsonObject json(View view) {
    return GsonFactory.createSnakeCase().toJsonTree(view).getAsJsonObject();
  }
}
