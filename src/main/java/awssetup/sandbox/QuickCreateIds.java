package awssetup.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The external IDs that customers find filled in on the quick-create page. They are computed from
 * the product's contract and not by the app's code, so that an error in the app shows as a role
 * that does not answer.
 */
final class QuickCreateIds {
  private final String secret;

  QuickCreateIds(String secret) {
    this.secret = secret;
  }

  String of(String accountId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(accountId.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
