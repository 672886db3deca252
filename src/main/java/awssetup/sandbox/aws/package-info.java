/**
 * Plays AWS: Organizations and STS at one endpoint, and what people do in the console. {@link
 * awssetup.sandbox.aws.AwsStandIn} is its face. Inside, imports run organizations and sts → wire →
 * state.
 */
package awssetup.sandbox.aws;
