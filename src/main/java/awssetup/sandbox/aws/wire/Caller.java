package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsState;

/**
 * Who signed a request.
 *
 * @param restricted true for a session whose policy leaves it nothing but asking who it is
 */
public record Caller(String accountId, String userId, String arn, boolean restricted) {

  /** The bot's own credentials, whatever they look like. */
  static Caller partner() {
    return new Caller(
        AwsState.PARTNER_ACCOUNT,
        "AIDASANDBOXSANDBOX00",
        "arn:aws:iam::" + AwsState.PARTNER_ACCOUNT + ":user/aws-setup-bot",
        false);
  }

  public boolean mayActAsPartner() {
    return !restricted && accountId.equals(AwsState.PARTNER_ACCOUNT);
  }
}
