/**
 * Reads and writes what AWS and the app send each other, and finds out who signed a request. It
 * knows {@code state} for its errors and the partner's account, and no operation. Start reading at
 * {@link awssetup.sandbox.aws.wire.AwsService}.
 */
package awssetup.sandbox.aws.wire;
