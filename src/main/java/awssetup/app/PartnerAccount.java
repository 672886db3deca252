package awssetup.app;

import awssetup.aws.AwsChecks;
import awssetup.setup.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Our own AWS account. While it is not known, AWS is asked in the background. */
final class PartnerAccount implements Supplier<Optional<AccountId>> {
  private final AwsChecks aws;

  PartnerAccount(AwsChecks aws) {
    this.aws = aws;
  }

  @Override
  public Optional<AccountId> get() {
    Optional<AccountId> known = aws.knownPartnerAccount();
    if (known.isEmpty()) {
      CompletableFuture.runAsync(aws::partnerAccount);
    }
    return known;
  }
}
