package awssetup.sandbox.aws.state;

/**
 * The role that a customer deployed for the partner.
 *
 * @param externalId what its trust policy asks for; null means that it asks for none, which is
 *     unsafe
 */
public record DeployedRole(String accountId, String name, String externalId) {

  /** Whether the trust policy lets in a caller with this external ID, which may be null. */
  public boolean admits(String offeredExternalId) {
    return externalId == null || externalId.equals(offeredExternalId);
  }
}
