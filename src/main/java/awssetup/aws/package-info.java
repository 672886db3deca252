/**
 * Sends and watches billing transfers and probes roles, and is the only room with the AWS SDK.
 *
 * <p>It may know {@code setup} and {@code ports}. An error of AWS leaves this room as a refusal or
 * as {@code AwsUnavailable}; {@code AwsErrors} decides which. Start with {@code
 * OrganizationsTransfers} for invitations and {@code StsBootstrapRoles} for the probe.
 */
package awssetup.aws;
