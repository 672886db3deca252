package awssetup.sandbox.slack.world;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * A file that an app uploaded.
 *
 * @param length the announced size in bytes; an upload of another size is refused
 * @param content null until it has been uploaded
 */
public record SharedFile(String id, String name, String title, int length, byte[] content) {
  private static final int PREVIEW = 2_000;

  /** The same file with this title; null keeps the old one. */
  public SharedFile titled(String better) {
    return better == null ? this : new SharedFile(id, name, better, length, content);
  }

  /** The same file with its content. */
  public SharedFile with(byte[] uploaded) {
    return new SharedFile(id, name, title, length, uploaded);
  }

  /** The content as text. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** The file as Slack describes it, with its beginning for the page. */
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
