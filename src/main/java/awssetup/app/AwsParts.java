package awssetup.app;

import awssetup.aws.AwsChecks;
import awssetup.aws.AwsClients;
import awssetup.aws.OrganizationsTransfers;
import awssetup.aws.StsBootstrapRoles;
import awssetup.setup.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** AWS as the app uses it. */
record AwsParts(OrganizationsTransfers transfers, StsBootstrapRoles roles, AwsChecks checks) {

  static AwsParts over(AwsClients clients, AppOptions options) {
    return new AwsParts(
        new OrganizationsTransfers(clients, options.clock(), options.pause()),
        new StsBootstrapRoles(clients),
        new AwsChecks(clients));
  }

  /** Our own AWS account. While it is not known, AWS is asked in the background. */
  Optional<AccountId> partnerAccount() {
    Optional<AccountId> known = checks.knownPartnerAccount();
    if (known.isEmpty()) {
      CompletableFuture.runAsync(checks::partnerAccount);
    }
    return known;
  }
}
