package awssetup.settings;

import awssetup.setup.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * How to reach AWS.
 *
 * @param region the Region requests are signed for
 * @param organizationsEndpoint where to find AWS Organizations instead of at AWS
 * @param stsEndpoint where to find AWS STS instead of at AWS
 * @param credentials an access key; without one the AWS SDK looks in its usual places
 * @param managementRoleArn role to assume in the partner's management account
 */
public record AwsSettings(
    String region,
    Optional<URI> organizationsEndpoint,
    Optional<URI> stsEndpoint,
    Optional<Credentials> credentials,
    Optional<String> managementRoleArn) {
  private static final String URL_EXPECTED =
      "an absolute http or https URL, for example http://127.0.0.1:4566";

  /** An AWS access key; a temporary one has a session token. */
  public record Credentials(
      String accessKeyId, Secret secretAccessKey, Optional<Secret> sessionToken) {}

  static AwsSettings read(Environment env) {
    String regionName = env.has("AWS_REGION") ? "AWS_REGION" : "AWS_DEFAULT_REGION";
    Optional<URI> everywhere = env.optional("AWS_ENDPOINT_URL", URL_EXPECTED, Parsers::url);
    return new AwsSettings(
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

  private static Optional<Credentials> credentials(Environment env) {
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
                            new Credentials(
                                id, new Secret(secret), env.text(tokenName).map(Secret::new))));
  }
}
