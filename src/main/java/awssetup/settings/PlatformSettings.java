package awssetup.settings;

import awssetup.setup.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * The settings that the two platforms dictate: Slack's, AWS's and those of the role that customers
 * deploy.
 */
final class PlatformSettings {
  private static final String URL_EXPECTED =
      "an absolute http or https URL, for example http://127.0.0.1:4566";

  private PlatformSettings() {}

  static Settings.Slack slack(Environment env) {
    Secret botToken =
        env.requiredSecret(
            "SLACK_BOT_TOKEN",
            "a bot token, for example xoxb-123-456-AbCdEf",
            Parsers.token("xoxb-"));
    Optional<Secret> appToken =
        env.optionalSecret(
            "SLACK_APP_TOKEN",
            "an app-level token, for example xapp-1-A123-456-abcdef",
            Parsers.token("xapp-"));
    String secretName = "SLACK_SIGNING_SECRET";
    if (!env.has(secretName) && !env.has("SLACK_APP_TOKEN")) {
      env.problem(
          secretName,
          "is not set",
          "the signing secret of the app's Basic Information page, for example"
              + " 8f742231b10e8888abcd99yyyzzz85a5 (or SLACK_APP_TOKEN for Socket Mode)");
    }
    return new Settings.Slack(
        botToken,
        env.text(secretName).map(Secret::new),
        appToken,
        env.orDefault(
            "SLACK_API_URL",
            "https://slack.com/api/",
            "an absolute http or https URL that ends in /api/, for example https://slack.com/api/",
            Parsers::apiUrl));
  }

  static Settings.Aws aws(Environment env) {
    String regionName = env.has("AWS_REGION") ? "AWS_REGION" : "AWS_DEFAULT_REGION";
    Optional<URI> everywhere = env.optional("AWS_ENDPOINT_URL", URL_EXPECTED, Parsers::url);
    return new Settings.Aws(
        env.orDefault(
            regionName,
            "us-east-1",
            "the code of an AWS Region, for example us-east-1",
            Parsers.matching("[a-z]{2}(-[a-z]+)+-\\d{1,2}")),
        env.optional("AWS_ENDPOINT_URL_ORGANIZATIONS", URL_EXPECTED, Parsers::url)
            .or(() -> everywhere),
        env.optional("AWS_ENDPOINT_URL_STS", URL_EXPECTED, Parsers::url).or(() -> everywhere),
        credentials(env),
        env.optional(
            "AWS_MANAGEMENT_ROLE_ARN",
            "the ARN of an IAM role, for example arn:aws:iam::111122223333:role/aws-setup-bot",
            Parsers.matching("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+")));
  }

  private static Optional<Settings.Credentials> credentials(Environment env) {
    String idName = "AWS_ACCESS_KEY_ID";
    String secretName = "AWS_SECRET_ACCESS_KEY";
    String tokenName = "AWS_SESSION_TOKEN";
    boolean hasKey = env.has(idName) || env.has(secretName);
    if (hasKey && !env.has(idName)) {
      env.problem(
          idName,
          "is not set",
          "the access key's ID beside " + secretName + ", for example AKIAIOSFODNN7EXAMPLE");
    }
    if (hasKey && !env.has(secretName)) {
      env.problem(secretName, "is not set", "the secret of the access key in " + idName);
    }
    if (!hasKey && env.has(tokenName)) {
      env.problem(
          tokenName,
          "is set alone",
          idName + " and " + secretName + " beside it, or none of the three");
    }
    return env.text(idName)
        .flatMap(
            id ->
                env.text(secretName)
                    .map(
                        secret ->
                            new Settings.Credentials(
                                id, new Secret(secret), env.text(tokenName).map(Secret::new))));
  }

  static Settings.Bootstrap bootstrap(Environment env) {
    return new Settings.Bootstrap(
        env.required(
            "BOOTSTRAP_ROLE_NAME",
            "the role's name without a path, 1 to 64 letters, digits or +=,.@_-, for example"
                + " EssentialsBootstrapRole",
            Parsers.matching("[\\w+=,.@-]{1,64}")),
        env.requiredSecret(
            "BOOTSTRAP_EXTERNAL_ID_SECRET",
            "a random text of at least 16 characters, for example the output of: openssl rand -hex"
                + " 32",
            Parsers::longSecret),
        env.required(
            "BOOTSTRAP_TEMPLATE_URL",
            "the https URL of the CloudFormation template, for example"
                + " https://example-bucket.s3.amazonaws.com/bootstrap-role.yaml",
            Parsers::templateUrl),
        env.required(
            "BOOTSTRAP_STACK_NAME",
            "a stack name that starts with a letter, up to 128 letters, digits and hyphens,"
                + " for example essentials-bootstrap",
            Parsers.matching("[a-zA-Z][a-zA-Z0-9-]{0,127}")));
  }
}
