/**
 * Answers the operations of AWS Organizations on transfers, handshakes and tags. It knows {@code
 * wire} and {@code state}, and not {@code sts}. Start reading at {@link
 * awssetup.sandbox.aws.organizations.Organizations}, the table of operations.
 */
package awssetup.sandbox.aws.organizations;
