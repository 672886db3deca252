package awssetup.slack;

import awssetup.setup.PreparationItem;

/**
 * The preparation list of a new account in words: what to do, why, and where in the AWS console.
 * Trusted access:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html
 */
final class Preparation {
  static final String SIGN_UP = "https://signin.aws.amazon.com/signup?request_type=register";

  private static final String ORGANIZATIONS =
      "https://console.aws.amazon.com/organizations/v2/home";

  private Preparation() {}

  static String shortName(PreparationItem item) {
    return switch (item) {
      case ROOT_MFA -> "MFA for the root user";
      case ORGANIZATION -> "organization with all features";
      case SCPS -> "service control policies";
      case CLOUDTRAIL -> "CloudTrail trusted access";
      case STACKSETS -> "StackSets trusted access";
      case IAM_BILLING -> "IAM access to billing";
    };
  }

  static String label(PreparationItem item) {
    return switch (item) {
      case ROOT_MFA -> "The root user is protected with MFA";
      case ORGANIZATION -> "An organization with all features exists";
      case SCPS -> "Service control policies are enabled";
      case CLOUDTRAIL -> "Trusted access for CloudTrail is enabled";
      case STACKSETS -> "Trusted access for StackSets is enabled";
      case IAM_BILLING -> "IAM access to billing is activated";
    };
  }

  static String why(PreparationItem item) {
    return switch (item) {
      case ROOT_MFA -> "the root user can do everything, so a password alone must not be enough";
      case ORGANIZATION -> "only a management account with all features can transfer its billing";
      case SCPS -> "guard rails for your accounts need them";
      case CLOUDTRAIL -> "so that changes in your accounts can be traced";
      case STACKSETS -> "so that roles reach all of your accounts";
      case IAM_BILLING ->
          "so that administrators, not only the root user, can approve the transfer";
    };
  }

  static String url(PreparationItem item) {
    return switch (item) {
      case ROOT_MFA -> "https://console.aws.amazon.com/iam/home#/security_credentials";
      case ORGANIZATION -> ORGANIZATIONS;
      case SCPS -> ORGANIZATIONS + "/policies";
      case CLOUDTRAIL, STACKSETS -> ORGANIZATIONS + "/services";
      case IAM_BILLING -> "https://console.aws.amazon.com/billing/home#/account";
    };
  }
}
