package awssetup.sandbox.slack.blockkit;

import static awssetup.sandbox.slack.blockkit.CompositionRules.plainText;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Modals and Home tabs: the fields around their blocks. */
final class ViewRules {
  private ViewRules() {}

  static JsonRule on(Surface surface) {
    ObjectRule view =
        new ObjectRule()
            .required("type", JsonRule.oneOf(surface == Surface.MODAL ? "modal" : "home"))
            .required("blocks", BlockRules.on(surface))
            .optional("private_metadata", JsonRule.string(0, 3000))
            .optional("callback_id", JsonRule.string(0, 255))
            .optional("external_id", JsonRule.string(0, 255))
            // The SDK sends these three with a Home tab too, and Slack accepts them.
            .optional("clear_on_close", JsonRule.bool())
            .optional("notify_on_close", JsonRule.bool())
            .optional("submit_disabled", JsonRule.bool())
            .whole(ViewRules::oneFocus);
    if (surface == Surface.MODAL) {
      view.required("title", plainText(24))
          .optional("submit", plainText(24))
          .optional("close", plainText(24))
          .whole(ViewRules::submitWithInputs);
    }
    return view;
  }

  private static void submitWithInputs(JsonObject view, Complaints complaints) {
    if (view.has("submit") || !(view.get("blocks") instanceof JsonArray blocks)) {
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (isInput(blocks.get(i))) {
        complaints
            .at("blocks")
            .at(i)
            .at("input")
            .add("must define `submit` to use an `input` block in modals");
      }
    }
  }

  private static void oneFocus(JsonObject view, Complaints complaints) {
    if (view.get("blocks") != null && focused(view.get("blocks")) > 1) {
      complaints.add("only one element can have `focus_on_load` set to true");
    }
  }

  private static int focused(JsonElement part) {
    int count = 0;
    if (part instanceof JsonArray array) {
      for (JsonElement each : array) {
        count += focused(each);
      }
    } else if (part instanceof JsonObject object) {
      for (var entry : object.entrySet()) {
        boolean focus = entry.getKey().equals("focus_on_load");
        count +=
            focus
                ? (entry.getValue().toString().equals("true") ? 1 : 0)
                : focused(entry.getValue());
      }
    }
    return count;
  }

  private static boolean isInput(JsonElement block) {
    return block instanceof JsonObject object
        && JsonRule.stringOr(object.get("type"), "").equals("input");
  }
}
