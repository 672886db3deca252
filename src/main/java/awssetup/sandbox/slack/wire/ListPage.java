package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list. The cursor names the next item and not its position, so that added items do not
 * shift a page.
 *
 * @param next the cursor of the following page, or null on the last one
 */
public record ListPage<T>(List<T> items, String next) {

  /**
   * Cuts the page that a call asks for.
   *
   * @param word what Slack puts before the key in a cursor
   * @param key identifies an item
   * @param usual the limit if the call names none
   * @param largest the highest limit
   * @throws ApiError if the limit or the cursor is invalid
   */
  public static <T> ListPage<T> of(
      List<T> all,
      String word,
      Function<T, String> key,
      Arguments arguments,
      int usual,
      int largest) {
    int limit = arguments.integer("limit", usual);
    if (limit < 1) {
      throw ApiError.of("invalid_limit");
    }
    int from = start(all, word, key, arguments.string("cursor"));
    int to = Math.min(all.size(), from + Math.min(limit, largest));
    String next = to == all.size() ? null : cursor(word, key.apply(all.get(to)));
    return new ListPage<>(all.subList(from, to), next);
  }

  public JsonObject metadata() {
    return JsonTree.object("next_cursor", next == null ? "" : next);
  }

  private static <T> int start(List<T> all, String word, Function<T, String> key, String cursor) {
    if (cursor == null) {
      return 0;
    }
    for (int i = 0; i < all.size(); i++) {
      if (cursor(word, key.apply(all.get(i))).equals(cursor)) {
        return i;
      }
    }
    throw ApiError.of("invalid_cursor");
  }

  private static String cursor(String word, String key) {
    byte[] bytes = (word + ":" + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
