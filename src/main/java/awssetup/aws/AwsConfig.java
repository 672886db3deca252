package awssetup.aws;

import awssetup.setup.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * The settings for AWS and for the role that customers deploy.
 *
 * @param organizationsEndpoint instead of AWS's own, for a proxy or a stand-in
 * @param stsEndpoint instead of AWS's own
 * @param region the Region whose STS is asked; Organizations has one endpoint for all Regions
 * @param staticKeys empty to use the AWS SDK's own search for credentials
 * @param managementRoleArn a role in the partner's management account, assumed for everything we do
 * @param bootstrapRoleName the role's name in customers' accounts, without an ARN
 * @param externalIdSecret what the external IDs of all accounts are derived from
 * @param templateUrl the CloudFormation template of the role, readable by customers
 * @param stackName the name proposed for the customer's stack
 */
public record AwsConfig(
    Optional<URI> organizationsEndpoint,
    Optional<URI> stsEndpoint,
    String region,
    Optional<StaticKeys> staticKeys,
    Optional<String> managementRoleArn,
    String bootstrapRoleName,
    Secret externalIdSecret,
    String templateUrl,
    String stackName) {

  /** An access key from the settings; temporary ones have a session token. */
  public record StaticKeys(String accessKeyId, Secret secret, Optional<Secret> sessionToken) {}
}
