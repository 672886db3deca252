package awssetup.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Where credentials come from; every failure to get them is a {@link NoCredentials}. */
final class Credentials {
  private static final String SESSION_NAME = "aws-setup-bot";

  private Credentials() {}

  static AwsCredentialsProvider own(AwsConfig config) {
    return config
        .staticKeys()
        .<AwsCredentialsProvider>map(keys -> StaticCredentialsProvider.create(of(keys)))
        .orElseGet(
            () -> guarded(NoCredentials.Whose.OWN, DefaultCredentialsProvider.builder().build()));
  }

  /** Fetched when needed and renewed when they expire, on the thread that needs them. */
  static AwsCredentialsProvider ofRole(String arn, StsClient sts) {
    return guarded(
        NoCredentials.Whose.MANAGEMENT_ROLE,
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .asyncCredentialUpdateEnabled(false)
            .refreshRequest(r -> r.roleArn(arn).roleSessionName(SESSION_NAME))
            .build());
  }

  private static AwsCredentials of(AwsConfig.StaticKeys keys) {
    return keys.sessionToken()
        .<AwsCredentials>map(
            token ->
                AwsSessionCredentials.create(
                    keys.accessKeyId(), keys.secret().value(), token.value()))
        .orElseGet(() -> AwsBasicCredentials.create(keys.accessKeyId(), keys.secret().value()));
  }

  private static AwsCredentialsProvider guarded(
      NoCredentials.Whose whose, AwsCredentialsProvider provider) {
    return () -> {
      try {
        return provider.resolveCredentials();
      } catch (NoCredentials e) {
        throw e;
      } catch (SdkException e) {
        throw new NoCredentials(whose, e);
      }
    };
  }
}
