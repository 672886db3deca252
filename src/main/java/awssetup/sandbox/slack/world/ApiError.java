package awssetup.sandbox.slack.world;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * A refusal as Slack words it: an error code and, for some codes, more fields. The Web API answers
 * it to the app.
 */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient JsonObject more;

  private ApiError(String code, JsonObject more) {
    super(code);
    this.code = code;
    this.more = more;
  }

  /** A refusal with a code alone. */
  public static ApiError of(String code) {
    return new ApiError(code, new JsonObject());
  }

  /** A refusal with one more field. */
  public static ApiError with(String code, String name, String value) {
    JsonObject more = new JsonObject();
    more.addProperty(name, value);
    return new ApiError(code, more);
  }

  /** {@code missing_scope}, with the scope that the call needs and those that the token has. */
  public static ApiError missingScope(String needed, String provided) {
    JsonObject more = new JsonObject();
    more.addProperty("needed", needed);
    more.addProperty("provided", provided);
    return new ApiError("missing_scope", more);
  }

  /** {@code invalid_arguments} because of one missing argument. */
  public static ApiError missing(String argument) {
    return withMessages("invalid_arguments", List.of("missing required field: " + argument));
  }

  /** A refusal with a list of complaints, in the two places where Slack puts them. */
  public static ApiError withMessages(String code, List<String> complaints) {
    JsonArray messages = new JsonArray();
    JsonArray errors = new JsonArray();
    for (String complaint : complaints) {
      messages.add("[ERROR] " + complaint);
      errors.add(complaint);
    }
    JsonObject metadata = new JsonObject();
    metadata.add("messages", messages);
    JsonObject more = new JsonObject();
    more.add("errors", errors);
    more.add("response_metadata", metadata);
    return new ApiError(code, more);
  }

  public String code() {
    return code;
  }

  /** The whole answer to the app, {@code "ok": false} included. */
  public JsonObject answer() {
    JsonObject answer = more.deepCopy();
    answer.addProperty("ok", false);
    answer.addProperty("error", code);
    return answer;
  }
}
