package awssetup.ports;

import awssetup.setup.AccountId;

/**
 * The Essentials Bootstrap Role in customers' accounts, looked at from outside without doing
 * anything in it.
 */
public interface BootstrapRoles {
  /** What the probe saw. */
  enum ProbeResult {
    /** It lets us in, with the external ID only. */
    DEPLOYED,
    /** It lets us in without the external ID too: anybody's request could be led through us. */
    UNSAFE,
    /** AWS denies access, for whatever reason: not deployed yet, or not to be seen yet. */
    NOT_VISIBLE
  }

  /**
   * Looks whether the role lets us in, with a session that may do nothing and is dropped.
   *
   * @throws AwsUnavailable if AWS could not be asked: that says nothing of the role
   */
  ProbeResult probe(AccountId account);

  /** The external ID of an account: derived from it, never chosen by a customer. */
  String externalId(AccountId account);

  /** The CloudFormation quick-create page with everything filled in. */
  String quickCreateUrl(AccountId account);
}
