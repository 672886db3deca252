package awssetup.aws;

import awssetup.ports.Check;
import awssetup.setup.AccountId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.ListInboundResponsibilityTransfersResponse;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Finds early what would otherwise show late and look like a refusal of the customer: wrong
 * credentials, or an account that cannot invite. It never stops the start, because AWS may be back
 * before the first customer needs it.
 */
public final class AwsChecks {
  private static final Logger LOG = LoggerFactory.getLogger(AwsChecks.class);

  private final AwsClients clients;
  private volatile Optional<AccountId> partner = Optional.empty();

  public AwsChecks(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * The partner's own account. Asks AWS (GetCallerIdentity) until it is known, which may take 30
   * seconds. Empty if AWS does not say.
   */
  public Optional<AccountId> partnerAccount() {
    if (partner.isEmpty()) {
      try {
        know(clients.sts().getCallerIdentity(r -> {}));
      } catch (SdkException e) {
        LOG.warn("cannot ask AWS for our own account: {}", AwsErrors.brief(e));
      }
    }
    return partner;
  }

  /** The partner's own account if it is known already; makes no call. */
  public Optional<AccountId> knownPartnerAccount() {
    return partner;
  }

  /**
   * What is wrong on our side of AWS, one line each with its remedy; empty if all is well, which is
   * also logged. Changes nothing at AWS; may take a minute if AWS does not answer.
   */
  public List<String> findings() {
    AwsQuestion<GetCallerIdentityResponse> caller = caller();
    List<Check> checks = new ArrayList<>(List.of(caller.check()));
    if (caller.answer().isPresent()) {
      checks.addAll(organization(know(caller.answer().get())));
    }
    List<String> findings =
        checks.stream().filter(Check::isBroken).map(check -> "AWS: " + check.words()).toList();
    if (findings.isEmpty()) {
      LOG.info("AWS: account {} can invite", partner.map(AccountId::value).orElse("?"));
    }
    return findings;
  }

  /**
   * Everything that can be found out about our side of AWS without changing anything there.
   *
   * @param wallClock this machine's clock, which is compared with AWS's
   */
  public List<Check> checks(InstantSource wallClock) {
    List<Check> checks = new ArrayList<>();
    AwsQuestion<GetCallerIdentityResponse> caller = caller();
    if (clients.config().managementRoleArn().isPresent()) {
      AwsQuestion<GetCallerIdentityResponse> own = identity("AWS credentials", clients::ownSts);
      checks.add(own.check());
      if (own.answer().isPresent()) {
        checks.add(caller.check());
      }
    } else {
      checks.add(caller.check());
    }
    Optional<GetCallerIdentityResponse> identity = caller.answer();
    if (identity.isEmpty()) {
      checks.add(Check.unknown("AWS", "nothing else can be looked at without these"));
      return checks;
    }
    Optional<AccountId> account = know(identity.get());
    checks.addAll(organization(account));
    account.map(new PermissionChecks(clients)::of).ifPresent(checks::addAll);
    checks.add(
        Check.unknown(
            "sts:AssumeRole",
            "on customers' "
                + clients.config().bootstrapRoleName()
                + ": cannot be tried beforehand, since AWS answers a missing permission and a"
                + " missing role alike"));
    checks.add(
        Check.ofClock(
            "AWS's clock",
            identity.get().sdkHttpResponse().firstMatchingHeader("Date"),
            wallClock.instant()));
    return checks;
  }

  private AwsQuestion<GetCallerIdentityResponse> caller() {
    return identity(
        clients.config().managementRoleArn().isPresent() ? "management role" : "AWS credentials",
        clients::sts);
  }

  private static AwsQuestion<GetCallerIdentityResponse> identity(
      String subject, Supplier<StsClient> sts) {
    AwsQuestion<GetCallerIdentityResponse> asked =
        AwsQuestion.of(
            subject, "sts:GetCallerIdentity", "", () -> sts.get().getCallerIdentity(r -> {}));
    return asked
        .answer()
        .map(us -> new AwsQuestion<>(Check.good(subject, "those of " + us.arn()), asked.answer()))
        .orElse(asked);
  }

  /** Asks for the list of transfers only if there is an organization. */
  private List<Check> organization(Optional<AccountId> caller) {
    AwsQuestion<Organization> asked =
        AwsQuestion.of(
            "organizations:DescribeOrganization",
            () -> clients.organizations().describeOrganization().organization());
    List<Check> checks = new ArrayList<>(List.of(asked.check()));
    asked
        .answer()
        .ifPresent(
            organization -> {
              checks.addAll(AwsDiagnosis.of(organization, caller));
              checks.add(listing().check());
            });
    return checks;
  }

  private AwsQuestion<ListInboundResponsibilityTransfersResponse> listing() {
    return AwsQuestion.of(
        "organizations:ListInboundResponsibilityTransfers",
        () ->
            clients
                .organizations()
                .listInboundResponsibilityTransfers(
                    r -> r.type(ResponsibilityTransferType.BILLING).maxResults(1)));
  }

  private Optional<AccountId> know(GetCallerIdentityResponse identity) {
    Optional<AccountId> account = AccountId.parse(identity.account());
    if (account.isPresent()) {
      partner = account;
    }
    return account;
  }
}
