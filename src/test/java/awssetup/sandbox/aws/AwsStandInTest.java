package awssetup.sandbox.aws;

import awssetup.testkit.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Handshake;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.InviteOrganizationToTransferResponsibilityRequest;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;
import software.amazon.awssdk.services.organizations.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;

/** A running stand-in, a clock, and the AWS SDK pointed at it, for all tests of the stand-in. */
abstract class AwsStandInTest {
  static final String ACME = "222233334444";
  static final String GLOBEX = "333344445555";
  static final String INITECH = "444455556666";
  static final String UMBRELLA = "555566667777";
  static final Instant FIRST_OF_DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

  final TestClock clock = new TestClock(Instant.parse("2026-11-10T12:00:00Z"));
  AwsStandIn aws;
  OrganizationsClient organizations;
  StsClient sts;

  @BeforeEach
  void start() {
    aws = AwsStandIn.start(clock, 0);
    AwsCredentials credentials = AwsBasicCredentials.create("AKIASANDBOX", "secret");
    organizations = organizationsAs(credentials, aws.url());
    sts = stsAs(credentials, aws.url());
  }

  @AfterEach
  void stop() {
    organizations.close();
    sts.close();
    aws.close();
  }

  static OrganizationsClient organizationsAs(AwsCredentials credentials, URI endpoint) {
    return OrganizationsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(AwsStandInTest::once)
        .build();
  }

  static StsClient stsAs(AwsCredentials credentials, URI endpoint) {
    return StsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(AwsStandInTest::once)
        .build();
  }

  /** One attempt for each call, so that a test sees each answer. */
  private static void once(ClientOverrideConfiguration.Builder settings) {
    settings
        .retryStrategy(StandardRetryStrategy.builder().maxAttempts(1).build())
        .apiCallTimeout(Duration.ofSeconds(10));
  }

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  InviteOrganizationToTransferResponsibilityRequest.Builder invitation(String accountId) {
    return InviteOrganizationToTransferResponsibilityRequest.builder()
        .type(ResponsibilityTransferType.BILLING)
        .target(target -> target.type(HandshakePartyType.ACCOUNT).id(accountId))
        .startTimestamp(FIRST_OF_DECEMBER)
        .sourceName("Acme Robotics 7Q2K");
  }

  Handshake invite(String accountId) {
    return organizations
        .inviteOrganizationToTransferResponsibility(invitation(accountId).build())
        .handshake();
  }
}
