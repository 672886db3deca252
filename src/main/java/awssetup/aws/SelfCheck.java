package awssetup.aws;

import awssetup.setup.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;

/**
 * Finds out early what would otherwise surface late and look like a refusal of the customer: wrong
 * credentials, or an account that cannot invite. It never stops the start, since AWS may be back
 * before the first customer needs it.
 */
public final class SelfCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

  private final AwsClients clients;
  private volatile Optional<AccountId> partner = Optional.empty();

  public SelfCheck(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * The partner's own account, asked of AWS (GetCallerIdentity) until it is known: that may take 30
   * seconds. Empty where AWS does not say.
   */
  public Optional<AccountId> partnerAccount() {
    if (partner.isEmpty()) {
      try {
        ask();
      } catch (SdkException e) {
        LOG.warn("cannot ask AWS for our own account: {}", AwsErrors.brief(e));
      }
    }
    return partner;
  }

  /** The partner's own account if it is known already; asks nobody. */
  public Optional<AccountId> knownPartnerAccount() {
    return partner;
  }

  /**
   * What is wrong on our side of AWS, one line each with its remedy; empty if all is well, which is
   * also logged. Changes nothing at AWS; may take a minute when AWS is out of reach.
   */
  public List<String> findings() {
    Optional<AccountId> caller;
    try {
      caller = ask();
    } catch (SdkException e) {
      return List.of(Findings.of(e, "sts:GetCallerIdentity"));
    }
    List<String> findings = new ArrayList<>();
    try {
      Organization organization = clients.organizations().describeOrganization().organization();
      findings.addAll(Findings.of(organization, caller));
    } catch (SdkException e) {
      return List.of(Findings.of(e, "organizations:DescribeOrganization"));
    }
    try {
      clients
          .organizations()
          .listInboundResponsibilityTransfers(
              r -> r.type(ResponsibilityTransferType.BILLING).maxResults(1));
    } catch (SdkException e) {
      findings.add(Findings.of(e, "organizations:ListInboundResponsibilityTransfers"));
    }
    if (findings.isEmpty()) {
      LOG.info("AWS: account {} can invite", caller.map(AccountId::value).orElse("?"));
    }
    return findings;
  }

  private Optional<AccountId> ask() {
    Optional<AccountId> account =
        AccountId.parse(clients.sts().getCallerIdentity(r -> {}).account());
    if (account.isPresent()) {
      partner = account;
    }
    return account;
  }
}
