package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * The objects that blocks and elements are composed of: texts, options, confirmation dialogs,
 * images.
 */
final class CompositionRules {
  private CompositionRules() {}

  static JsonRule plainText(int most) {
    return ObjectRule.ofType("plain_text")
        .required("text", JsonRule.string(1, most))
        .optional("emoji", JsonRule.bool());
  }

  static JsonRule text(int most) {
    JsonRule mrkdwn =
        ObjectRule.ofType("mrkdwn")
            .required("text", JsonRule.string(1, most))
            .optional("verbatim", JsonRule.bool());
    return JsonRule.byType(Map.of("plain_text", plainText(most), "mrkdwn", mrkdwn));
  }

  static ObjectRule option(JsonRule text) {
    return new ObjectRule()
        .required("text", text)
        .required("value", JsonRule.string(1, 150))
        .optional("description", plainText(75));
  }

  static JsonRule confirm() {
    return new ObjectRule()
        .required("title", plainText(100))
        .required("text", text(300))
        .required("confirm", plainText(30))
        .required("deny", plainText(30))
        .optional("style", JsonRule.oneOf("primary", "danger"));
  }

  static JsonRule dispatchActionConfig() {
    JsonRule trigger = JsonRule.oneOf("on_enter_pressed", "on_character_entered");
    return new ObjectRule().optional("trigger_actions_on", JsonRule.list(1, 2, trigger));
  }

  static JsonRule slackFile() {
    return new ObjectRule()
        .optional("id", JsonRule.string(1, 255))
        .optional("url", JsonRule.url(3000));
  }

  /** An image comes from a URL or from a file in Slack, not from both. */
  static void oneImageSource(JsonObject image, Complaints complaints) {
    if (image.has("image_url") == image.has("slack_file")) {
      complaints.add("must define either `image_url` or `slack_file`");
    }
  }

  /** The preselected options must equal offered ones in every field. */
  static void initialAmongOffered(JsonObject element, Complaints complaints) {
    JsonArray offered = new JsonArray();
    collect(element.get("options"), offered);
    if (element.get("option_groups") instanceof JsonArray groups) {
      for (JsonElement group : groups) {
        if (group instanceof JsonObject object) {
          collect(object.get("options"), offered);
        }
      }
    }
    if (element.has("initial_option") && !offered.contains(element.get("initial_option"))) {
      complaints.at("initial_option").add("must match one of the options");
    }
    if (element.get("initial_options") instanceof JsonArray initial) {
      for (int i = 0; i < initial.size(); i++) {
        if (!offered.contains(initial.get(i))) {
          complaints.at("initial_options").at(i).add("must match one of the options");
        }
      }
    }
  }

  private static void collect(JsonElement options, JsonArray into) {
    if (options instanceof JsonArray array) {
      into.addAll(array);
    }
  }
}
