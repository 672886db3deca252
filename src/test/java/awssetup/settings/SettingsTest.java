package awssetup.settings;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import awssetup.setup.Language;
import awssetup.setup.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Map<String, String> SMALLEST =
      Map.of(
          "SLACK_BOT_TOKEN", "xoxb-123-456-AbCdEf",
          "SLACK_SIGNING_SECRET", "8f742231b10e8888abcd99yyyzzz85a5",
          "BOOTSTRAP_ROLE_NAME", "EssentialsBootstrapRole",
          "BOOTSTRAP_EXTERNAL_ID_SECRET", "sixteen-letters!",
          "BOOTSTRAP_TEMPLATE_URL", "https://example-bucket.s3.amazonaws.com/role.yaml",
          "BOOTSTRAP_STACK_NAME", "essentials-bootstrap");

  @Test
  void fills_in_every_default() {
    Settings settings = Settings.read(SMALLEST);

    assertThat(settings.slack().botToken().value()).isEqualTo("xoxb-123-456-AbCdEf");
    assertThat(settings.slack().signingSecret())
        .contains(new Secret("8f742231b10e8888abcd99yyyzzz85a5"));
    assertThat(settings.slack().socketMode()).isFalse();
    assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
    assertThat(settings.port()).isEqualTo(3000);
    assertThat(settings.databaseUrl().value()).isEqualTo("jdbc:sqlite:data/aws-setup-bot.db");
    assertThat(settings.aws().region()).isEqualTo("us-east-1");
    assertThat(settings.aws().organizationsEndpoint()).isEmpty();
    assertThat(settings.aws().stsEndpoint()).isEmpty();
    assertThat(settings.aws().credentials()).isEmpty();
    assertThat(settings.aws().managementRoleArn()).isEmpty();
    assertThat(settings.partnerName()).isEqualTo("SoftwareOne");
    assertThat(settings.language()).isEqualTo(Language.EN);
    assertThat(settings.minDaysToAccept()).isEqualTo(5);
    assertThat(settings.requireSecondEngineer()).isFalse();
    assertThat(settings.supportUsergroup()).isEmpty();
    assertThat(settings.opsChannel()).isEmpty();
    assertThat(settings.watchInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.reminders().intervals())
        .containsExactly(
            Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(72));
    assertThat(settings.reminders().opensAt()).isEqualTo(9 * 60);
    assertThat(settings.reminders().closesAt()).isEqualTo(17 * 60);
    assertThat(settings.reminders().days())
        .containsExactlyInAnyOrder(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    assertThat(settings.reminders().defaultZone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void reads_what_is_given() {
    Settings settings =
        Settings.read(
            with(
                "SLACK_APP_TOKEN", "xapp-1-A123-456-abcdef",
                "SLACK_SIGNING_SECRET", " ",
                "SLACK_API_URL", "http://127.0.0.1:8080/api/",
                "PORT", " 0 ",
                "DATABASE_URL", "jdbc:postgresql://db.example.com/bot",
                "AWS_DEFAULT_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:4566",
                "AWS_ENDPOINT_URL_STS", "https://sts.example.com",
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI",
                "AWS_MANAGEMENT_ROLE_ARN", "arn:aws:iam::111122223333:role/ops/setup-bot",
                "PARTNER_NAME", "Example & Söhne",
                "LANGUAGE", "de",
                "MIN_DAYS_TO_ACCEPT", "0",
                "REQUIRE_SECOND_ENGINEER", "true",
                "SUPPORT_USERGROUP", "S0SUPPORT",
                "OPS_CHANNEL", "C0OPS",
                "WATCH_INTERVAL", "PT1S",
                "REMINDER_INTERVALS", "PT1H, P1D",
                "REMINDER_WINDOW", "00:00-24:00",
                "REMINDER_DAYS", "MON-SUN",
                "DEFAULT_TIME_ZONE", "+02:00"));

    assertThat(settings.slack().socketMode()).isTrue();
    assertThat(settings.slack().signingSecret()).isEmpty();
    assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:8080/api/"));
    assertThat(settings.port()).isZero();
    assertThat(settings.databaseUrl().value()).isEqualTo("jdbc:postgresql://db.example.com/bot");
    assertThat(settings.aws())
        .isEqualTo(
            new AwsSettings(
                "eu-central-1",
                Optional.of(URI.create("http://127.0.0.1:4566")),
                Optional.of(URI.create("https://sts.example.com")),
                Optional.of(
                    new AwsSettings.Credentials(
                        "AKIAIOSFODNN7EXAMPLE", new Secret("wJalrXUtnFEMI"), Optional.empty())),
                Optional.of("arn:aws:iam::111122223333:role/ops/setup-bot")));
    assertThat(settings.partnerName()).isEqualTo("Example & Söhne");
    assertThat(settings.language()).isEqualTo(Language.DE);
    assertThat(settings.minDaysToAccept()).isZero();
    assertThat(settings.requireSecondEngineer()).isTrue();
    assertThat(settings.supportUsergroup()).contains("S0SUPPORT");
    assertThat(settings.opsChannel()).contains("C0OPS");
    assertThat(settings.watchInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.reminders().intervals())
        .containsExactly(Duration.ofHours(1), Duration.ofDays(1));
    assertThat(settings.reminders().opensAt()).isZero();
    assertThat(settings.reminders().closesAt()).isEqualTo(1440);
    assertThat(settings.reminders().days()).hasSize(7);
    assertThat(settings.reminders().defaultZone()).isEqualTo(ZoneOffset.ofHours(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SLACK_BOT_TOKEN       | xapp-1-A-2-b",
        "SLACK_BOT_TOKEN       | xoxb-",
        "SLACK_APP_TOKEN       | xoxb-123",
        "SLACK_API_URL         | https://slack.com/api",
        "SLACK_API_URL         | /api/",
        "SLACK_API_URL         | ftp://slack.com/api/",
        "PORT                  | -1",
        "PORT                  | 65536",
        "PORT                  | http",
        "DATABASE_URL          | postgres://db.example.com/bot",
        "DATABASE_URL          | jdbc:sqlite:",
        "AWS_REGION            | Frankfurt",
        "AWS_ENDPOINT_URL      | localhost:4566",
        "AWS_ENDPOINT_URL_STS  | http://",
        "AWS_ENDPOINT_URL_ORGANIZATIONS | http://a b",
        "AWS_MANAGEMENT_ROLE_ARN | arn:aws:iam::111122223333:user/bot",
        "AWS_ACCESS_KEY_ID     | AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY | wJalrXUtnFEMI",
        "AWS_SESSION_TOKEN     | IQoJb3JpZ2luX2Vj",
        "PARTNER_NAME          | 1234567890123456789012345678901234567890123456789012345678901",
        "LANGUAGE              | fr",
        "LANGUAGE              | Deutsch",
        "MIN_DAYS_TO_ACCEPT    | 29",
        "MIN_DAYS_TO_ACCEPT    | five",
        "REQUIRE_SECOND_ENGINEER | yes",
        "BOOTSTRAP_ROLE_NAME   | path/Role",
        "BOOTSTRAP_EXTERNAL_ID_SECRET | fifteen-letters",
        "BOOTSTRAP_TEMPLATE_URL | http://example.com/role.yaml",
        "BOOTSTRAP_STACK_NAME  | 1st-stack",
        "BOOTSTRAP_STACK_NAME  | under_score",
        "SUPPORT_USERGROUP     | C0SUPPORT",
        "OPS_CHANNEL           | #aws-ops",
        "LOG_FORMAT            | xml",
        "WATCH_INTERVAL        | PT0S",
        "WATCH_INTERVAL        | 60",
        "REMINDER_INTERVALS    | PT24H,",
        "REMINDER_INTERVALS    | PT24H,-PT1H",
        "REMINDER_WINDOW       | 9-17",
        "REMINDER_WINDOW       | 17:00-09:00",
        "REMINDER_WINDOW       | 09:00-24:01",
        "REMINDER_WINDOW       | 09:60-17:00",
        "REMINDER_WINDOW       | 24:00-24:00",
        "REMINDER_DAYS         | MONDAY",
        "REMINDER_DAYS         | MON-WED-FRI",
        "REMINDER_DAYS         | MON,,FRI",
        "DEFAULT_TIME_ZONE     | Europe/Bonn"
      })
  void names_the_variable_that_is_wrong_and_gives_an_example(String name, String value) {
    List<String> problems = problems(with(name, value));
    assertThat(problems).singleElement().asString().contains(name).contains("; expected ");
  }

  @Test
  void says_what_was_given_and_what_is_expected() {
    assertThat(problems(with("PORT", "99999")))
        .containsExactly("PORT is \"99999\"; expected a port from 0 to 65535, for example 3000");
    assertThat(problems(with("SLACK_BOT_TOKEN", "xoxp-1234-secret")))
        .containsExactly(
            "SLACK_BOT_TOKEN starts with \"xoxp-\" (the rest is not shown);"
                + " expected a bot token, for example xoxb-123-456-AbCdEf");
    assertThat(problems(with("DATABASE_URL", "postgresql://bot:pass@db/bot")))
        .containsExactly(
            "DATABASE_URL starts with \"postgresql:\"; expected jdbc:sqlite:… or jdbc:postgresql:…,"
                + " for example jdbc:sqlite:data/aws-setup-bot.db");
  }

  @Test
  void reports_all_problems_at_once_with_a_line_each() {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                Settings.read(
                    Map.of("SLACK_BOT_TOKEN", "token", "PORT", "x", "REMINDER_DAYS", "daily")));
    assertThat(refused.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "PORT",
            "BOOTSTRAP_ROLE_NAME",
            "BOOTSTRAP_EXTERNAL_ID_SECRET",
            "BOOTSTRAP_TEMPLATE_URL",
            "BOOTSTRAP_STACK_NAME",
            "REMINDER_DAYS");
    assertThat(refused.getMessage().lines()).containsExactlyElementsOf(refused.problems());
  }

  @Test
  void never_shows_a_secret() {
    Map<String, String> wrong =
        with(
            "SLACK_BOT_TOKEN", "hush-bot",
            "SLACK_APP_TOKEN", "hush-app",
            "BOOTSTRAP_EXTERNAL_ID_SECRET", "hush-short",
            "DATABASE_URL", "mysql://bot:hush-db@db.example.com/bot",
            "AWS_ENDPOINT_URL", "ftp://bot:hush-url@aws.example.com",
            "AWS_SECRET_ACCESS_KEY", "hush-key");
    assertThat(problems(wrong)).hasSize(6).noneMatch(problem -> problem.contains("hush"));

    Settings right =
        Settings.read(
            with(
                "SLACK_BOT_TOKEN", "xoxb-hush",
                "SLACK_SIGNING_SECRET", "hush-signing",
                "BOOTSTRAP_EXTERNAL_ID_SECRET", "hush-hush-hush-hush",
                "DATABASE_URL", "jdbc:postgresql://db/bot?password=hush",
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "hush-key",
                "AWS_SESSION_TOKEN", "hush-token"));
    assertThat(right.toString()).doesNotContain("hush").contains("(secret)");
  }

  @Test
  void an_invisible_line_break_cannot_forge_a_line_of_the_report() {
    assertThat(problems(with("OPS_CHANNEL", "C0\nPORT is wrong")))
        .singleElement()
        .asString()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SAT-MON     | SATURDAY, SUNDAY, MONDAY",
        "MON,WED,FRI | MONDAY, WEDNESDAY, FRIDAY",
        "FRI-FRI     | FRIDAY",
        "mon, SAT-SUN | MONDAY, SATURDAY, SUNDAY"
      })
  void days_may_be_lists_and_ranges_over_the_week_end(String text, String days) {
    assertThat(Settings.read(with("REMINDER_DAYS", text)).reminders().days())
        .extracting(Enum::name)
        .containsExactlyInAnyOrder(days.split(", "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/role.yaml",
        "http://localhost/role.yaml",
        "http://[::1]:80/r"
      })
  void the_template_may_lie_on_this_machine_without_tls(String url) {
    assertThat(Settings.read(with("BOOTSTRAP_TEMPLATE_URL", url)).bootstrap().templateUrl())
        .isEqualTo(URI.create(url));
  }

  @Test
  void no_slack_setting_at_all_asks_for_the_sandbox() {
    assertThat(Settings.wantsSandbox(Map.of("PORT", "3001", "SLACK_BOT_TOKEN", "  "))).isTrue();
    assertThat(Settings.wantsSandbox(Map.of("SLACK_APP_TOKEN", "xapp-1"))).isFalse();
    assertThat(Settings.wantsSandbox(Map.of("SLACK_SIGNING_SECRET", "x"))).isFalse();
    assertThat(Settings.wantsSandbox(SMALLEST)).isFalse();
  }

  @Test
  void the_database_can_be_asked_for_alone() {
    assertThat(Settings.databaseUrl(Map.of()).value())
        .isEqualTo("jdbc:sqlite:data/aws-setup-bot.db");
    assertThat(
            catchThrowableOfType(
                SettingsException.class, () -> Settings.databaseUrl(Map.of("DATABASE_URL", "x"))))
        .hasMessage(
            "DATABASE_URL does not start with \"jdbc:\"; expected jdbc:sqlite:… or"
                + " jdbc:postgresql:…, for example jdbc:sqlite:data/aws-setup-bot.db");
  }

  private static List<String> problems(Map<String, String> variables) {
    return catchThrowableOfType(SettingsException.class, () -> Settings.read(variables)).problems();
  }

  private static Map<String, String> with(String... namesAndValues) {
    Map<String, String> variables = new HashMap<>(SMALLEST);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      variables.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return variables;
  }
}
