package awssetup.aws;

import awssetup.ports.BootstrapRoles;
import awssetup.setup.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Looks at the bootstrap role by trying to assume it, with a session that may do nothing. The
 * credentials in the answer are dropped unread. STS says AccessDenied for a dozen reasons, so a no
 * is "not visible", and only a yes from the right account counts.
 */
public final class StsBootstrapRoles implements BootstrapRoles {
  private static final Logger LOG = LoggerFactory.getLogger(StsBootstrapRoles.class);

  /** Seen by the customer in CloudTrail. */
  private static final String SESSION_NAME = "aws-setup-bot-probe";

  /** The shortest that STS gives. */
  private static final int SECONDS = 900;

  private static final String DENY_EVERYTHING =
      "{\"Version\":\"2012-10-17\","
          + "\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  private final AwsClients clients;
  private final ExternalIds externalIds;
  private final QuickCreatePage page;

  public StsBootstrapRoles(AwsClients clients) {
    this.clients = clients;
    AwsConfig config = clients.config();
    this.externalIds = new ExternalIds(config.externalIdSecret());
    this.page = new QuickCreatePage(config.templateUrl(), config.stackName());
  }

  @Override
  public ProbeResult probe(AccountId account) {
    ProbeResult result = ProbeResult.NOT_VISIBLE;
    if (letsIn(account, externalId(account))) {
      result = letsIn(account, null) ? ProbeResult.UNSAFE : ProbeResult.DEPLOYED;
    }
    LOG.debug("role in {}: {}", account, result);
    return result;
  }

  @Override
  public String externalId(AccountId account) {
    return externalIds.of(account);
  }

  @Override
  public String quickCreateUrl(AccountId account) {
    return page.url(externalId(account));
  }

  private boolean letsIn(AccountId account, String externalIdOrNull) {
    String doing = "probing the role in " + account;
    String arn = "arn:aws:iam::" + account + ":role/" + clients.config().bootstrapRoleName();
    AssumeRoleRequest request =
        AssumeRoleRequest.builder()
            .roleArn(arn)
            .roleSessionName(SESSION_NAME)
            .durationSeconds(SECONDS)
            .policy(DENY_EVERYTHING)
            .externalId(externalIdOrNull)
            .build();
    try {
      AssumeRoleResponse response = clients.sts().assumeRole(request);
      if (!isIn(account, response.assumedRoleUser())) {
        throw AwsErrors.odd(doing, "STS answered for another account");
      }
      return true;
    } catch (StsException e) {
      if (e.statusCode() == 403 && AwsErrors.code(e).filter("AccessDenied"::equals).isPresent()) {
        return false;
      }
      throw AwsErrors.unavailable(doing, e);
    } catch (SdkException e) {
      throw AwsErrors.unavailable(doing, e);
    }
  }

  /** The ARN reads {@code arn:aws:sts::<account>:assumed-role/<role>/<session>}. */
  private static boolean isIn(AccountId account, AssumedRoleUser user) {
    String arn = user == null || user.arn() == null ? "" : user.arn();
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && parts[4].equals(account.value());
  }
}
