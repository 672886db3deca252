package awssetup.aws;

import awssetup.setup.AccountId;
import awssetup.setup.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One external ID per account, derived and so never chosen by a customer: with a shared one, a
 * customer could hand us another's role. See
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html
 */
record ExternalIds(Secret secret) {
  private static final String ALGORITHM = "HmacSHA256";

  /** HMAC-SHA256(secret, account ID) in lower-case hex. */
  String of(AccountId account) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of()
          .formatHex(mac.doFinal(account.value().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
