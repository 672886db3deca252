package awssetup.slack.receive;

import awssetup.setup.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's request signature, checked over the bytes as they came and in constant time.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack's
 *     rule</a>
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,11}");

  private final SecretKeySpec key;

  Signature(Secret signingSecret) {
    key = new SecretKeySpec(signingSecret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Whether the timestamp lies within five minutes of now, before or after. */
  static boolean isTimely(String timestamp, Instant now) {
    return timestamp != null
        && EPOCH_SECONDS.matcher(timestamp).matches()
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs()
                .compareTo(WINDOW)
            <= 0;
  }

  boolean matches(String signature, String timestamp, byte[] body) {
    return signature != null
        && MessageDigest.isEqual(
            ascii(signature), ascii("v0=" + HexFormat.of().formatHex(sign(timestamp, body))));
  }

  private byte[] sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(ascii("v0:" + timestamp + ":"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
