package awssetup.sandbox.aws.state;

/**
 * A customer's organization, identified by its management account.
 *
 * @param allFeatures false if the organization only consolidates billing
 * @param transfersElsewhere true if another partner already receives its bills
 */
public record Customer(
    String accountId,
    String organizationId,
    String name,
    String email,
    boolean allFeatures,
    boolean transfersElsewhere) {}
