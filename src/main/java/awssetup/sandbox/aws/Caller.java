package awssetup.sandbox.aws;

/**
 * Who signed a request.
 *
 * @param restricted true for a session whose policy leaves it nothing but asking who it is
 */
record Caller(String accountId, String userId, String arn, boolean restricted) {

  /** The bot's own credentials, whatever they look like. */
  static Caller partner() {
    return new Caller(
        Picture.PARTNER_ACCOUNT,
        "AIDASANDBOXSANDBOX00",
        "arn:aws:iam::" + Picture.PARTNER_ACCOUNT + ":user/aws-setup-bot",
        false);
  }

  boolean mayActAsPartner() {
    return !restricted && accountId.equals(Picture.PARTNER_ACCOUNT);
  }
}
