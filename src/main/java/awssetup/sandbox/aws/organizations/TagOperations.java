package awssetup.sandbox.aws.organizations;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.Transfer;
import awssetup.sandbox.aws.wire.AwsJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Operations on the tags of transfers. Tags sent with an invitation are attached when it is
 * accepted and cannot be read before. No other resource has tags here.
 */
final class TagOperations {
  private static final int MOST_TAGS = 50;

  private final AwsState state;

  TagOperations(AwsState state) {
    this.state = state;
  }

  JsonObject list(JsonObject input) {
    if (input.has("NextToken")) {
      throw AwsError.invalid("INVALID_NEXT_TOKEN", "All tags fit into the first answer.");
    }
    JsonArray tags = new JsonArray();
    target(input)
        .tags
        .forEach(
            (key, value) -> {
              JsonObject tag = new JsonObject();
              tag.addProperty("Key", key);
              tag.addProperty("Value", value);
              tags.add(tag);
            });
    return Replies.wrap("Tags", tags);
  }

  JsonObject tag(JsonObject input) {
    Map<String, String> tags = target(input).tags;
    Map<String, String> together = new LinkedHashMap<>(tags);
    together.putAll(read(input));
    requireNotTooMany(together);
    tags.putAll(together);
    return new JsonObject();
  }

  /** The tags in a request, checked beyond their shape. */
  static Map<String, String> read(JsonObject input) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (input.has("Tags")) {
      for (JsonElement element : input.getAsJsonArray("Tags")) {
        JsonObject tag = element.getAsJsonObject();
        String key = tag.get("Key").getAsString();
        if (key.regionMatches(true, 0, "aws:", 0, 4)) {
          throw AwsError.invalid("INVALID_SYSTEM_TAGS_PARAMETER", "aws: is reserved for AWS.");
        }
        if (tags.put(key, tag.get("Value").getAsString()) != null) {
          throw AwsError.invalid("DUPLICATE_TAG_KEY", "The tag " + key + " is given twice.");
        }
      }
    }
    requireNotTooMany(tags);
    return tags;
  }

  private static void requireNotTooMany(Map<String, String> tags) {
    if (tags.size() > MOST_TAGS) {
      throw AwsError.constraint("MAX_TAG_LIMIT_EXCEEDED", "At most " + MOST_TAGS + " tags.");
    }
  }

  private Transfer target(JsonObject input) {
    String id = AwsJson.text(input, "ResourceId");
    return state.transfers.stream()
        .filter(transfer -> transfer.id.equals(id))
        .findFirst()
        .orElseThrow(
            () -> AwsError.of("TargetNotFoundException", "There is no resource " + id + "."));
  }
}
