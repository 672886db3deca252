package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsState;

/**
 * Who signed a request.
 *
 * @param restricted true for a session whose policy lets it do nothing but ask who it is
 */
public record Caller(String accountId, String userId, String arn, boolean restricted) {

  /** The app's own credentials. Any key counts as theirs unless STS gave it out. */
  static Caller partner() {
    return new Caller(
        AwsState.PARTNER_ACCOUNT,
        "AIDASANDBOXSANDBOX00",
        "arn:aws:iam::" + AwsState.PARTNER_ACCOUNT + ":user/aws-setup-bot",
        false);
  }

  /** Whether the caller may do what the partner's management account may. */
  public boolean mayActAsPartner() {
    return !restricted && accountId.equals(AwsState.PARTNER_ACCOUNT);
  }
}
