package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;

/**
 * The app's answer to a request from Slack.
 *
 * @param status 0 if no answer came
 * @param trouble null, or Slack's word for why no answer came: {@code http_timeout}, {@code
 *     connection_failed}
 * @param noRetry whether the app asked not to be told again
 */
public record AppAnswer(int status, String body, String trouble, boolean noRetry) {
  public static AppAnswer of(HttpResponse<String> response) {
    boolean noRetry =
        response.headers().firstValue("X-Slack-No-Retry").filter("1"::equals).isPresent();
    return new AppAnswer(response.statusCode(), response.body(), null, noRetry);
  }

  public static AppAnswer late() {
    return new AppAnswer(0, "", "http_timeout", false);
  }

  public static AppAnswer unreachable() {
    return new AppAnswer(0, "", "connection_failed", false);
  }

  public boolean isLate() {
    return "http_timeout".equals(trouble);
  }

  public boolean isOk() {
    return status == 200;
  }

  public boolean isEmpty() {
    return body.isBlank();
  }

  /** The body as an object, or null if it is something else. */
  public JsonObject tree() {
    return JsonTree.parse(body) instanceof JsonObject object ? object : null;
  }
}
