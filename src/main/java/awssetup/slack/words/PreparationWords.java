package awssetup.slack.words;

import awssetup.setup.PreparationItem;
import awssetup.setup.Setup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The preparation of a new account in words: what to do, why, and where in AWS's console. Trusted
 * access: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html.
 * That of StackSets is activated in CloudFormation, which tells Organizations; the other way round
 * it stays half done:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ActivateOrganizationsAccess.html
 */
public final class PreparationWords {
  public static final String SIGN_UP = "https://signin.aws.amazon.com/signup?request_type=register";

  /** The account's own page, which shows its ID. */
  private static final String ACCOUNT_PAGE = "https://console.aws.amazon.com/billing/home#/account";

  private static final String ORGANIZATIONS =
      "https://console.aws.amazon.com/organizations/v2/home";

  private static final String DONE = ":white_check_mark:  ";
  private static final String OPEN = ":white_medium_square:  ";

  private PreparationWords() {}

  /** Whether the customer is known to have an account already: they reported it, or work in it. */
  public static boolean hasSignedUp(Setup setup) {
    return setup.account().isPresent() || !setup.prepared().isEmpty();
  }

  /** The link to where an item is done, and one sentence why. */
  public static String line(Words words, PreparationItem item) {
    return words.say(
        "preparation.line",
        "item",
        Mrkdwn.link(url(item), Mrkdwn.capital(shortName(words, item))),
        "why",
        why(words, item));
  }

  public static String signUpLine(Words words) {
    return words.say(
        "preparation.sign_up", "link", Mrkdwn.link(SIGN_UP, words.say("preparation.sign_up.link")));
  }

  /** Names of several items, as part of a sentence. */
  public static String names(Words words, Collection<PreparationItem> items) {
    return items.stream().map(item -> shortName(words, item)).collect(Collectors.joining(", "));
  }

  /** The whole list for the card, with what is done ticked off. */
  public static String checklist(Words words, Setup setup) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("preparation.title"));
    lines.add(
        hasSignedUp(setup) ? DONE + words.say("preparation.signed_up") : OPEN + signUpLine(words));
    for (PreparationItem item : PreparationItem.values()) {
      lines.add(
          setup.prepared().contains(item)
              ? DONE + Mrkdwn.capital(shortName(words, item))
              : OPEN + line(words, item));
    }
    lines.add(
        setup.account().isPresent()
            ? DONE + words.say("preparation.account_id")
            : OPEN + words.say("preparation.report", "link", accountPage(words)));
    return String.join("\n", lines);
  }

  /** A link to the page that shows the account's ID. */
  public static String accountPage(Words words) {
    return Mrkdwn.link(ACCOUNT_PAGE, words.say("preparation.account_page"));
  }

  public static String shortName(Words words, PreparationItem item) {
    return words.plain(Words.key("preparation.name", item));
  }

  public static String label(Words words, PreparationItem item) {
    return words.plain(Words.key("preparation.label", item));
  }

  public static String why(Words words, PreparationItem item) {
    return words.plain(Words.key("preparation.why", item));
  }

  /** Why, in at most 75 characters, which is Slack's limit for the description of an option. */
  public static String whyInShort(Words words, PreparationItem item) {
    return Mrkdwn.plain(Mrkdwn.capital(why(words, item)), 75);
  }

  public static String url(PreparationItem item) {
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
