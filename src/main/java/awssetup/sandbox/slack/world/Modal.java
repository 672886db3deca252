package awssetup.sandbox.slack.world;

import com.google.gson.JsonObject;
import java.util.Map;

/**
 * A modal on somebody's screen: the view, what stands beneath its fields, and whether its
 * submission is under way.
 */
public record Modal(String userId, JsonObject view, Map<String, String> errors, boolean busy) {
  public static Modal showing(String userId, JsonObject view) {
    return new Modal(userId, view, Map.of(), false);
  }

  public String id() {
    return JsonTree.string(view, "id");
  }

  public Modal withErrors(Map<String, String> texts) {
    return new Modal(userId, view, Map.copyOf(texts), false);
  }

  public Modal nowBusy(boolean yes) {
    return new Modal(userId, view, yes ? Map.of() : errors, yes);
  }
}
