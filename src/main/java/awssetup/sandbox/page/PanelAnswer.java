package awssetup.sandbox.page;

import com.google.gson.JsonObject;
import java.util.Map;

/** The answer that the page gets to every action. */
public final class PanelAnswer {
  private PanelAnswer() {}

  /** The action worked. */
  public static JsonObject done() {
    return of(true, null, Map.of());
  }

  static JsonObject refused(String error) {
    return of(false, error, Map.of());
  }

  /**
   * @param ok whether the action worked
   * @param errorOrNull what the person is shown
   * @param fieldErrors by block ID, for a modal that stays open
   */
  public static JsonObject of(boolean ok, String errorOrNull, Map<String, String> fieldErrors) {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", ok);
    if (errorOrNull != null) {
      answer.addProperty("error", errorOrNull);
    }
    if (!fieldErrors.isEmpty()) {
      JsonObject errors = new JsonObject();
      fieldErrors.forEach(errors::addProperty);
      answer.add("errors", errors);
    }
    return answer;
  }
}
