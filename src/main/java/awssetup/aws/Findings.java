package awssetup.aws;

import awssetup.setup.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.Organization;

/** Says what is wrong on our side of AWS and how to mend it, for the operator's log. */
final class Findings {
  private static final Set<String> REFUSED_CREDENTIALS =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException");

  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "RequestTimeTooSkewed");

  private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException");

  private Findings() {}

  /**
   * @param caller the account that we are signed in to
   */
  static List<String> of(Organization organization, Optional<AccountId> caller) {
    List<String> findings = new ArrayList<>();
    String manager = organization.masterAccountId();
    if (caller.filter(account -> account.value().equals(manager)).isEmpty()) {
      findings.add(
          "AWS: account %s is not the management account of its organization, which is %s:"
                  .formatted(caller.map(AccountId::value).orElse("(unknown)"), manager)
              + " only that one can invite. Use its credentials, or set AWS_MANAGEMENT_ROLE_ARN to a"
              + " role in it.");
    }
    if (!"ALL".equals(organization.featureSetAsString())) {
      findings.add(
          "AWS: organization %s has the feature set %s: billing transfers need ALL. Enable all features"
                  .formatted(organization.id(), organization.featureSetAsString())
              + " in the AWS Organizations console under Settings.");
    }
    return findings;
  }

  /**
   * @param action what we asked AWS for, as a policy names it
   */
  static String of(SdkException e, String action) {
    if (e instanceof NoCredentials none) {
      return none.whose() == NoCredentials.Whose.OWN
          ? "AWS: no credentials found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or let the bot"
              + " run with a role."
          : ofManagementRole(none.why());
    }
    String code = AwsErrors.code(e).orElse("");
    if (DENIED.contains(code)) {
      return "AWS: the bot may not use %s (%s): allow it in the policy of the bot's role."
          .formatted(action, AwsErrors.brief(e));
    }
    if (code.equals("AWSOrganizationsNotInUseException")) {
      return "AWS: our account belongs to no organization: use the credentials of the management account"
          + " that invites customers, or set AWS_MANAGEMENT_ROLE_ARN to a role in it.";
    }
    return ofCredentials(e, code)
        .orElseGet(
            () ->
                "AWS: cannot be asked at present (%s): the bot goes on trying. If this lasts, check the"
                        .formatted(AwsErrors.brief(e))
                    + " network, AWS_REGION and the AWS_ENDPOINT_URL variables.");
  }

  private static String ofManagementRole(SdkException e) {
    return AwsErrors.code(e).filter(DENIED::contains).isPresent()
        ? "AWS: the role in AWS_MANAGEMENT_ROLE_ARN does not let the bot in (%s): its trust policy has to"
                .formatted(AwsErrors.brief(e))
            + " name the bot's own principal, which needs sts:AssumeRole on it."
        : of(e, "sts:AssumeRole");
  }

  private static Optional<String> ofCredentials(SdkException e, String code) {
    if (REFUSED_CREDENTIALS.contains(code)) {
      return Optional.of(
          "AWS: the credentials are refused (%s): check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
              .formatted(AwsErrors.brief(e)));
    }
    if (EXPIRED.contains(code)) {
      return Optional.of(
          "AWS: the credentials have expired (%s): renew them, and check this machine's clock."
              .formatted(AwsErrors.brief(e)));
    }
    return Optional.empty();
  }
}
