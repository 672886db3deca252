package awssetup.sandbox.slack.world;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * A file that an app uploaded.
 *
 * @param length as announced; an upload of another length is not taken
 * @param content null until it has been uploaded
 */
public record SharedFile(String id, String name, String title, int length, byte[] content) {
  private static final int PREVIEW = 2_000;

  public SharedFile titled(String better) {
    return better == null ? this : new SharedFile(id, name, better, length, content);
  }

  public SharedFile with(byte[] uploaded) {
    return new SharedFile(id, name, title, length, uploaded);
  }

  /** The content as text. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** As Slack describes it, and as the page shows it with its beginning. */
  public JsonObject json() {
    String text = text();
    return JsonTree.object(
        "id",
        id,
        "name",
        name,
        "title",
        title,
        "size",
        length,
        "preview",
        text.substring(0, Math.min(PREVIEW, text.length())));
  }
}
