package awssetup.aws;

import awssetup.ports.Check;
import awssetup.setup.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.Organization;

/** Says what is wrong on our side of AWS and how to fix it, for the operator's log. */
final class AwsDiagnosis {
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

  private static final String MANAGEMENT = "management account";
  private static final String FEATURES = "AWS features";

  private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException");

  private AwsDiagnosis() {}

  /**
   * @param caller the account that we are signed in to
   */
  static List<Check> of(Organization organization, Optional<AccountId> caller) {
    String manager = organization.masterAccountId();
    String features = organization.featureSetAsString();
    return List.of(
        caller.filter(account -> account.value().equals(manager)).isPresent()
            ? Check.good(MANAGEMENT, "ours is " + manager)
            : Check.broken(
                MANAGEMENT,
                "account %s is not the management account of its organization, which is %s:"
                        .formatted(caller.map(AccountId::value).orElse("(unknown)"), manager)
                    + " only that one can invite. Use its credentials, or set"
                    + " AWS_MANAGEMENT_ROLE_ARN to a role in it."),
        "ALL".equals(features)
            ? Check.good(FEATURES, "organization " + organization.id() + " has all features")
            : Check.broken(
                FEATURES,
                "organization %s has the feature set %s: billing transfers need ALL. Enable all features"
                        .formatted(organization.id(), features)
                    + " in the AWS Organizations console under Settings."));
  }

  /**
   * @param action what we asked AWS for, as a policy names it
   */
  static String of(SdkException e, String action) {
    if (e instanceof NoCredentials none) {
      return none.whose() == NoCredentials.Whose.OWN
          ? "no credentials found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or let the bot"
              + " run with a role."
          : ofManagementRole(none.why());
    }
    String code = AwsErrors.code(e).orElse("");
    if (isDenied(e)) {
      return "the bot may not use %s (%s): allow it in the policy of the bot's role."
          .formatted(action, AwsErrors.brief(e));
    }
    if (code.equals("AWSOrganizationsNotInUseException")) {
      return "our account belongs to no organization: use the credentials of the management account"
          + " that invites customers, or set AWS_MANAGEMENT_ROLE_ARN to a role in it.";
    }
    return ofCredentials(e, code)
        .orElseGet(
            () ->
                "cannot be asked at present (%s): the bot goes on trying. If this lasts, check the"
                        .formatted(AwsErrors.brief(e))
                    + " network, AWS_REGION and the AWS_ENDPOINT_URL variables.");
  }

  static boolean isDenied(SdkException e) {
    return AwsErrors.code(e).filter(DENIED::contains).isPresent();
  }

  private static String ofManagementRole(SdkException e) {
    return isDenied(e)
        ? "the role in AWS_MANAGEMENT_ROLE_ARN does not let the bot in (%s): its trust policy has to"
                .formatted(AwsErrors.brief(e))
            + " name the bot's own principal, which needs sts:AssumeRole on it."
        : of(e, "sts:AssumeRole");
  }

  private static Optional<String> ofCredentials(SdkException e, String code) {
    if (REFUSED_CREDENTIALS.contains(code)) {
      return Optional.of(
          "the credentials are refused (%s): check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
              .formatted(AwsErrors.brief(e)));
    }
    if (EXPIRED.contains(code)) {
      return Optional.of(
          "the credentials have expired (%s): renew them, and check this machine's clock."
              .formatted(AwsErrors.brief(e)));
    }
    return Optional.empty();
  }
}
