package awssetup.settings;

import awssetup.setup.Secret;
import java.net.URI;

/**
 * The role that customers deploy in their accounts.
 *
 * @param roleName name of the role, without a path
 * @param externalIdSecret key from which the external ID of each account is derived, 16 characters
 *     or more
 * @param templateUrl CloudFormation template that creates the role
 * @param stackName name proposed for the stack
 */
public record BootstrapSettings(
    String roleName, Secret externalIdSecret, URI templateUrl, String stackName) {

  static BootstrapSettings read(Environment env) {
    return new BootstrapSettings(
        env.required(
            "BOOTSTRAP_ROLE_NAME",
            "the role's name without a path, 1 to 64 letters, digits or +=,.@_-, for example"
                + " EssentialsBootstrapRole",
            Parsers.matching("[\\w+=,.@-]{1,64}")),
        env.requiredSecret(
            "BOOTSTRAP_EXTERNAL_ID_SECRET",
            "a random text of at least 16 characters, for example the output of: openssl rand -hex"
                + " 32",
            Parsers::longSecret),
        env.required(
            "BOOTSTRAP_TEMPLATE_URL",
            "the https URL of the CloudFormation template, for example"
                + " https://example-bucket.s3.amazonaws.com/bootstrap-role.yaml",
            Parsers::templateUrl),
        env.required(
            "BOOTSTRAP_STACK_NAME",
            "a stack name that starts with a letter, up to 128 letters, digits and hyphens,"
                + " for example essentials-bootstrap",
            Parsers.matching("[a-zA-Z][a-zA-Z0-9-]{0,127}")));
  }
}
