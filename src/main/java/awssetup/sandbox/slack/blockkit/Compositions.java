package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** The objects that elements are composed of: texts, options, confirmation dialogs. */
final class Compositions {
  private Compositions() {}

  static Rule plainText(int most) {
    return Shape.ofType("plain_text")
        .required("text", Rule.string(1, most))
        .optional("emoji", Rule.bool());
  }

  static Rule text(int most) {
    Rule mrkdwn =
        Shape.ofType("mrkdwn")
            .required("text", Rule.string(1, most))
            .optional("verbatim", Rule.bool());
    return Rule.byType(Map.of("plain_text", plainText(most), "mrkdwn", mrkdwn));
  }

  static Shape option(Rule text) {
    return new Shape()
        .required("text", text)
        .required("value", Rule.string(1, 150))
        .optional("description", plainText(75));
  }

  static Rule confirm() {
    return new Shape()
        .required("title", plainText(100))
        .required("text", text(300))
        .required("confirm", plainText(30))
        .required("deny", plainText(30))
        .optional("style", Rule.oneOf("primary", "danger"));
  }

  static Rule dispatchActionConfig() {
    Rule trigger = Rule.oneOf("on_enter_pressed", "on_character_entered");
    return new Shape().optional("trigger_actions_on", Rule.list(1, 2, trigger));
  }

  static Rule slackFile() {
    return new Shape().optional("id", Rule.string(1, 255)).optional("url", Rule.url(3000));
  }

  /** What is preselected must be among what is offered, word for word. */
  static void initialAmongOffered(JsonObject element, Findings findings) {
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
      findings.at("initial_option").add("must match one of the options");
    }
    if (element.get("initial_options") instanceof JsonArray initial) {
      for (int i = 0; i < initial.size(); i++) {
        if (!offered.contains(initial.get(i))) {
          findings.at("initial_options").at(i).add("must match one of the options");
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
