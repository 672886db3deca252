package awssetup.sandbox.aws.organizations;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.wire.AwsJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Cuts lists into pages of at most twenty. AWS warns that a page may be empty and still carry a
 * token, so every third listing that has something to show begins with an empty page. A token is
 * opaque and valid only for the listing that returned it.
 */
final class ListPages {
  static final int LARGEST = 20;

  private final String secret = UUID.randomUUID().toString();
  private int listings;

  /**
   * Adds one page to the answer.
   *
   * @param listing what is listed, with all its filters; a token is bound to it
   * @param items the whole list, oldest first, so that new items do not shift a page
   * @param shown turns an item into JSON
   * @throws AwsError if the token is from another listing
   */
  synchronized <T> void add(
      JsonObject answer,
      String member,
      String listing,
      JsonObject input,
      List<T> items,
      Function<T, JsonObject> shown) {
    String token = AwsJson.text(input, "NextToken");
    int size = input.has("MaxResults") ? input.get("MaxResults").getAsInt() : LARGEST;
    int from = token == null ? 0 : position(token, listing);
    int to = Math.min(items.size(), from + size);
    if (token == null && !items.isEmpty() && ++listings % 3 == 0) {
      to = 0;
    }
    JsonArray page = new JsonArray();
    items.subList(Math.min(from, to), to).forEach(item -> page.add(shown.apply(item)));
    answer.add(member, page);
    if (to < items.size()) {
      answer.addProperty("NextToken", token(listing, to));
    }
  }

  private String token(String listing, int position) {
    String text = position + ":" + (secret + listing + position).hashCode();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private int position(String token, String listing) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int position = Integer.parseInt(text.substring(0, text.indexOf(':')));
      if (token.equals(token(listing, position))) {
        return position;
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // A made-up token gets the same answer as the token of another listing.
    }
    throw AwsError.invalid("INVALID_NEXT_TOKEN", "Get the token from the previous answer.");
  }
}
