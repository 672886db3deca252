package awssetup.sandbox.slack.blockkit;

import static awssetup.sandbox.slack.blockkit.Compositions.plainText;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Modals and Home tabs: what stands around their blocks. */
final class Views {
  private Views() {}

  static Rule on(Surface surface) {
    Shape view =
        new Shape()
            .required("type", Rule.oneOf(surface == Surface.MODAL ? "modal" : "home"))
            .required("blocks", Blocks.on(surface))
            .optional("private_metadata", Rule.string(0, 3000))
            .optional("callback_id", Rule.string(0, 255))
            .optional("external_id", Rule.string(0, 255))
            // The SDK sends these three with a Home tab too, and Slack lets them pass.
            .optional("clear_on_close", Rule.bool())
            .optional("notify_on_close", Rule.bool())
            .optional("submit_disabled", Rule.bool())
            .whole(Views::oneFocus);
    if (surface == Surface.MODAL) {
      view.required("title", plainText(24))
          .optional("submit", plainText(24))
          .optional("close", plainText(24))
          .whole(Views::submitWithInputs);
    }
    return view;
  }

  private static void submitWithInputs(JsonObject view, Findings findings) {
    if (view.has("submit") || !(view.get("blocks") instanceof JsonArray blocks)) {
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (isInput(blocks.get(i))) {
        findings
            .at("blocks")
            .at(i)
            .at("input")
            .add("must define `submit` to use an `input` block in modals");
      }
    }
  }

  private static void oneFocus(JsonObject view, Findings findings) {
    if (view.get("blocks") != null && focused(view.get("blocks")) > 1) {
      findings.add("only one element can have `focus_on_load` set to true");
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
        && Rule.stringOr(object.get("type"), "").equals("input");
  }
}
