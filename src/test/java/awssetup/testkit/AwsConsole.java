package awssetup.testkit;

import awssetup.sandbox.aws.AwsStandIn;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;

/** What our engineers do at AWS by hand, with the bot's own keys. */
final class AwsConsole {
  private AwsConsole() {}

  /** Invites an account to transfer its billing from a moment such as 2027-01-01T00:00:00Z on. */
  static void invite(AwsStandIn aws, String account, String startsAt) {
    try (OrganizationsClient console =
        OrganizationsClient.builder()
            .endpointOverride(aws.url())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        TestSettings.ACCESS_KEY_ID, TestSettings.SECRET_ACCESS_KEY)))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      console.inviteOrganizationToTransferResponsibility(
          r ->
              r.type(ResponsibilityTransferType.BILLING)
                  .target(t -> t.id(account).type(HandshakePartyType.ACCOUNT))
                  .startTimestamp(Instant.parse(startsAt))
                  .sourceName("By hand"));
    }
  }
}
