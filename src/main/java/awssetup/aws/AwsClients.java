package awssetup.aws;

import awssetup.ports.WorkListener;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.OrganizationsClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/**
 * The connections to AWS, each built when it is first used. Calls about transfers go through a
 * client that makes one attempt: retries have to keep to the rate limit, and inviting, which has no
 * idempotency token, may only be retried by the follow-up, which looks first.
 */
public final class AwsClients implements AutoCloseable {
  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(30);

  private final AwsConfig config;
  private final WorkListener workListener;
  private final Lazy<SdkHttpClient> http =
      new Lazy<>(() -> UrlConnectionHttpClient.builder().socketTimeout(ATTEMPT).build());
  private final Lazy<AwsCredentialsProvider> ownCredentials;
  private final Lazy<StsClient> ownSts;
  private final Lazy<AwsCredentialsProvider> credentials;
  private final Lazy<OrganizationsClient> organizations;
  private final Lazy<OrganizationsClient> organizationsOnce;
  private final Lazy<StsClient> sts;

  /** Connects to nothing and loads nothing yet. */
  public AwsClients(AwsConfig config) {
    this(config, WorkListener.NONE);
  }

  /**
   * @param workListener is told about every call
   */
  public AwsClients(AwsConfig config, WorkListener workListener) {
    this.config = config;
    this.workListener = workListener;
    ownCredentials = new Lazy<>(() -> Credentials.own(config));
    ownSts = new Lazy<>(() -> sts(ownCredentials.get()));
    credentials =
        new Lazy<>(
            () ->
                config
                    .managementRoleArn()
                    .map(arn -> Credentials.ofRole(arn, ownSts.get()))
                    .orElseGet(ownCredentials));
    organizations = new Lazy<>(() -> organizations(AwsRetryStrategy.standardRetryStrategy()));
    organizationsOnce = new Lazy<>(() -> organizations(AwsRetryStrategy.doNotRetry()));
    sts = new Lazy<>(() -> sts(credentials.get()));
  }

  /** For a few questions at the start. */
  OrganizationsClient organizations() {
    return organizations.get();
  }

  /** One attempt, then the failure: for calls that are rate limited or must not be retried. */
  OrganizationsClient organizationsOnce() {
    return organizationsOnce.get();
  }

  /** STS with the credentials that we were given, before any role is assumed. */
  StsClient ownSts() {
    return ownSts.get();
  }

  /** STS for probes: with the management role if there is one. */
  StsClient sts() {
    return sts.get();
  }

  AwsConfig config() {
    return config;
  }

  private OrganizationsClient organizations(RetryStrategy retries) {
    OrganizationsClientBuilder builder = OrganizationsClient.builder();
    // Organizations is signed for us-east-1, even behind an endpoint that the operator chose.
    return connected(
            builder,
            Region.US_EAST_1,
            config.organizationsEndpoint(),
            credentials.get(),
            retries,
            new CallTimer(workListener, WorkListener.Service.ORGANIZATIONS))
        .httpClient(http.get())
        .build();
  }

  private StsClient sts(AwsCredentialsProvider as) {
    StsClientBuilder builder = StsClient.builder();
    return connected(
            builder,
            Region.of(config.region()),
            config.stsEndpoint(),
            as,
            AwsRetryStrategy.standardRetryStrategy(),
            new CallTimer(workListener, WorkListener.Service.STS))
        .httpClient(http.get())
        .build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B connected(
      B builder,
      Region region,
      Optional<URI> endpoint,
      AwsCredentialsProvider as,
      RetryStrategy retries,
      CallTimer metered) {
    builder
        .region(region)
        .credentialsProvider(as)
        .overrideConfiguration(
            o ->
                o.apiCallAttemptTimeout(ATTEMPT)
                    .apiCallTimeout(CALL)
                    .retryStrategy(retries)
                    .addExecutionInterceptor(metered));
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }

  /** Closes what was built. */
  @Override
  public void close() {
    Stream.<Lazy<? extends AutoCloseable>>of(organizations, organizationsOnce, sts, ownSts, http)
        .flatMap(lazy -> lazy.ifMade().stream())
        .forEach(AwsClients::quietly);
  }

  private static void quietly(AutoCloseable made) {
    try {
      made.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot close a connection to AWS", e);
    }
  }
}
