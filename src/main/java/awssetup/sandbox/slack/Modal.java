package awssetup.sandbox.slack;

import com.google.gson.JsonObject;
import java.util.Map;

/**
 * A modal on somebody's screen: the view, what stands beneath its fields, and whether its
 * submission is under way.
 */
record Modal(String userId, JsonObject view, Map<String, String> errors, boolean busy) {
  static Modal showing(String userId, JsonObject view) {
    return new Modal(userId, view, Map.of(), false);
  }

  String id() {
    return JsonTree.string(view, "id");
  }

  Modal withErrors(Map<String, String> texts) {
    return new Modal(userId, view, Map.copyOf(texts), false);
  }

  Modal nowBusy(boolean yes) {
    return new Modal(userId, view, yes ? Map.of() : errors, yes);
  }
}
