package awssetup.slack;

import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to a new account in words: what to do, why, and where in the AWS console. Trusted access:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html. That of
 * StackSets is activated in CloudFormation, which tells Organizations; the other way round it stays
 * half done:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ActivateOrganizationsAccess.html
 */
final class Preparation {
  static final String SIGN_UP = "https://signin.aws.amazon.com/signup?request_type=register";

  /** The account's own page, which shows its ID. */
  static final String ACCOUNT_PAGE = "https://console.aws.amazon.com/billing/home#/account";

  private static final String ORGANIZATIONS =
      "https://console.aws.amazon.com/organizations/v2/home";

  private static final String DONE = ":white_check_mark:  ";
  private static final String OPEN = ":white_medium_square:  ";

  private Preparation() {}

  /** Whether the customer is known to have an account already: they reported it, or work in it. */
  static boolean hasSignedUp(Setup setup) {
    return setup.account().isPresent() || !setup.prepared().isEmpty();
  }

  /** The link to where an item is done, and one sentence why. */
  static String line(PreparationItem item) {
    return Text.link(url(item), Text.capital(shortName(item))) + ": " + why(item) + ".";
  }

  static String signUpLine() {
    return Text.link(SIGN_UP, "Sign up with AWS")
        + ": do it yourself, with the root e-mail address and account name entered here, so that the"
        + " account is yours from the first day. The _Basic_ support plan is enough there.";
  }

  /** Names of items in a row, as part of a sentence. */
  static String names(Collection<PreparationItem> items) {
    return items.stream().map(Preparation::shortName).collect(Collectors.joining(", "));
  }

  /** The whole way with what is done ticked off, for the card. */
  static String checklist(Setup setup) {
    List<String> lines = new ArrayList<>();
    lines.add("*On the way to the new account*");
    lines.add(hasSignedUp(setup) ? DONE + "Sign up with AWS" : OPEN + signUpLine());
    for (PreparationItem item : PreparationItem.values()) {
      lines.add(
          setup.prepared().contains(item)
              ? DONE + Text.capital(shortName(item))
              : OPEN + line(item));
    }
    lines.add(
        setup.account().isPresent()
            ? DONE + "Account ID"
            : OPEN
                + "Account ID: the 12 digits on "
                + Text.link(ACCOUNT_PAGE, "your account page")
                + ", with _My account is ready_.");
    return String.join("\n", lines);
  }

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
      case ORGANIZATION -> "only an organization with all features can transfer its billing";
      case SCPS -> "guard rails for your accounts are made of them";
      case CLOUDTRAIL -> "so that changes in your accounts can be traced";
      case STACKSETS -> "so that roles reach all of your accounts";
      case IAM_BILLING ->
          "so that administrators, not only the root user, can approve the transfer";
    };
  }

  /** Why, at the length that Slack gives to the description of an option. */
  static String whyInShort(PreparationItem item) {
    return Text.plain(Text.capital(why(item)), 75);
  }

  static String url(PreparationItem item) {
    return switch (item) {
      case ROOT_MFA -> "https://console.aws.amazon.com/iam/home#/security_credentials";
      case ORGANIZATION -> ORGANIZATIONS;
      case SCPS -> ORGANIZATIONS + "/policies";
      case CLOUDTRAIL -> ORGANIZATIONS + "/services";
      case STACKSETS ->
          "https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacksets";
      case IAM_BILLING -> ACCOUNT_PAGE;
    };
  }
}
