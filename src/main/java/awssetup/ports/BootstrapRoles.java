package awssetup.ports;

import awssetup.setup.AccountId;

/**
 * The Essentials Bootstrap Role in customers' accounts, probed from outside without doing anything
 * in them.
 */
public interface BootstrapRoles {
  /** What the probe saw. */
  enum ProbeResult {
    /** It lets us in, with the external ID only. */
    DEPLOYED,
    /** It lets us in without the external ID too, so another customer could use it through us. */
    UNSAFE,
    /** AWS denies access: the role is not deployed yet, or not visible yet. */
    NOT_VISIBLE
  }

  /**
   * Tries to assume the role, with a session that may do nothing and is dropped.
   *
   * @throws AwsUnavailable if AWS could not be asked, which says nothing about the role
   */
  ProbeResult probe(AccountId account);

  /** The external ID of an account: derived from it, never chosen by a customer. */
  String externalId(AccountId account);

  /** The CloudFormation quick-create page with everything filled in. */
  String quickCreateUrl(AccountId account);
}
