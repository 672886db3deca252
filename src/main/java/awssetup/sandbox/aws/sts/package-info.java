/**
 * Answers AssumeRole and GetCallerIdentity. It knows {@code wire} and {@code state}, and not {@code
 * organizations}. Start reading at {@link awssetup.sandbox.aws.sts.Sts}.
 */
package awssetup.sandbox.aws.sts;
