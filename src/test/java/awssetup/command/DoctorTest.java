package awssetup.command;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.api.SlackFault;
import awssetup.store.maintenance.Databases;
import awssetup.testkit.Excerpts;
import awssetup.testkit.People;
import awssetup.testkit.Postgres;
import awssetup.testkit.TestSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every line that {@code doctor} prints about an installation with the stand-ins. */
class DoctorTest {
  private static final String HEALTHY =
      """
      ✔ settings: complete and of the right form
      ✔ Slack token: is of U0BOT in workspace T0HOME
      ✔ Slack scopes: all 10 of manifest.yml
      ✔ OPS_CHANNEL: C0OPS is known, and the bot is in it
      ✔ SUPPORT_USERGROUP: S0SUPPORT has 2 members
      ✔ Slack's clock: agrees with this machine's
      – signing secret: is set; whether it is the right one shows with Slack's first request: a wrong one is answered 401 and logged
      ✔ AWS credentials: those of arn:aws:iam::111122223333:user/aws-setup-bot
      ✔ organizations:DescribeOrganization: allowed
      ✔ management account: ours is 111122223333
      ✔ AWS features: organization o-partner0001 has all features
      ✔ organizations:ListInboundResponsibilityTransfers: allowed
      ✔ organizations:DescribeResponsibilityTransfer: allowed
      ✔ organizations:DescribeHandshake: allowed
      ✔ organizations:CancelHandshake: allowed
      ✔ organizations:TagResource: allowed
      ✔ organizations:InviteOrganizationToTransferResponsibility: allowed
      – sts:AssumeRole: on customers' EssentialsBootstrapRole: cannot be tried beforehand, since AWS answers a missing permission and a missing role alike
      ✔ AWS's clock: agrees with this machine's
      ✔ database: SQLite file data/aws-setup-bot.db answers
      ✔ database tables: at version %d, up to date
      ✔ database writing: allowed
      """
          .formatted(newestVersion());

  private static final Set<String> SCOPES =
      Set.of(
          "commands",
          "chat:write",
          "users:read",
          "channels:read",
          "groups:read",
          "channels:history",
          "groups:history",
          "files:write",
          "im:write",
          "usergroups:read");

  @TempDir Path data;
  private SlackStandIn slack;
  private AwsStandIn aws;
  private Map<String, String> settings;

  @BeforeEach
  void start() {
    slack =
        SlackStandIn.start(
            InstantSource.system(), 0, TestSettings.SIGNING_SECRET, TestSettings.BOT_TOKEN);
    aws = AwsStandIn.start(InstantSource.system(), 0);
    slack.workspace().putUserGroup("S0SUPPORT", List.of(People.ERIN, People.SAM));
    settings = TestSettings.between(slack, aws, "jdbc:sqlite:" + data.resolve("aws-setup-bot.db"));
    settings.keySet().removeAll(Set.of("AWS_ENDPOINT_URL_ORGANIZATIONS", "AWS_ENDPOINT_URL_STS"));
    settings.put("AWS_ENDPOINT_URL", aws.url().toString());
    settings.put("OPS_CHANNEL", "C0OPS");
    settings.put("SUPPORT_USERGROUP", "S0SUPPORT");
    Databases.open(settings.get("DATABASE_URL")).close();
  }

  @AfterEach
  void stop() {
    slack.close();
    aws.close();
  }

  /** There is one migration for each version of the tables. */
  private static int newestVersion() {
    try (Stream<Path> migrations = Files.list(Path.of("db"))) {
      return (int) migrations.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Examined(int exitCode, String output) {}

  private Examined examine(InstantSource wallClock) {
    StringWriter out = new StringWriter();
    int exitCode =
        new CommandLine(new DoctorCommand(settings, wallClock))
            .setOut(new PrintWriter(out))
            .execute();
    return new Examined(
        exitCode,
        out.toString()
            .replace(System.lineSeparator(), "\n")
            .replace(data.toString(), "data")
            .replaceAll("request [0-9a-f-]{36}", "request 7c2f…"));
  }

  /** Asserts that everything is good but for these lines. */
  private void finds(String... goodAndBroken) {
    finds(InstantSource.system(), goodAndBroken);
  }

  private void finds(InstantSource wallClock, String... goodAndBroken) {
    String expected = HEALTHY;
    for (int i = 0; i < goodAndBroken.length; i += 2) {
      String good = goodAndBroken[i] + "\n";
      assertThat(expected).contains(good);
      expected =
          expected.replace(good, goodAndBroken[i + 1].isEmpty() ? "" : goodAndBroken[i + 1] + "\n");
    }
    assertThat(examine(wallClock)).isEqualTo(new Examined(1, expected));
  }

  @Test
  void finds_nothing_wrong_with_a_good_installation() {
    assertThat(examine(InstantSource.system())).isEqualTo(new Examined(0, HEALTHY));
  }

  @Test
  void finds_a_token_that_slack_has_revoked() {
    slack.failNext("auth.test", SlackFault.error("token_revoked"));
    finds(
        "✔ Slack token: is of U0BOT in workspace T0HOME",
        "✖ Slack token: Slack refuses SLACK_BOT_TOKEN (auth.test: token_revoked). Copy the Bot User"
            + " OAuth Token (xoxb-…) from the app's page at Slack under OAuth & Permissions.",
        "✔ Slack scopes: all 10 of manifest.yml",
        "– Slack: nothing else can be looked at without the token",
        "✔ OPS_CHANNEL: C0OPS is known, and the bot is in it",
        "",
        "✔ SUPPORT_USERGROUP: S0SUPPORT has 2 members",
        "",
        "✔ Slack's clock: agrees with this machine's",
        "");
  }

  @Test
  void finds_a_slack_that_does_not_answer() {
    slack.failNext("auth.test", SlackFault.status(503));
    Examined examined = examine(InstantSource.system());
    assertThat(examined.exitCode()).isEqualTo(1);
    assertThat(examined.output())
        .contains(
            "✖ Slack token: Slack cannot be asked (auth.test answered HTTP 503): look at the"
                + " network between this machine and http://127.0.0.1:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commands",
        "chat:write",
        "users:read",
        "channels:read",
        "groups:read",
        "channels:history",
        "groups:history",
        "files:write",
        "im:write",
        "usergroups:read"
      })
  void finds_each_scope_that_is_missing(String scope) {
    Set<String> granted = new TreeSet<>(SCOPES);
    granted.remove(scope);
    slack.settings().scopes(granted);
    String missing =
        "✖ Slack scopes: missing %s: add what manifest.yml has to the app at Slack under OAuth & Permissions, and install it again"
            .formatted(scope);
    switch (scope) {
      case "usergroups:read" ->
          finds(
              "✔ Slack scopes: all 10 of manifest.yml",
              missing,
              "✔ SUPPORT_USERGROUP: S0SUPPORT has 2 members",
              "✖ SUPPORT_USERGROUP: S0SUPPORT cannot be read (usergroups.users.list: missing_scope"
                  + " (scope usergroups:read)): correct the ID of the user group");
      case "groups:read" ->
          finds(
              "✔ Slack scopes: all 10 of manifest.yml",
              missing,
              "✔ OPS_CHANNEL: C0OPS is known, and the bot is in it",
              "✖ OPS_CHANNEL: C0OPS is not shown to the bot (conversations.info: missing_scope"
                  + " (scope groups:read)): correct the ID, or /invite the bot there");
      default -> finds("✔ Slack scopes: all 10 of manifest.yml", missing);
    }
  }

  @Test
  void finds_a_channel_that_is_unknown() {
    settings.put("OPS_CHANNEL", "C0NOWHERE");
    finds(
        "✔ OPS_CHANNEL: C0OPS is known, and the bot is in it",
        "✖ OPS_CHANNEL: C0NOWHERE is not shown to the bot (conversations.info: channel_not_found):"
            + " correct the ID, or /invite the bot there");
  }

  @Test
  void finds_a_channel_that_the_bot_is_not_in() {
    settings.put("OPS_CHANNEL", "C0RANDOM");
    finds(
        "✔ OPS_CHANNEL: C0OPS is known, and the bot is in it",
        "✖ OPS_CHANNEL: the bot is not in C0RANDOM: /invite it there");
  }

  @Test
  void finds_an_engineers_group_that_is_gone_or_empty() {
    settings.put("SUPPORT_USERGROUP", "S0GONE");
    finds(
        "✔ SUPPORT_USERGROUP: S0SUPPORT has 2 members",
        "✖ SUPPORT_USERGROUP: S0GONE cannot be read (usergroups.users.list: no_such_subteam):"
            + " correct the ID of the user group");
    slack.workspace().putUserGroup("S0GONE", List.of());
    finds(
        "✔ SUPPORT_USERGROUP: S0SUPPORT has 2 members",
        "✖ SUPPORT_USERGROUP: S0GONE is empty, so no one is an engineer: add members");
  }

  @Test
  void says_what_is_not_set_without_calling_it_broken() {
    settings.remove("OPS_CHANNEL");
    settings.remove("SUPPORT_USERGROUP");
    Examined examined = examine(InstantSource.system());
    assertThat(examined.exitCode()).isZero();
    assertThat(examined.output())
        .contains(
            "– OPS_CHANNEL: is not set: no channel is told about unanswered reminders\n"
                + "– SUPPORT_USERGROUP: is not set: all full members count as engineers\n");
  }

  @Test
  void tries_the_app_token_of_socket_mode() {
    settings.remove("SLACK_SIGNING_SECRET");
    settings.put("SLACK_APP_TOKEN", "xapp-doctor");
    String secret = HEALTHY.lines().filter(line -> line.contains("signing secret")).findAny().get();
    finds(
        secret,
        "✖ SLACK_APP_TOKEN: is refused (apps.connections.open: invalid_auth): expected an app-level"
            + " token with connections:write, of an app with Socket Mode on");
    slack.settings().appToken("xapp-doctor");
    assertThat(examine(InstantSource.system()))
        .isEqualTo(
            new Examined(
                0, HEALTHY.replace(secret, "✔ SLACK_APP_TOKEN: may open Socket Mode connections")));
  }

  @Test
  void finds_a_clock_that_is_wrong() {
    InstantSource ahead = () -> Instant.now().plus(Duration.ofMinutes(7));
    Examined examined = examine(ahead);
    assertThat(examined.exitCode()).isEqualTo(1);
    assertThat(examined.output().replaceAll("(41[89]|42[01]) s", "420 s"))
        .isEqualTo(
            HEALTHY
                .replace(
                    "✔ Slack's clock: agrees with this machine's",
                    "✖ Slack's clock: this machine's clock is 420 s ahead: have it set by the"
                        + " network (chrony, systemd-timesyncd)")
                .replace(
                    "✔ AWS's clock: agrees with this machine's",
                    "✖ AWS's clock: this machine's clock is 420 s ahead: have it set by the network"
                        + " (chrony, systemd-timesyncd)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ListInboundResponsibilityTransfers",
        "DescribeResponsibilityTransfer",
        "DescribeHandshake",
        "CancelHandshake",
        "InviteOrganizationToTransferResponsibility"
      })
  void finds_each_permission_that_is_missing(String operation) {
    String action = "organizations:" + operation;
    aws.deny(Set.of(action));
    finds("✔ " + action + ": allowed", "✖ " + action + ": " + denied(action));
  }

  private static String denied(String action) {
    return "the bot may not use "
        + action
        + " (AccessDeniedException, HTTP 400, request 7c2f…): allow it in the policy of the bot's"
        + " role.";
  }

  @Test
  void finds_that_tagging_is_not_allowed_which_an_invitation_needs() {
    aws.deny(Set.of("organizations:TagResource"));
    String invite = "organizations:InviteOrganizationToTransferResponsibility";
    finds(
        "✔ organizations:TagResource: allowed",
        "✖ organizations:TagResource: " + denied("organizations:TagResource"),
        "✔ " + invite + ": allowed",
        "✖ " + invite + ": " + denied(invite));
  }

  @Test
  void finds_that_the_organization_may_not_be_read() {
    String action = "organizations:DescribeOrganization";
    aws.deny(Set.of(action));
    finds(
        "✔ " + action + ": allowed",
        "✖ " + action + ": " + denied(action),
        "✔ management account: ours is 111122223333",
        "",
        "✔ AWS features: organization o-partner0001 has all features",
        "",
        "✔ organizations:ListInboundResponsibilityTransfers: allowed",
        "");
  }

  @Test
  void changes_nothing_at_aws_while_it_tries() {
    examine(InstantSource.system());
    assertThat(aws.invitations()).isEmpty();
  }

  @Test
  void finds_a_management_role_that_cannot_be_assumed() {
    settings.put("AWS_MANAGEMENT_ROLE_ARN", "arn:aws:iam::111122223333:role/aws-setup-bot");
    assertThat(examine(InstantSource.system()).output())
        .contains(
            "✔ AWS credentials: those of arn:aws:iam::111122223333:user/aws-setup-bot\n"
                + "✔ management role: those of"
                + " arn:aws:sts::111122223333:assumed-role/aws-setup-bot/aws-setup-bot\n");
    aws.deny(Set.of("sts:AssumeRole"));
    Examined examined = examine(InstantSource.system());
    assertThat(examined.exitCode()).isEqualTo(1);
    assertThat(examined.output())
        .contains(
            "✔ AWS credentials: those of arn:aws:iam::111122223333:user/aws-setup-bot\n"
                + "✖ management role: the role in AWS_MANAGEMENT_ROLE_ARN does not let the bot in"
                + " (AccessDenied, HTTP 403, request 7c2f…): its trust policy has to name the bot's"
                + " own principal, which needs sts:AssumeRole on it.\n"
                + "– AWS: nothing else can be looked at without these\n");
  }

  @Test
  void finds_a_database_that_is_read_only() {
    settings.put(
        "DATABASE_URL", "jdbc:sqlite:file:" + data.resolve("aws-setup-bot.db") + "?mode=ro");
    finds(
        "✔ database writing: allowed",
        "✖ database writing: DATABASE_URL: data/aws-setup-bot.db cannot be opened for writing; let"
            + " the user who runs the app write to it and to its directory");
  }

  @Test
  void finds_a_postgresql_that_is_read_only() {
    settings.put(
        "DATABASE_URL",
        Postgres.databaseWithTables() + "&options=-c%20default_transaction_read_only=on");
    finds(
        "✔ database: SQLite file data/aws-setup-bot.db answers",
        "✔ database: PostgreSQL answers",
        "✔ database writing: allowed",
        "✖ database writing: DATABASE_URL: the PostgreSQL server is read-only; name the primary"
            + " server");
  }

  @Test
  void creates_neither_the_file_nor_its_directory() {
    settings.put("DATABASE_URL", "jdbc:sqlite:" + data.resolve("new/bot.db"));
    assertThat(examine(InstantSource.system()).output())
        .endsWith("✔ database: the first start makes data/new/bot.db\n");
    assertThat(data.resolve("new")).doesNotExist();
  }

  @Test
  void runs_no_migration() {
    settings.put("DATABASE_URL", Postgres.newDatabase());
    assertThat(examine(InstantSource.system()).output())
        .endsWith(
            "✔ database: PostgreSQL answers\n"
                + "✔ database tables: the first start makes them\n"
                + "✔ database writing: allowed\n");
    assertThat(examine(InstantSource.system()).output()).contains("the first start makes them");
  }

  @Test
  void says_what_is_wrong_with_the_settings_in_a_line_each() {
    settings.put("SLACK_BOT_TOKEN", "xapp-wrong");
    settings.put("WATCH_INTERVAL", "soon");
    assertThat(examine(InstantSource.system()))
        .isEqualTo(
            new Examined(
                2,
                """
                ✖ settings: SLACK_BOT_TOKEN starts with "xapp-" (the rest is not shown); expected a bot token, for example xoxb-123-456-AbCdEf
                ✖ settings: WATCH_INTERVAL is "soon"; expected an ISO-8601 duration longer than zero, for example PT1M
                – everything else: can be looked at once the settings are right
                """));
  }

  @Test
  void shows_in_the_documents_what_it_says() throws IOException {
    String healthy = examine(InstantSource.system()).output();
    slack
        .settings()
        .scopes(Set.of("commands", "chat:write", "users:read", "channels:read", "groups:read"));
    settings.put("OPS_CHANNEL", "C0NOWHERE");
    settings.remove("SUPPORT_USERGROUP");
    aws.deny(Set.of("organizations:CancelHandshake"));
    settings.put(
        "DATABASE_URL", "jdbc:sqlite:file:" + data.resolve("aws-setup-bot.db") + "?mode=ro");
    String broken =
        examine(InstantSource.system())
            .output()
            .lines()
            .filter(line -> !line.startsWith("✔"))
            .collect(Collectors.joining("\n", "", "\n"));
    Excerpts.of("doctor-healthy", healthy);
    Excerpts.of("doctor-broken", broken);
  }
}
