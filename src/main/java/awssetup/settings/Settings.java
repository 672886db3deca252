package awssetup.settings;

import awssetup.setup.Language;
import awssetup.setup.ReminderRules;
import awssetup.setup.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything an operator can set, read once from the environment and checked before anything
 * starts. Secrets are {@link Secret}s, so that these records can be logged.
 *
 * @param slack how to reach Slack
 * @param port TCP port of the HTTP endpoint; 0 takes any free one
 * @param databaseUrl JDBC URL of SQLite or PostgreSQL; a secret because it may carry a password
 * @param aws how to reach AWS
 * @param bootstrap the role that customers deploy
 * @param partnerName the reseller's name as people read it, 1 to 60 characters
 * @param language the language of what concerns no single setup, and of a new setup
 * @param minDaysToAccept days (0 to 28) that a customer needs at least to approve an invitation
 * @param requireSecondEngineer the engineer who started a setup may not review its account
 * @param supportUsergroup Slack user group (S…) whose members alone count as engineers
 * @param opsChannel Slack channel (C… or G…) for escalations and the daily digest
 * @param watchInterval how often AWS is asked about open invitations
 * @param reminders when people are reminded
 * @param retention how long the people of a setup are kept after its end
 */
public record Settings(
    SlackSettings slack,
    int port,
    Secret databaseUrl,
    AwsSettings aws,
    BootstrapSettings bootstrap,
    String partnerName,
    Language language,
    int minDaysToAccept,
    boolean requireSecondEngineer,
    Optional<String> supportUsergroup,
    Optional<String> opsChannel,
    Duration watchInterval,
    ReminderRules reminders,
    Duration retention) {

  /** Whether no Slack setting is there at all: then the app runs in its sandbox. */
  public static boolean wantsSandbox(Map<String, String> variables) {
    Environment env = new Environment(variables);
    return Stream.of("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN")
        .noneMatch(env::has);
  }

  /**
   * Reads all settings.
   *
   * @throws SettingsException that names every missing or wrong one
   */
  public static Settings read(Map<String, String> variables) {
    Environment env = new Environment(variables);
    Settings settings =
        new Settings(
            SlackSettings.read(env),
            port(env),
            databaseUrl(env),
            AwsSettings.read(env),
            BootstrapSettings.read(env),
            env.orDefault(
                "PARTNER_NAME",
                "SoftwareOne",
                "1 to 60 characters, for example SoftwareOne",
                Parsers::name),
            env.orDefault(
                "LANGUAGE", "en", "one of en, de and es, for example en", Parsers::language),
            env.orDefault(
                "MIN_DAYS_TO_ACCEPT",
                "5",
                "a number of days from 0 to 28, for example 5",
                Parsers.number(0, 28)),
            env.orDefault(
                "REQUIRE_SECOND_ENGINEER",
                "false",
                "true or false, for example true",
                Parsers::yesNo),
            env.optional(
                "SUPPORT_USERGROUP",
                "the ID of a Slack user group, for example S0123ABCDEF",
                Parsers.slackId("S")),
            env.optional(
                "OPS_CHANNEL",
                "the ID of a Slack channel, for example C0123ABCDEF",
                Parsers.slackId("CG")),
            env.orDefault(
                "WATCH_INTERVAL",
                "PT1M",
                "an ISO-8601 duration longer than zero, for example PT1M",
                Parsers::duration),
            ReminderSettings.read(env),
            Duration.ofDays(
                env.orDefault(
                    "RETENTION_DAYS",
                    "180",
                    "a number of days from 0 to 36500, for example 180",
                    Parsers.number(0, 36_500))));
    logFormat(env);
    env.check();
    return settings;
  }

  /**
   * Reads the database's URL alone, for commands that need nothing else.
   *
   * @throws SettingsException if it is wrong
   */
  public static Secret databaseUrl(Map<String, String> variables) {
    Environment env = new Environment(variables);
    Secret url = databaseUrl(env);
    env.check();
    return url;
  }

  /**
   * Reads the port alone, for the sandbox.
   *
   * @throws SettingsException if it is wrong
   */
  public static int port(Map<String, String> variables) {
    Environment env = new Environment(variables);
    int port = port(env);
    env.check();
    return port;
  }

  /** Logback reads it itself, before anything else runs; here it is only checked. */
  private static void logFormat(Environment env) {
    env.orDefault("LOG_FORMAT", "text", "text or json", Parsers.matching("text|json"));
  }

  private static int port(Environment env) {
    return env.orDefault(
        "PORT", "3000", "a port from 0 to 65535, for example 3000", Parsers.number(0, 65_535));
  }

  private static Secret databaseUrl(Environment env) {
    String name = "DATABASE_URL";
    String given = env.text(name).orElse("jdbc:sqlite:data/aws-setup-bot.db");
    if (!given.matches("jdbc:(sqlite|postgresql):\\S.*")) {
      env.problem(
          name,
          Environment.shownScheme(given),
          "jdbc:sqlite:… or jdbc:postgresql:…, for example jdbc:sqlite:data/aws-setup-bot.db");
    }
    return new Secret(given);
  }
}
