package awssetup.sandbox.page;

import com.google.gson.JsonObject;
import java.util.Map;

/** The one shape in which the page learns what came of a deed. */
public final class PanelAnswer {
  private PanelAnswer() {}

  public static JsonObject done() {
    return of(true, null, Map.of());
  }

  static JsonObject refused(String error) {
    return of(false, error, Map.of());
  }

  /**
   * @param errorOrNull what the person is shown
   * @param fieldErrors by block id, for a modal that stays open
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
