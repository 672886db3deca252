package awssetup.sandbox.aws.state;

/**
 * A customer's organization, known by its management account.
 *
 * @param allFeatures false where the organization only consolidates billing
 * @param transfersElsewhere true where another partner already receives its bills
 */
public record Customer(
    String accountId,
    String organizationId,
    String name,
    String email,
    boolean allFeatures,
    boolean transfersElsewhere) {}
