package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.blockkit.BlockKit;
import awssetup.sandbox.slack.world.ApiError;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a message is to say, checked as Slack checks it. A message that Slack would refuse raises
 * {@link ApiError}.
 *
 * @param text null if none was given
 * @param blocks null if none were given; with {@link BlockDefaults}
 */
public record Draft(String text, JsonArray blocks) {
  /**
   * Slack cuts a posted text after so many characters;
   * docs.slack.dev/reference/methods/chat.postMessage.
   */
  public static final int LONGEST_POST = 40_000;

  /**
   * chat.update refuses texts with more characters, and chat.postEphemeral texts with more bytes.
   */
  public static final int LONGEST_EDIT = 4_000;

  /** Limit for all texts in blocks together; seen in bolt-js issue 2509, not in the reference. */
  private static final int LONGEST_BLOCKS = 12_000;

  public static Draft of(Arguments arguments, BlockDefaults defaults) {
    String text = arguments.string("text");
    JsonElement tree = arguments.json("blocks", "invalid_blocks_format");
    if (tree != null && !(tree instanceof JsonArray)) {
      throw ApiError.of("invalid_blocks_format");
    }
    if (tree == null) {
      return new Draft(text, null);
    }
    List<String> complaints = BlockKit.message(tree);
    if (!complaints.isEmpty()) {
      throw ApiError.withMessages("invalid_blocks", complaints);
    }
    return new Draft(text, defaults.blocks((JsonArray) tree));
  }

  public Draft notEmpty() {
    if (text == null && (blocks == null || blocks.isEmpty())) {
      throw ApiError.of("no_text");
    }
    return this;
  }

  public Draft blocksShortEnough() {
    if (blocks != null && textLength(blocks) > LONGEST_BLOCKS) {
      throw ApiError.of("msg_blocks_too_long");
    }
    return this;
  }

  public Draft textOfAtMost(int most, boolean bytes) {
    int length = bytes ? plainText().getBytes(StandardCharsets.UTF_8).length : plainText().length();
    if (length > most) {
      throw ApiError.of("msg_too_long");
    }
    return this;
  }

  public Draft cutTo(int most) {
    return plainText().length() <= most ? this : new Draft(text.substring(0, most), blocks);
  }

  public String plainText() {
    return text == null ? "" : text;
  }

  public JsonArray shownBlocks() {
    return blocks == null ? new JsonArray() : blocks;
  }

  private static int textLength(JsonElement part) {
    int length = 0;
    if (part instanceof JsonArray array) {
      for (JsonElement each : array) {
        length += textLength(each);
      }
    } else if (part instanceof JsonObject object) {
      for (var entry : object.entrySet()) {
        boolean text = entry.getKey().equals("text") && entry.getValue() instanceof JsonPrimitive;
        length += text ? entry.getValue().getAsString().length() : textLength(entry.getValue());
      }
    }
    return length;
  }
}
