package awssetup.slack.messages;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short hash of blocks, to tell whether they look the same. */
public final class Fingerprint {
  private Fingerprint() {}

  public static String of(List<LayoutBlock> blocks) {
    return of(GsonFactory.createSnakeCase().toJson(blocks));
  }

  /** A short hash of a text. */
  public static String of(String shown) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(shown.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
