package awssetup.sandbox.slack.world;

import com.google.gson.JsonObject;
import java.util.Map;

/**
 * An open modal.
 *
 * @param userId the person who has it on screen
 * @param view the view as Slack describes it
 * @param errors texts beneath the fields, by block ID
 * @param busy whether its submission is under way
 */
public record Modal(String userId, JsonObject view, Map<String, String> errors, boolean busy) {
  /** A modal that has just been opened or replaced. */
  public static Modal showing(String userId, JsonObject view) {
    return new Modal(userId, view, Map.of(), false);
  }

  public String id() {
    return JsonTree.string(view, "id");
  }

  /** The same modal with these texts beneath its fields. */
  public Modal withErrors(Map<String, String> texts) {
    return new Modal(userId, view, Map.copyOf(texts), false);
  }

  /** The same modal while its submission is under way, or after it. */
  public Modal nowBusy(boolean yes) {
    return new Modal(userId, view, yes ? Map.of() : errors, yes);
  }
}
