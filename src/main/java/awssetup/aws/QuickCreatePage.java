package awssetup.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The CloudFormation page that creates the role's stack with everything filled in. See
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
 */
record QuickCreatePage(String templateUrl, String stackName) {
  private static final String PAGE =
      "https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1"
          + "#/stacks/create/review";

  String url(String externalId) {
    return PAGE
        + "?templateURL="
        + encoded(templateUrl)
        + "&stackName="
        + encoded(stackName)
        + "&param_ExternalId="
        + encoded(externalId);
  }

  private static String encoded(String value) {
    // It comes after the #, where a plus is a plus.
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
